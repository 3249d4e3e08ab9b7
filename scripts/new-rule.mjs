// `npm run new-rule -- vendor`: writes rules/vendor.ts with one rule whose examples fail the law until they are filled in.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './lib/ensure.mjs';
import { camelCase, notRules, rulesIndex } from './rules-index.mjs';

const [vendor = '', ...rest] = process.argv.slice(2);
const path = `rules/${vendor}.ts`;
const problem = problemOf();
if (problem) {
  process.stderr.write(`new-rule: ${problem}\n`);
  process.exit(2);
}

writeFileSync(join(top, path), template());
writeFileSync(join(top, 'rules/index.ts'), rulesIndex());
process.stdout.write(`${path} is written, and listed in rules/index.ts.

Next:
1. Fill in the prefix, the lengths, the facts and the examples from the vendor's own documentation.
2. npm test -- test/laws -t ${vendor}    fails until the examples are found, and only they
3. npm run check:patterns               judges how the pattern's time grows
4. npm run docs                         writes docs/rules/${vendor}-api-key.md
CONTRIBUTING.md tells more.
`);

function problemOf() {
  if (vendor === '' || rest.length > 0) return 'name one vendor: npm run new-rule -- acme';
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(vendor)) return `write the vendor in kebab-case: ${JSON.stringify(vendor)}`;
  if (notRules.includes(`${vendor}.ts`)) return `${path} is no name for a vendor`;
  if (existsSync(join(top, path))) return `${path} exists: add the rule to its array`;
  return undefined;
}

function template() {
  const variable = `${vendor
    .toUpperCase()
    .replaceAll('-', '_')
    .replace(/^(?=\d)/, 'X')}_API_KEY`;
  return `import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

/** A made-up key of this vendor: no real one stands in the repository. */
const made = (seed: number): string => \`PREFIX_\${fake(b62, 0, seed)}\`;

export const ${camelCase(vendor)} = [
  defineRule({
    id: '${vendor}-api-key',
    title: '',
    severity: 'high',
    // What its holder can do, and how to revoke it: whole sentences.
    description: '',
    remediation: '',
    references: ['https://'],
    environment: ['${variable}'],
    // What stands in every key, and nowhere else.
    anchors: ['PREFIX_'],
    pattern: token('PREFIX_', run(b62, 32), b62),
    examples: () => ({
      leaks: [leak\`${variable}=\${made(1)}\`, leak\`{ "apiKey": "\${made(2)}" }\`],
      // What looks like it and is none: another length, the vendor's public keys, the prefix in a longer word.
      clean: [\`PREFIX_\${fake(b62, 31)}\`],
    }),
  }),
];
`;
}

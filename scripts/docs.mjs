// `npm run docs`: writes what is made from the rules: rules/index.ts, docs/rules. With `--check` it writes nothing, names
// what is stale and exits with 1.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, top } from './lib/ensure.mjs';
import { load } from './lib/load-rules.mjs';
import { rulePage, rulesTable } from './lib/rule-page.mjs';
import { camelCase, notRules, rulesIndex } from './rules-index.mjs';

ensureInstalled();
const check = process.argv.includes('--check');
const stale = [];

/** Brings a file up to date; `text` undefined takes it away. */
function bring(path, text) {
  const file = join(top, path);
  if ((existsSync(file) ? readFileSync(file, 'utf8') : undefined) === text) return;
  stale.push(path);
  if (check) return;
  if (text === undefined) rmSync(file);
  else writeFileSync(file, text);
}

bring('rules/index.ts', rulesIndex());

const names = readdirSync(join(top, 'rules'))
  .filter((file) => file.endsWith('.ts') && !notRules.includes(file))
  .map((file) => file.slice(0, -3))
  .sort();
const lists = await load(
  [
    ...names.map((name) => `export { ${camelCase(name)} } from './rules/${name}.ts';`),
    `export { explain } from './src/remedy/index.ts';`,
  ].join('\n'),
);
const vendors = names.map((name) => ({ name, rules: lists[camelCase(name)] }));

const folder = 'docs/rules';
mkdirSync(join(top, folder), { recursive: true });
const pages = new Map([['README.md', rulesTable(vendors)]]);
for (const rule of vendors.flatMap(({ rules }) => rules)) {
  const info = { ...rule, environment: rule.environment ?? [] };
  pages.set(`${rule.id}.md`, rulePage(rule, lists.explain(info, 'markdown')));
}
for (const file of readdirSync(join(top, folder))) if (!pages.has(file)) bring(`${folder}/${file}`, undefined);
for (const [file, text] of pages) bring(`${folder}/${file}`, text);

if (check && stale.length > 0) {
  process.stderr.write(`stale, run \`npm run docs\`:\n${stale.map((path) => `  ${path}\n`).join('')}`);
  process.exitCode = 1;
}

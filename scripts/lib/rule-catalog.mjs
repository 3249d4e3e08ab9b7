// What is shipped of the rules: their heads as data, and every rule file as a file of its own that is loaded when one of its
// rules is needed; all of them in one file as well, for scans that meet many.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase, notRules } from '../rules-index.mjs';
import { top } from './ensure.mjs';
import { load } from './load-rules.mjs';
import { withoutExamples } from './without-examples.mjs';

/** Names of rule files, in the order of rules/index.ts. */
export const ruleFiles = readdirSync(join(top, 'rules'))
  .filter((file) => file.endsWith('.ts') && !notRules.includes(file))
  .map((file) => file.slice(0, -3))
  .sort();

/** Rule files that are loaded one by one; who needs more gets all at once. */
const few = 12;

/** The text of the module that stands for rules/catalog.ts in the program. */
export async function catalogSource() {
  const { heads } = await load(`
    import { headDataOf } from './src/rule-kit/index.ts';
    ${ruleFiles.map((file, index) => `import { ${camelCase(file)} as f${index} } from './rules/${file}.ts';`).join('\n')}
    export const heads = [${ruleFiles.map((_, index) => `f${index}.map(headDataOf)`).join(',')}];
  `);
  return `
    import { createRequire } from 'node:module';
    import { headOf } from '../src/rule-kit/head.ts';
    let load, all, loaded = 0;
    const rulesOf = (file) => {
      load ??= createRequire(import.meta.url);
      if (!all && ++loaded > ${few}) all = load('./all-rules.js');
      return (all ?? load('./rules/' + file + '.js'))[file.replace(/-(\\w)/g, (_, letter) => letter.toUpperCase()).replace(/^(\\d)/, '_$1')];
    };
    const heads = JSON.parse(${JSON.stringify(JSON.stringify(heads.map((rules, index) => [ruleFiles[index], rules])))});
    export const catalog = heads.flatMap(([file, rules]) => rules.map((head, index) => headOf(head, () => rulesOf(file)[index])));
  `;
}

/** The automaton over the anchors of all rules, as bytes. */
export async function packedAnchors() {
  const { packed } = await load(`
    import { catalog } from './rules/catalog.ts';
    import { anchorsOf } from './src/detect/ruleset.ts';
    import { buildAutomaton } from './src/prefilter/automaton.ts';
    import { packAutomaton } from './src/prefilter/packed.ts';
    const anchors = anchorsOf(catalog);
    export const packed = packAutomaton({ anchors, automaton: buildAutomaton(anchors) });
  `);
  return packed;
}

/** Rule files without their examples. */
export const leanRules = {
  name: 'rules without examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]rules[\\/][\w.-]+\.ts$/ }, ({ path }) => ({
      contents: withoutExamples(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/** The catalog as data. */
export const catalogAsData = {
  name: 'catalog as data',
  setup(build) {
    build.onLoad({ filter: /[\\/]rules[\\/]catalog\.ts$/ }, async ({ path }) => ({
      contents: await catalogSource(),
      loader: 'js',
      resolveDir: join(path, '..'),
    }));
  },
};

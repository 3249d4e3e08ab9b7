// `node bench/exposure.mjs [MODULES]`: what the exposure of one candidate costs in a project of many modules, and of none.
import { load } from '../scripts/lib/load-rules.mjs';

const count = Number(process.argv[2] ?? 2000);
const { decideExposure } = await load(`export { decideExposure } from './src/exposure/index.ts';`);

/** An application of Vite: a tree of modules, each with a component, a constant and ten imports. */
const files = new Map([
  ['package.json', '{"dependencies":{"react":"^19"},"devDependencies":{"vite":"^8"}}'],
  ['vite.config.ts', 'export default {};'],
  ['index.html', '<script type="module" src="/src/m0.tsx"></script>'],
]);
for (let at = 0; at < count; at++) {
  const children = Array.from({ length: 10 }, (_, index) => at * 10 + index + 1).filter((child) => child < count);
  files.set(
    `src/m${at}.tsx`,
    [
      ...children.map((child) => `import { View${child}, label${child} } from './m${child}';`),
      `export const label${at} = 'label ${at}';`,
      `export function View${at}() { return <div>{${children.map((child) => `label${child}`).join(' + ') || `label${at}`}}${children.map((child) => `<View${child} />`).join('')}</div>; }`,
      ...Array.from({ length: 40 }, (_, line) => `// A line of text that stands in most files, number ${line}.`),
    ].join('\n'),
  );
}
let reads = 0;
const project = {
  files: [...files.keys()],
  read: (path) => {
    reads++;
    return files.get(path);
  },
};
const finding = (path, text) => ({
  kind: 'finding',
  severity: 'high',
  byteOffset: files.get(path).indexOf(text),
  byteLength: text.length,
  exposure: { kind: 'unknown', way: [], reason: '' },
  provenance: { kind: 'file', path },
});
function measure(findings) {
  reads = 0;
  const start = performance.now();
  const decided = decideExposure(findings, project);
  return { ms: Math.round(performance.now() - start), reads, kind: decided[0]?.exposure.kind ?? '-' };
}
const last = count - 1;
console.log('| modules | candidates | ms | reads | verdict |\n|---|---|---|---|---|');
for (const [name, findings] of [
  ['none', []],
  ['one', [finding(`src/m${last}.tsx`, `label ${last}`)]],
  ['one, again', [finding(`src/m${last}.tsx`, `label ${last}`)]],
]) {
  const { ms, reads: read, kind } = measure(findings);
  console.log(`| ${count} | ${name} | ${ms} | ${read} | ${kind} |`);
}

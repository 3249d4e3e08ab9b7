// `node bench/rules.mjs FOLDER`: what each rule costs on real text. For every rule: how often one of its anchors was met,
// how many windows its pattern ran in, and its share of the time of all rules. Windows are what a rule costs; a rule that
// opens many needs a better anchor.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { load } from '../scripts/lib/load-rules.mjs';

const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? '.');
const mostBytes = 256 << 20;

const { Detector, compileRules, CompiledPattern, rules } = await load(`
  export { Detector } from './src/detect/detect.ts';
  export { compileRules, CompiledPattern } from './src/detect/ruleset.ts';
  export { rules } from './rules/index.ts';
`);

/** Time in a pattern, measured around each run. The clock costs too: shares are what counts. */
const spent = new Map();
const getter = Object.getOwnPropertyDescriptor(CompiledPattern.prototype, 'pattern').get;
Object.defineProperty(CompiledPattern.prototype, 'pattern', {
  get() {
    const pattern = getter.call(this);
    if (pattern.measured) return pattern;
    const entry = { windows: 0, ns: 0n };
    spent.set(this.rule.id, entry);
    const exec = pattern.exec.bind(pattern);
    pattern.measured = true;
    pattern.exec = (text) => {
      const start = process.hrtime.bigint();
      const match = exec(text);
      entry.ns += process.hrtime.bigint() - start;
      entry.windows++;
      return match;
    };
    return pattern;
  },
});

function* filesBelow(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(below);
    else if (entry.isFile() && statSync(below).size < 32 << 20) yield below;
  }
}

const detector = new Detector(compileRules(rules));
let bytes = 0;
let ns = 0n;
for (const file of filesBelow(folder)) {
  if (bytes > mostBytes) break;
  const content = readFileSync(file);
  bytes += content.length;
  const item = {
    kind: 'item',
    place: { kind: 'disk', file },
    path: file,
    provenance: { kind: 'file', path: file },
    git: 'none',
  };
  const encoding = content.subarray(0, 8000).includes(0) ? 'binary' : 'utf-8';
  const start = process.hrtime.bigint();
  detector.detect({
    kind: 'blob',
    item,
    bytes: content,
    offset: 0,
    line: 1,
    column: 0,
    seen: 0,
    whole: true,
    encoding,
  });
  ns += process.hrtime.bigint() - start;
}

const megabytes = bytes / 1e6;
const total = Number(ns) / 1e6;
process.stdout.write(`${megabytes.toFixed(0)} MB in ${total.toFixed(0)} ms, measuring included\n\n`);
process.stdout.write('    share   µs/MB  windows/MB  rule\n');
const sorted = [...spent].sort((a, b) => Number(b[1].ns - a[1].ns)).slice(0, 40);
for (const [id, { windows, ns: own }] of sorted) {
  const ms = Number(own) / 1e6;
  process.stdout.write(
    `  ${((ms / total) * 100).toFixed(2).padStart(6)} %  ${((ms * 1000) / megabytes).toFixed(1).padStart(6)}  ${(windows / megabytes).toFixed(1).padStart(10)}  ${id}\n`,
  );
}

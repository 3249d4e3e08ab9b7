// `npm run check:patterns`: judges every pattern that has no verdict yet, and stores the verdicts by the pattern's digest
// in test/laws/pattern-verdicts.json, so that the tests only compare digests. Verdicts that no pattern needs are dropped.
// Options: --timeout SECONDS for one pattern (default 20), --all judges again what has a verdict.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, top } from './lib/ensure.mjs';
import { judgePattern } from './lib/judge-pattern.mjs';
import { load } from './lib/load-rules.mjs';

const { values } = parseArgs({ options: { timeout: { type: 'string', default: '20' }, all: { type: 'boolean' } } });
const timeout = Number(values.timeout) * 1000;

ensureInstalled();
ensureInstalled('test/acceptance');
const { check } = createRequire(join(top, 'test/acceptance/package.json'))('recheck');
const { listPatterns, holds, loadRules } = await load(`
  export { holds, listPatterns } from './test/support/patterns.ts';
  export const loadRules = async () => (await import('./rules/index.ts')).rules;
`);
const patterns = await listPatterns(top, loadRules);
const leaks = new Map((await loadRules()).map(({ id, examples }) => [id, examples().leaks.map(({ text }) => text)]));

const file = join(top, 'test/laws/pattern-verdicts.json');
const known = values.all || !existsSync(file) ? {} : JSON.parse(readFileSync(file, 'utf8'));
const verdicts = {};
const store = () =>
  writeFileSync(
    file,
    `${JSON.stringify(verdicts, Object.keys(verdicts).sort().concat('window', 'nanosecondsPerByte'), 1)}\n`,
  );

let judged = 0;
let refused = 0;
for (const pattern of patterns) {
  const verdict = known[pattern.digest];
  if (holds(verdict, pattern)) verdicts[pattern.digest] = verdict;
}
for (const pattern of patterns) {
  if (verdicts[pattern.digest]) continue;
  const texts = pattern.places.flatMap((place) => leaks.get(place) ?? []);
  const { verdict, problem } = await judgePattern(check, pattern, texts, timeout);
  judged++;
  if (verdict) verdicts[pattern.digest] = verdict;
  else {
    refused++;
    process.stdout.write(`${pattern.places.join(', ')}: ${problem}\n  /${pattern.source}/${pattern.flags}\n`);
  }
  if (judged % 20 === 0) store();
}
store();
process.stdout.write(`${patterns.length} patterns, ${judged} judged now, ${refused} refused\n`);
// The agent of recheck would keep the process alive.
process.exit(refused > 0 ? 1 : 0);

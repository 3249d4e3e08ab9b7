// `node bench/quality/corpus.mjs [NAME…] [--seeds N] [--misses] [--false]`: precision and recall on lines written as they
// stand in real repositories, with values drawn from seeds. Each line counts once for each seed.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engine } from './lib/built-engine.mjs';
import { filesOf } from './lib/fill.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'corpus');
const given = process.argv.slice(2);
const seeds = given.includes('--seeds') ? Number(given[given.indexOf('--seeds') + 1]) : 3;
const chosen = given.filter((each) => /^[a-z]+$/.test(each));
const { Detector, Inspector, compileRules, rules } = await engine();
const settings = {
  confidence: 'medium',
  severity: 'low',
  inline: true,
  showPublic: false,
  listHeld: true,
  syntax: true,
};
const inspector = new Inspector(rules, settings);
/** Rules on how values reach clients: whether they are findings is known only with the project around. */
const ofProjects = new Set(rules.filter((rule) => rule.severityBy || rule.design).map(({ id }) => id));
const detector = new Detector(compileRules(rules));

function blobOf({ path, text }) {
  const bytes = Buffer.from(text);
  const provenance = { kind: 'file', path };
  const item = { kind: 'item', place: { kind: 'memory', bytes }, path, provenance, git: 'tracked' };
  return { kind: 'blob', item, bytes, offset: 0, line: 1, column: 0, seen: 0, whole: true, encoding: 'utf-8' };
}

const meets = ({ start, end }, { byteOffset, byteLength }) => byteOffset < end && byteOffset + byteLength > start;
const empty = () => ({ right: 0, wrong: 0, missed: 0 });
const percent = (part, all) => (all === 0 ? '    –' : ((100 * part) / all).toFixed(1).padStart(5));
const figures = ({ right, wrong, missed }) => {
  const [precision, recall] = [right / (right + wrong || 1), right / (right + missed || 1)];
  const f1 = (200 * precision * recall) / (precision + recall || 1);
  return `P ${percent(right, right + wrong)}  R ${percent(right, right + missed)}  F1 ${f1.toFixed(1).padStart(5)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
};

for (const name of readdirSync(folder)
  .filter((each) => each.endsWith('.txt'))
  .sort()) {
  if (chosen.length > 0 && !chosen.includes(name.slice(0, -4))) continue;
  const total = empty();
  const byLanguage = new Map();
  const seen = new Map();
  for (let seed = 1; seed <= seeds; seed++) {
    for (const file of filesOf(readFileSync(join(folder, name), 'utf8'), seed)) {
      const blob = blobOf(file);
      const { findings, suppressed } = inspector.inspect(blob);
      const { refusals } = detector.detect(blob);
      const own = byLanguage.get(file.language) ?? empty();
      byLanguage.set(file.language, own);
      for (const line of file.lines) {
        const here = findings.filter(
          (finding) => finding.snippet && !ofProjects.has(finding.ruleId) && meets(line, finding),
        );
        const found = line.leaks
          ? here.some((each) => line.places.some((place) => meets(place, each)))
          : here.length > 0;
        const outcome = line.leaks ? (found ? 'right' : 'missed') : found ? 'wrong' : undefined;
        if (!outcome) continue;
        total[outcome]++;
        own[outcome]++;
        if (outcome === 'right') continue;
        const held = suppressed
          .filter((each) => each.snippet && meets(line, each))
          .map(
            ({ ruleId, suppressed: { reason }, evidence }) =>
              `${ruleId} ${reason}: ${evidence.map(({ text, weight }) => `${text} ${weight}`).join('; ')}`,
          )
          .concat(
            refusals
              .filter(({ start, end }) => start < line.end && end > line.start)
              .map(({ ruleId, reason }) => `${ruleId} refused: ${reason}`),
          );
        const key = `${outcome} ${file.path}:${line.number}`;
        const text = blob.bytes.subarray(line.start, line.end).toString().slice(0, 170);
        const why = outcome === 'wrong' ? here.map(({ ruleId, confidence }) => `${ruleId} ${confidence}`) : held;
        const known = seen.get(key) ?? { outcome, where: `${file.path}:${line.number}`, text, why, times: 0 };
        known.times++;
        seen.set(key, known);
      }
    }
  }
  console.log(`${name.slice(0, -4).padEnd(14)} ${figures(total)}`);
  for (const [language, each] of [...byLanguage].sort()) console.log(`  ${language.padEnd(12)} ${figures(each)}`);
  for (const [flag, outcome] of [
    ['--misses', 'missed'],
    ['--false', 'wrong'],
  ])
    if (given.includes(flag))
      for (const { where, text, why, times } of [...seen.values()].filter((each) => each.outcome === outcome))
        console.log(`${outcome} ${times}/${seeds} ${where}\n    ${text}\n    ${why.join(' | ') || 'nothing seen'}`);
}

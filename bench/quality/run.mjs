// `node bench/quality/run.mjs [--open|--sealed] [--misses] [--false] [--no-syntax]`: keyscan's precision, recall and F1 on the labelled
// lines, for each family, language and kind of file, the open and the sealed part apart. `--misses` and `--false` list
// what was not found and what was found wrongly, of the open part only and with every value masked.

import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engine } from './lib/built-engine.mjs';
import { packagesById, parts, readJsonLines, sealFile, sha256Of } from './lib/labels.mjs';
import { digestOf } from './lib/lines.mjs';
import { print } from './lib/print.mjs';

const flags = new Set(process.argv.slice(2));
const which = flags.has('--open') ? ['open'] : flags.has('--sealed') ? ['sealed'] : ['open', 'sealed'];

const { Detector, Inspector, compileRules, rules } = await engine();
const inspector = new Inspector(rules, {
  confidence: 'medium',
  severity: 'low',
  inline: true,
  showPublic: false,
  listHeld: true,
  syntax: !flags.has('--no-syntax'),
});
const detector = new Detector(compileRules(rules));
const packages = packagesById();

/** Where the value of a label stands, in bytes of its file. @throws where the line is not the one that was labelled */
function place(bytes, { file, line, column, length, digest }) {
  let start = 0;
  for (let number = 1; number < line; number++) start = bytes.indexOf(10, start) + 1;
  const end = bytes.indexOf(10, start);
  if (digestOf(bytes.subarray(start, end < 0 ? bytes.length : end).toString('latin1')) !== digest)
    throw new Error(`${file}:${line} is not what was labelled`);
  return { start: start + column - 1, end: start + column - 1 + length };
}

const meets = (span, start, length) => start < span.end && start + length > span.start;

/** What keyscan says of each label of a part: the label, what was found there, and what was held back. */
function judge(labels) {
  const byFile = Map.groupBy ? Map.groupBy(labels, ({ package: id, file }) => `${id}\n${file}`) : groupBy(labels);
  const judged = [];
  for (const rows of byFile.values()) {
    const [{ package: id, file }] = rows;
    const bytes = readFileSync(join(packages.get(id).folder, file));
    const blob = {
      kind: 'blob',
      item: {
        kind: 'item',
        place: { kind: 'memory', bytes },
        path: file,
        provenance: { kind: 'file', path: file },
        git: 'tracked',
      },
      bytes,
      offset: 0,
      line: 1,
      column: 0,
      seen: 0,
      whole: true,
      encoding: isUtf8(bytes) ? 'utf-8' : 'latin1',
    };
    const { findings, suppressed } = inspector.inspect(blob);
    const { refusals } = detector.detect(blob);
    for (const row of rows) {
      const span = place(bytes, row);
      const at = ({ byteOffset, byteLength }) => meets(span, byteOffset, byteLength);
      judged.push({
        ...row,
        // A file reported as such says nothing of a line in it.
        // An id that stands beside its secret is told with it.
        found: findings.filter(
          (finding) => finding.snippet && (at(finding) || finding.related.some(({ line }) => line === row.line)),
        ),
        held: [
          ...suppressed
            .filter((finding) => finding.snippet && at(finding))
            .map(
              (finding) =>
                `${finding.ruleId} ${finding.suppressed.reason}: ${finding.evidence.map(({ text, weight }) => `${text} ${weight}`).join('; ')}`,
            ),
          ...refusals
            .filter(({ start, end }) => meets(span, start, end - start))
            .map(({ ruleId, reason }) => `${ruleId} refused: ${reason}`),
        ],
        value: bytes.subarray(span.start, span.end).toString('latin1'),
        before: bytes
          .subarray(Math.max(bytes.lastIndexOf(10, span.start) + 1, span.start - 60), span.start)
          .toString('latin1'),
      });
    }
  }
  return judged;
}

function groupBy(labels) {
  const groups = new Map();
  for (const label of labels) {
    const key = `${label.package}\n${label.file}`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return groups;
}

for (const part of which) {
  if (part === 'sealed' && !readFileSync(sealFile, 'utf8').startsWith(sha256Of(parts.sealed)))
    throw new Error('the sealed part is not the one that was sealed');
  print(part, judge(readJsonLines(parts[part])), part === 'open' ? flags : new Set());
}

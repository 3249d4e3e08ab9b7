import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/model/index.ts';
import { annotations, formats, render, stepSummary } from '../../src/report/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { aFinding, aReport, aRule, plainly } from '../support/report.ts';
import { reportFaults, sarifFaults } from '../support/schema.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '\x1b]8;;http://x\x07',
    '\x1b[2J',
    '\u202e',
    '\u2066',
    '::error::',
    '<script>',
    '](',
    '|',
    '\n',
    '`',
    '%0A',
  ),
);
const secrets = fc.oneof(
  fc.integer({ min: 0, max: 1e6 }).map((seed) => `ghp_${fake(b62, 36, seed)}`),
  fc.integer({ min: 0, max: 1e6 }).map((seed) => fake(b62, 12, seed)),
  fc.integer({ min: 0, max: 1e6 }).map((seed) => `${fake(b62, 12, seed)}\n${fake(b62, 12, seed + 1)}`),
);
const steps = fc.array(fc.record({ file: hostile, line: fc.integer({ min: 1, max: 1e6 }), why: hostile }), {
  maxLength: 3,
});

/** A finding of a hostile repository, with the secret that must not show. */
const planted = fc
  .record({
    secret: secrets,
    before: hostile,
    after: hostile,
    file: hostile,
    way: steps,
    related: steps,
    text: hostile,
  })
  .map(({ secret, way, text, ...parts }): { secret: string; finding: Finding } => ({
    secret,
    finding: aFinding({
      ...parts,
      secret,
      after: `${parts.after}${secret}`,
      title: text,
      evidence: [{ text, weight: 0 }],
      exposure: { kind: 'client', way, reason: text },
      suppressed: { reason: 'inline-comment', detail: text },
    }),
  }));

const reports = fc
  .record({ plants: fc.array(planted, { maxLength: 4 }), text: hostile, complete: fc.boolean() })
  .map(({ plants, text, complete }): { secrets: string[]; report: Report } => ({
    secrets: plants.map(({ secret }) => secret),
    report: aReport({
      rules: [aRule({ title: text, description: text, remediation: text, references: [text], environment: [text] })],
      findings: plants.map(({ finding: { suppressed: _, ...finding } }) => finding),
      suppressed: plants.map(({ finding }) => finding),
      skips: [{ kind: 'skip', path: text, reason: 'unreadable', detail: text }],
      complete,
    }),
  }));

const outputs = (report: Report): string[] => [
  ...formats.flatMap((format) =>
    [{}, { verbose: true }, { quiet: true }, { cap: 1 }, { width: 50 }].map((options) =>
      render(format, report, plainly(options)),
    ),
  ),
  annotations(report, { limit: 10 }).join('\n'),
  stepSummary(report),
];

const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

describe('whatever a repository holds', () => {
  test('no output holds a secret or a character that a terminal acts on', () => {
    fc.assert(
      fc.property(reports, ({ report, secrets: all }) => {
        const coloured = render('text', report, plainly({ colour: true, verbose: true })).replace(colours, '');
        for (const output of [...outputs(report), coloured]) {
          for (const secret of all)
            for (const part of secret.split('\n')) expect(output.includes(part.slice(0, -4).slice(-16))).toBe(false);
          expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('machine formats are valid, and the same report gives the same bytes', () => {
    fc.assert(
      fc.property(reports, ({ report }) => {
        expect(reportFaults(JSON.parse(render('json', report, plainly({ verbose: true }))))).toEqual([]);
        for (const line of render('jsonl', report, plainly({ verbose: true }))
          .trimEnd()
          .split('\n'))
          expect(reportFaults(JSON.parse(line))).toEqual([]);
        expect(sarifFaults(JSON.parse(render('sarif', report, plainly())))).toEqual([]);
        expect(outputs(structuredClone(report))).toEqual(outputs(report));
      }),
      { numRuns: 60 },
    );
  });

  test('a text report has the lines it means to have', () => {
    fc.assert(
      fc.property(planted, ({ finding }) => {
        const { suppressed: _, ...reported } = finding;
        const lines = render('text', aReport({ findings: [reported] }), plainly()).split('\n');
        expect(lines.filter((line) => line.startsWith('    next: '))).toHaveLength(1);
        expect(lines.at(-2)).toMatch(/^Meant to be there\?/);
      }),
      { numRuns: 60 },
    );
  });
});

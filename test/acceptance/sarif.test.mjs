// What Microsoft's SARIF multitool says of keyscan's SARIF, with GitHub's own rules on.
// The tool ends with 0 whatever it finds, schema errors too: only the log it writes tells.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { render } from '../../src/report/index.ts';
import { aFinding, aReport, aRule, plainly } from '../support/report.ts';

const multitool = createRequire(import.meta.url)('@microsoft/sarif-multitool');
// The package sets the mode in an install script, which need not have run.
chmodSync(multitool, 0o755);

const folder = mkdtempSync(join(tmpdir(), 'keyscan-sarif-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Errors and warnings of a SARIF text, as `LEVEL RULE: message`. */
function faultsOf(sarif, name) {
  const input = join(folder, `${name}.sarif`);
  const output = join(folder, `${name}.out.sarif`);
  writeFileSync(input, sarif);
  const { status, stderr } = spawnSync(
    multitool,
    [
      'validate',
      input,
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '-o',
      output,
      '--log',
      'ForceOverwrite',
    ],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  const log = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, ''));
  const [run] = log.runs;
  const broken = (run.invocations ?? []).flatMap((invocation) => [
    ...(invocation.toolExecutionNotifications ?? []),
    ...(invocation.toolConfigurationNotifications ?? []),
  ]);
  return [
    ...run.results.map(({ level, ruleId, message, locations }) =>
      [level, ruleId, JSON.stringify(message), locations?.[0]?.physicalLocation?.region?.startLine].join(' '),
    ),
    ...broken.filter(({ level }) => level === 'error').map(({ message }) => `error ${message.text}`),
  ];
}

const way = [
  { file: 'src/api.ts', line: 12, why: 'the secret' },
  { file: 'src/page.tsx', line: 1, why: "'use client'" },
];
const facts = { inHead: false, inIndex: false, inWorkTree: false, refs: ['main'], pushed: true };
const first = { id: 'a'.repeat(40), date: '2024-01-02T03:04:05Z', author: 'Ann' };
const history = { class: 'reachable', first, ...facts };

const reports = {
  'nothing found': aReport(),
  'findings of every severity': aReport({
    findings: ['critical', 'high', 'medium', 'low', 'note'].map((severity) => aFinding({ severity })),
  }),
  'findings of many rules': aReport({
    rules: ['a-key', 'b-key'].map((id) => aRule({ id, references: [], confidence: 'medium' })),
    findings: ['a-key', 'b-key'].map((ruleId) => aFinding({ ruleId, title: 'A key' })),
  }),
  'a way to the browser, related places, suppressions': aReport({
    findings: [
      aFinding({
        exposure: { kind: 'client', reason: 'a client component imports it', way },
        related: [{ file: 'src/id.ts', line: 3, why: 'the id it belongs to' }],
      }),
    ],
    suppressed: [aFinding({ line: 30, suppressed: { reason: 'inline-comment', detail: 'a fixture' } })],
  }),
  'names and places of every kind': aReport({
    findings: [
      aFinding({ file: 'a b/[slug]/ü%#?.ts' }),
      aFinding({ file: 'k.pem', end: { line: 20, column: 26 } }),
      aFinding({ before: '', after: '' }),
      aFinding({ file: '\u202e\x1b[2J\n.ts', title: 'see [this](1) {0}' }),
      aFinding({ snippet: undefined, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
    ],
  }),
  'an incomplete run': aReport({
    complete: false,
    skips: [{ kind: 'skip', path: 'private', reason: 'unreadable', detail: 'permission denied' }],
  }),
  history: aReport({
    scope: { mode: 'history', roots: ['.'], top: '/work/app', inGit: true },
    findings: [
      aFinding({ provenance: { kind: 'commit', path: 'src/api.ts', history } }),
      aFinding({ file: `commit:${'b'.repeat(40)}`, provenance: { kind: 'commit', path: '', history } }),
    ],
  }),
};

describe('the SARIF multitool', () => {
  test('sees what is wrong: the check itself works', () => {
    expect(faultsOf('{"version":"2.1.0","runs":[{"results":[{}]}]}', 'broken')).not.toEqual([]);
    const noRegion = JSON.parse(render('sarif', aReport({ findings: [aFinding()] }), plainly()));
    noRegion.runs[0].results[0].locations = [];
    expect(faultsOf(JSON.stringify(noRegion), 'no-location')).not.toEqual([]);
  });

  for (const [name, report] of Object.entries(reports))
    test(`has neither errors nor warnings for ${name}`, () => {
      const file = name.replace(/\W+/g, '-');
      expect(faultsOf(render('sarif', report, plainly()), file)).toEqual([]);
      expect(faultsOf(render('sarif', report, plainly({ fileUrl: 'file:///work/app/' })), `${file}-top`)).toEqual([]);
    });

  test('has neither for a file as full as GitHub takes it', () => {
    const findings = Array.from({ length: 5_000 }, (_, at) => aFinding({ line: at + 1, secret: 'x'.repeat(30) }));
    expect(faultsOf(render('sarif', aReport({ findings }), plainly()), 'full')).toEqual([]);
  });
});

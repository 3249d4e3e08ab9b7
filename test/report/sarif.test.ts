import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { render } from '../../src/report/index.ts';
import type { Log, Run } from '../../src/report/sarif/types.ts';
import { aFinding, aReport, aRule, aSecret, plainly } from '../support/report.ts';
import { sarifFaults } from '../support/schema.ts';

function runOf(report: Report, options = {}): Run {
  const log: Log = JSON.parse(render('sarif', report, plainly(options)));
  expect(sarifFaults(log)).toEqual([]);
  return log.runs[0];
}

const way = [
  { file: 'src/use-chat.ts', line: 3, why: 'imports it' },
  { file: 'src/page.tsx', line: 1, why: "'use client'" },
];

describe('SARIF', () => {
  test('of nothing found is a run that looked', () => {
    const run = runOf(aReport());
    expect(run.results).toEqual([]);
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.automationDetails.id).toBe('keyscan/files/');
    expect(run.tool.driver).toMatchObject({ name: 'keyscan', semanticVersion: '1.2.3' });
  });

  test('places a result, explains it, and names its rule as code scanning asks for', () => {
    const { results, tool, originalUriBaseIds } = runOf(aReport({ findings: [aFinding()] }));
    const snippet = `ghp_…${aSecret().slice(-4)}`;
    expect(results).toEqual([
      {
        ruleId: 'github-classic-token',
        ruleIndex: 0,
        kind: 'fail',
        level: 'error',
        message: {
          text: 'GitHub personal access token (classic). Delete the token under Settings › Developer settings. Read it from GITHUB_TOKEN, set in the environment or by a secret manager.',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'src/api.ts', uriBaseId: 'SRCROOT' },
              region: { startLine: 12, startColumn: 16, endLine: 12, endColumn: 56, snippet: { text: snippet } },
              contextRegion: { startLine: 12, endLine: 12, snippet: { text: `const token = '${snippet}';` } },
            },
          },
        ],
        partialFingerprints: { 'keyscan/v1': '0123456789abcdef0123:github-classic-token:src/api.ts' },
        rank: 90,
        properties: {
          severity: 'critical',
          confidence: 'high',
          evidence: ['checksum valid'],
          fingerprint: '0123456789abcdef0123',
          exposure: { kind: 'unknown', reason: '' },
          provenance: { kind: 'file', path: 'src/api.ts' },
        },
      },
    ]);
    const [rule] = tool.driver.rules;
    expect(rule).toMatchObject({
      id: 'github-classic-token',
      name: 'GithubClassicToken',
      shortDescription: { text: 'GitHub personal access token (classic).' },
      fullDescription: { text: 'Acts as its owner on every repository the owner can reach.' },
      helpUri: 'https://docs.github.com/en/authentication',
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'secret', 'external/cwe/cwe-798'],
        precision: 'high',
        'security-severity': '9.5',
      },
    });
    expect(rule?.help?.markdown).toContain('## What to do');
    expect(originalUriBaseIds.SRCROOT).toEqual({
      description: { text: 'The top of the repository; outside one, the scanned folder.' },
    });
  });

  test('names a folder of this machine only when told to', () => {
    const report = aReport({ findings: [aFinding()], scope: { ...aReport().scope, cwd: '/work/app/web' } });
    const bare = render('sarif', report, plainly());
    expect(bare).not.toContain('/work');
    expect(bare).toContain('"web/src/api.ts"');
    const run = runOf(report, { fileUrl: 'file:///work/app/' });
    expect(run.originalUriBaseIds.SRCROOT.uri).toBe('file:///work/app/');
  });

  test('shows the way to the browser as a code flow that starts at the secret', () => {
    const exposure = { kind: 'client', reason: 'a client component imports it', way } as const;
    const [result] = runOf(aReport({ findings: [aFinding({ exposure })] })).results;
    const steps = result?.codeFlows?.[0].threadFlows[0].locations.map(({ location }) => [
      location.physicalLocation.artifactLocation.uri,
      location.physicalLocation.region?.startLine,
      location.message?.text,
    ]);
    expect(steps).toEqual([
      ['src/api.ts', 12, 'The secret stands here.'],
      ['src/use-chat.ts', 3, 'imports it'],
      ['src/page.tsx', 1, "'use client'"],
    ]);
    expect(result?.message.text).toContain('It ships to browsers through src/page.tsx.');
    const again = { ...exposure, way: [{ file: 'src/api.ts', line: 12, why: 'here' }, ...way] };
    const [second] = runOf(aReport({ findings: [aFinding({ exposure: again })] })).results;
    expect(second?.codeFlows?.[0].threadFlows[0].locations).toHaveLength(3);
  });

  test('keeps what somebody decided on as suppressed, and leaves out what was not asked for', () => {
    const suppressed = (['inline-comment', 'ignore-entry', 'low-confidence'] as const).map((reason) =>
      aFinding({ suppressed: { reason, ...(reason === 'inline-comment' ? { detail: 'a fixture' } : {}) } }),
    );
    expect(runOf(aReport({ suppressed })).results.map((result) => result.suppressions)).toEqual([
      [{ kind: 'inSource', status: 'accepted', justification: 'a fixture' }],
      [{ kind: 'external', status: 'accepted', justification: 'No reason was given.' }],
    ]);
  });

  test('gives each result a fingerprint of its own', () => {
    const findings = [aFinding(), aFinding({ line: 20 }), aFinding({ file: 'b.ts' }), aFinding({ line: 30 })];
    expect(runOf(aReport({ findings })).results.map((result) => result.partialFingerprints['keyscan/v1'])).toEqual([
      '0123456789abcdef0123:github-classic-token:src/api.ts',
      '0123456789abcdef0123:github-classic-token:src/api.ts:2',
      '0123456789abcdef0123:github-classic-token:b.ts',
      '0123456789abcdef0123:github-classic-token:src/api.ts:3',
    ]);
  });

  test('tells what could not be looked at', () => {
    const skips = [
      { kind: 'skip', path: 'a b', reason: 'unreadable', detail: 'permission denied' },
      { kind: 'skip', path: 'c', reason: 'unreadable' },
      { kind: 'skip', path: 'logo.png', reason: 'binary' },
    ] as const;
    const run = runOf(aReport({ skips, complete: false }));
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'Not looked at: a b: unreadable (permission denied).',
      'Not looked at: c: unreadable.',
    ]);
    expect(run.tool.driver.notifications.map(({ id }) => id)).toEqual(['skip/unreadable']);
    const stopped = runOf(aReport({ complete: false })).invocations[0];
    expect(stopped.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'The scan ended before it had looked everywhere.',
    ]);
  });

  test('keeps the worst 25,000 results and says how many there were', () => {
    const findings = Array.from({ length: 25_010 }, (_, at) =>
      aFinding({ line: at + 1, severity: at % 5000 === 0 ? 'low' : 'high', secret: 'x'.repeat(30) }),
    );
    const log: Log = JSON.parse(render('sarif', aReport({ findings }), plainly()));
    const [run] = log.runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ level }) => level === 'note')).toHaveLength(0);
    const lines = run.results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.region?.startLine ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { level: 'warning', message: { text: 'Found 25,010 secrets; this file holds the 25,000 worst.' } },
    ]);
  });

  test('stays within the limits of texts and places', () => {
    const rule = aRule({ title: 't'.repeat(3000), description: '😀'.repeat(3000), id: `r-${'x'.repeat(400)}` });
    const related = Array.from({ length: 2000 }, (_, at) => ({ file: `f${at}.ts`, line: 1, why: 'also here' }));
    const long = Array.from({ length: 2000 }, (_, at) => ({ file: `w${at}.ts`, line: 1, why: 'imports it' }));
    const exposure = { kind: 'client', reason: 'long', way: long } as const;
    const run = runOf(aReport({ rules: [rule], findings: [aFinding({ ruleId: rule.id, related, exposure })] }));
    const [described] = run.tool.driver.rules;
    expect(described?.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(described?.fullDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(described?.name?.length).toBeLessThanOrEqual(255);
    const [result] = run.results;
    expect(1 + (result?.relatedLocations?.length ?? 0)).toBe(1000);
    expect(result?.codeFlows?.[0].threadFlows[0].locations).toHaveLength(1000);
  });

  test('is valid for names and places of every kind', () => {
    const findings = [
      aFinding({ file: 'a b/[slug]/ü%#?.ts' }),
      aFinding({ file: '/etc/app.conf' }),
      aFinding({ file: 'a\x1b[2J\u202e\n\ud800.ts' }),
      aFinding({ file: 'k.pem', end: { line: 20, column: 26 } }),
      aFinding({ before: '', after: '' }),
    ];
    expect(runOf(aReport({ findings })).results).toHaveLength(5);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exposureKinds, severities, skipReasons, suppressionReasons } from '../../src/model/index.ts';
import { render } from '../../src/report/index.ts';
import { aFinding, aReport, aSecret, plainly } from '../support/report.ts';
import { reportFaults } from '../support/schema.ts';

const report = aReport({
  findings: [
    aFinding({
      exposure: { kind: 'client', reason: 'why', way: [{ file: 'src/api.ts', line: 12, why: 'here' }] },
      related: [{ file: 'src/id.ts', line: 3, why: 'the id it belongs to' }],
    }),
  ],
  suppressed: [aFinding({ line: 20, suppressed: { reason: 'ignore-entry', detail: 'a fixture' } })],
  skips: [{ kind: 'skip', path: 'private', reason: 'unreadable', detail: 'permission denied' }],
  counts: { files: 3, bytes: 120, heldBack: { words: 2, placeholder: 1, hash: 0 }, skipped: {} },
  complete: false,
});

const finding = {
  ruleId: 'github-classic-token',
  title: 'GitHub personal access token (classic)',
  severity: 'critical',
  confidence: 'high',
  evidence: [{ text: 'checksum valid', weight: 1 }],
  file: 'src/api.ts',
  line: 12,
  column: 16,
  endLine: 12,
  endColumn: 56,
  snippet: `const token = 'ghp_…${aSecret().slice(-4)}';`,
  fingerprint: '0123456789abcdef0123',
  exposure: { kind: 'client', way: [{ file: 'src/api.ts', line: 12, why: 'here' }], reason: 'why' },
  provenance: { kind: 'file', path: 'src/api.ts' },
  related: [{ file: 'src/id.ts', line: 3, why: 'the id it belongs to' }],
  remediation: 'Delete the token under Settings › Developer settings',
};

const head = {
  version: 1,
  tool: { name: 'keyscan', version: '1.2.3' },
  complete: false,
  skipped: [{ path: 'private', reason: 'unreadable', detail: 'permission denied' }],
  summary: {
    mode: 'files',
    roots: ['.'],
    files: 3,
    bytes: 120,
    findings: { total: 1, critical: 1, high: 0, medium: 0, low: 0, note: 0 },
    suppressed: { 'ignore-entry': 1 },
    heldBack: { placeholder: 1, words: 2 },
    skipped: {},
  },
};

describe('JSON', () => {
  test('has the public shape, fields in their order', () => {
    const json = render('json', report, plainly());
    expect(json).toBe(`${JSON.stringify({ ...head, findings: [finding] }, null, 2)}\n`);
    expect(reportFaults(JSON.parse(json))).toEqual([]);
  });

  test('lists suppressed findings in verbose, each with its reason', () => {
    const { findings } = JSON.parse(render('json', report, plainly({ verbose: true })));
    expect(findings).toHaveLength(2);
    expect(findings[1].suppressed).toEqual({ reason: 'ignore-entry', detail: 'a fixture' });
  });

  test('names no author, and every kind of provenance is valid', () => {
    const commit = { id: 'a'.repeat(40), date: '2024-01-02T03:04:05Z', author: 'Ann Author' };
    const facts = { inHead: true, inIndex: true, inWorkTree: true, refs: ['main'], pushed: true };
    const findings = [
      { kind: 'file', path: 'a' },
      { kind: 'staged', path: 'a' },
      { kind: 'stdin', path: 'a' },
      {
        kind: 'commit',
        path: 'a',
        history: { class: 'merge', first: commit, last: commit, removed: commit, ...facts },
      },
      { kind: 'commit', path: 'a', history: { class: 'note', ...facts } },
      { kind: 'tag', path: 'a', tag: 'v1' },
      { kind: 'archive-member', path: 'a', archive: 'a.zip' },
      { kind: 'bundle', path: 'a', map: 'a.map' },
      { kind: 'bundle', path: 'a' },
    ].map((provenance) => aFinding({ provenance: provenance as never }));
    for (const format of ['json', 'jsonl', 'sarif'] as const)
      expect(render(format, aReport({ findings }), plainly())).not.toContain('Author');
    expect(reportFaults(JSON.parse(render('json', aReport({ findings }), plainly())))).toEqual([]);
  });

  test('keeps names of files as they are, in characters that are safe to print', () => {
    const file = 'a\x1b[2J\u202e\u{e0041}\ud800\n.ts';
    const json = render('json', aReport({ findings: [aFinding({ file })] }), plainly());
    expect(JSON.parse(json).findings[0].file).toBe(file);
    expect(json).toContain('a\\u001b[2J\\u202e\\udb40\\udc41\\ud800\\n.ts');
  });

  test('holds the neighbourhood of a secret, not megabytes', () => {
    const snippet = { text: `${'x'.repeat(1e6)}ghp_…1234${'y'.repeat(1e6)}`, start: 1e6, end: 1e6 + 9 };
    const [only] = JSON.parse(render('json', aReport({ findings: [aFinding({ snippet })] }), plainly())).findings;
    expect(only.snippet).toMatch(/^x{200,}ghp_…1234y{200,}$/);
    expect(only.snippet.length).toBeLessThanOrEqual(600);
  });
});

describe('JSONL', () => {
  test('has a finding a line, and the run on the last', () => {
    const lines = render('jsonl', report, plainly()).split('\n');
    expect(lines).toEqual([
      JSON.stringify({ kind: 'finding', ...finding }),
      JSON.stringify({ kind: 'summary', ...head }),
      '',
    ]);
    for (const line of lines.slice(0, -1)) expect(reportFaults(JSON.parse(line))).toEqual([]);
  });

  test('of nothing found is the run alone', () => {
    const [line = '', end] = render('jsonl', aReport(), plainly()).split('\n');
    expect(JSON.parse(line)).toMatchObject({ kind: 'summary', complete: true });
    expect(end).toBe('');
  });
});

describe('the schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
  const { finding: of, skip } = schema.definitions;

  test('knows every value the program knows', () => {
    expect(of.properties.severity.enum).toEqual(severities);
    expect(of.properties.exposure.properties.kind.enum).toEqual(exposureKinds);
    expect(of.properties.suppressed.properties.reason.enum).toEqual(Object.keys(suppressionReasons));
    expect(skip.properties.reason.enum).toEqual(Object.keys(skipReasons));
  });

  test.each([
    ['a field it does not know', { ...head, findings: [{ ...finding, secret: 'x' }] }],
    ['a field that is missing', { ...head, findings: [{ ...finding, fingerprint: undefined }] }],
    ['a line from 0', { ...head, findings: [{ ...finding, line: 0 }] }],
    ['a finding that is no line of JSONL', finding],
    ['another version', { ...head, version: 2, findings: [] }],
  ])('refuses %s', (_, value) => {
    expect(reportFaults(JSON.parse(JSON.stringify(value)))).not.toEqual([]);
  });
});

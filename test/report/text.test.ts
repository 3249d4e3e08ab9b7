import { describe, expect, test } from 'vitest';
import { render } from '../../src/report/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { aFinding, aReport, aRule, aSecret, plainly } from '../support/report.ts';

const last4 = (seed = 1): string => aSecret(seed).slice(-4);
const text = (report: Parameters<typeof render>[1], options = {}): string => render('text', report, plainly(options));

describe('a report for people', () => {
  test('says where, what, why, who sees it and what to do, then what the run amounts to', () => {
    const report = aReport({
      findings: [
        aFinding({
          exposure: {
            kind: 'client',
            reason: 'imported by a client component',
            way: [
              { file: 'src/api.ts', line: 12, why: 'the secret' },
              { file: 'src/hooks/use-chat.ts', line: 3, why: 'imports it' },
              { file: 'src/app/page.tsx', line: 1, why: "'use client'" },
            ],
          },
        }),
        aFinding({ line: 40, severity: 'medium', confidence: 'medium', evidence: [], secret: aSecret(2) }),
        aFinding({
          file: '.env',
          before: 'DB_PASSWORD=',
          after: '',
          secret: fake(b62, 10),
          severity: 'high',
          title: 'password in an environment file',
          evidence: [
            { text: 'name says password', weight: 1 },
            { text: 'in an environment file', weight: 0 },
          ],
          fingerprint: '~ab12',
        }),
      ],
      suppressed: [aFinding({ suppressed: { reason: 'inline-comment', detail: 'a fixture' } })],
      counts: { files: 1234, bytes: 5_600_000, heldBack: { placeholder: 7 }, skipped: { binary: 12, symlink: 1 } },
    });
    expect(text(report, { durationMs: 412 })).toBe(`src/api.ts
  src/api.ts:12:16: critical: GitHub personal access token (classic)
    | const token = 'ghp_…${last4()}';
    |                ^^^^^^^^^
    why: checksum valid (confidence high)
    ships to browsers: src/api.ts:12 → src/hooks/use-chat.ts:3 → src/app/page.tsx:1 ('use client')
    next: Delete the token under Settings › Developer settings. Call the service from a server route that reads GITHUB_TOKEN: nothing a browser loads can keep a secret.
    id: 0123456789abcdef0123 (github-classic-token)
  src/api.ts:40:16: medium: GitHub personal access token (classic)
    | const token = 'ghp_…${last4(2)}';
    |                ^^^^^^^^^
    why: its shape (confidence medium)
    next: Delete the token under Settings › Developer settings. Read it from GITHUB_TOKEN, set in the environment or by a secret manager.
    id: 0123456789abcdef0123 (github-classic-token)

.env
  .env:12:13: high: password in an environment file
    | DB_PASSWORD=…
    |             ^
    why: name says password; in an environment file (confidence high)
    next: Delete the token under Settings › Developer settings. Keep the file out of git: the line /.env in .gitignore, and git rm --cached -- .env if it is tracked.
    id: '~ab12' (github-classic-token)

3 findings: 1 critical, 1 high, 1 medium.
Looked at 1,234 files (5.6 MB, 412 ms).
History was not looked at (keyscan --history does).
Left out: 12 binary, 1 symbolic link.
Suppressed: 1 by inline comment.
Meant to be there? keyscan ignore ID --reason "…"
`);
  });

  test.each([
    [
      'a work tree',
      {},
      'No secrets found in 1,234 files (5.6 MB). History was not looked at (keyscan --history does).\n',
    ],
    [
      'a folder outside git',
      { scope: { mode: 'files', roots: ['.'], top: '/work/app', inGit: false } },
      'No secrets found in 1,234 files (5.6 MB).\n',
    ],
    [
      'the index',
      { scope: { mode: 'staged', roots: ['.'], top: '/work/app', inGit: true }, counts: aCount(1, 40) },
      'No secrets found in 1 staged file (40 bytes).\n',
    ],
    [
      'standard input',
      { scope: { mode: 'stdin', roots: ['-'], top: '/work/app', inGit: true }, counts: aCount(1, 40) },
      'No secrets found in 1 input (40 bytes).\n',
    ],
    [
      'history',
      { scope: { mode: 'history', roots: ['.'], top: '/work/app', inGit: true }, counts: aCount(31_000, 2.1e9) },
      'No secrets found in 31,000 contents of the history (2.1 GB).\n',
    ],
    [
      'less than everything, by choice',
      { counts: { ...aCount(3, 40), skipped: { binary: 2, 'too-large': 1 } }, suppressed: [aSuppressed()] },
      'No secrets found in 3 files (40 bytes). History was not looked at (keyscan --history does). Left out: 2 binary, 1 too large. Suppressed: 1 by ignore entry.\n',
    ],
  ] as const)('of nothing found in %s is one line that says what was looked at', (_, parts, line) => {
    expect(text(aReport(parts))).toBe(line);
  });

  test('never reads as clean where something could not be looked at', () => {
    const skips = [
      { kind: 'skip', path: 'private', reason: 'unreadable', detail: 'permission denied' },
      { kind: 'skip', path: 'logo.png', reason: 'binary' },
    ] as const;
    const told = `Incomplete: 1 place could not be looked at:
  private: cannot be read (permission denied)
`;
    const report = aReport({ complete: false, skips, counts: { ...aCount(3, 40), skipped: { binary: 1 } } });
    expect(text(report)).toBe(`Nothing was found in 3 files (40 bytes), but not everything was looked at.
History was not looked at (keyscan --history does).
Left out: 1 binary.
${told}`);
    expect(text(report, { quiet: true })).toBe(told);
    expect(text({ ...report, skips: [] })).toContain('Incomplete: the scan ended before it had looked everywhere.');
    expect(text({ ...report, findings: [aFinding()] })).toContain(told);
  });

  test('counts gaps beyond the fiftieth', () => {
    const skips = Array.from(
      { length: 60 },
      (_, at) => ({ kind: 'skip', path: `p${at}`, reason: 'vanished' }) as const,
    );
    const report = aReport({ complete: false, skips });
    expect(text(report)).toContain('Incomplete: 60 places could not be looked at:');
    expect(text(report)).toContain('  p49: gone while scanning\n  and 10 more (keyscan -v lists them)\n');
    expect(text(report, { verbose: true })).toContain('  p59: gone while scanning\n');
  });

  test('in quiet holds findings alone, and nothing where there are none', () => {
    expect(text(aReport(), { quiet: true })).toBe('');
    expect(text(aReport({ findings: [aFinding()] }), { quiet: true })).not.toContain('Looked at');
  });

  test('in verbose lists what is else counted', () => {
    const report = aReport({
      suppressed: [aFinding({ suppressed: { reason: 'inline-comment', detail: 'a fixture' } })],
      skips: [{ kind: 'skip', path: 'logo.png', reason: 'binary' }],
      counts: { ...aCount(3, 40), heldBack: { placeholder: 7, 'low-variety': 1 }, skipped: { binary: 1 } },
    });
    expect(text(report, { verbose: true })).toBe(`Suppressed
  src/api.ts:12:16: GitHub personal access token (classic): inline-comment (a fixture)

Left out
  logo.png: binary

Candidates held back: 1 low variety, 7 placeholder.

No secrets found in 3 files (40 bytes). History was not looked at (keyscan --history does). Left out: 1 binary. Suppressed: 1 by inline comment.
`);
  });

  test('on a stopped commit names the ways out', () => {
    const scope = { mode: 'staged', roots: ['.'], top: '/work/app', inGit: true } as const;
    const findings = [aFinding({ provenance: { kind: 'staged', path: 'src/api.ts' } })];
    const output = text(aReport({ scope, findings }));
    expect(output).toContain('next: Not committed yet: take the value out of the file, then git add -- src/api.ts.');
    expect(output).toContain('Take the values out and stage again; or accept one for good: keyscan ignore ID');
  });

  test('of history says since when, where it stands, and whether others have it', () => {
    const history = {
      class: 'reachable',
      first: { id: 'a'.repeat(40), date: '2024-01-02T03:04:05Z', author: 'Ann' },
      removed: { id: 'b'.repeat(40), date: '2024-05-06T03:04:05Z' },
      inHead: false,
      inIndex: false,
      inWorkTree: false,
      refs: ['main', 'v1', 'v2', 'v3', 'v4'],
      pushed: true,
    } as const;
    const output = text(
      aReport({ findings: [aFinding({ provenance: { kind: 'commit', path: 'src/api.ts', history } })] }),
    );
    expect(output).toContain(
      'history: first in aaaaaaaaaaaa of 2024-01-02 by Ann; removed in bbbbbbbbbbbb of 2024-05-06; not in HEAD; pushed; on main, v1, v2 and 2 more\n',
    );
    expect(output).toContain(
      'next: Delete the token under Settings › Developer settings. It was pushed, so rewriting history only tidies up: git filter-repo --replace-text FILE, with the value in FILE.\n',
    );
  });
});

describe('many findings', () => {
  const findings = Array.from({ length: 120 }, (_, at) =>
    aFinding({
      file: `src/f${at}.ts`,
      secret: aSecret(at % 60),
      fingerprint: `${at % 60}`.padStart(20, '0'),
      severity: at % 60 === 59 ? 'critical' : 'high',
    }),
  );
  const report = aReport({ findings });

  test('are grouped by secret, the worst first, and capped with the count of the rest and how to accept them', () => {
    const lines = text(report, { cap: 50 }).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '  src/f59.ts:12:16: critical: GitHub personal access token (classic)',
      `    | const token = 'ghp_…${last4(59)}';`,
      '    |                ^^^^^^^^^',
      '    why: checksum valid (confidence high)',
      '    next: Delete the token under Settings › Developer settings. Read it from GITHUB_TOKEN, set in the environment or by a secret manager.',
      '    id: 00000000000000000059 (github-classic-token)',
      '    at 1 more place: src/f119.ts:12:16',
    ]);
    expect(lines.filter((line) => line.includes(': high: '))).toHaveLength(49);
    expect(lines).toContain('Not shown: 10 more secrets at 20 places (keyscan -v shows all).');
    expect(lines).toContain('Accept them all, to be warned of new ones only: keyscan ignore --all --reason "…"');
    expect(lines).toContain('120 findings: 2 critical, 118 high.');
  });

  test('are all shown when asked', () => {
    for (const options of [{ showAll: true }, { verbose: true }, { cap: 120 }])
      expect(text(report, options).match(/: high: /g)).toHaveLength(118);
    expect(text(report)).toBe(text(report, { cap: 50 }));
  });

  test('name three more places of a secret and count the rest', () => {
    const same = Array.from({ length: 60 }, (_, at) => aFinding({ file: `f${at}.ts` }));
    expect(text(aReport({ findings: same }))).toContain(
      'at 59 more places: f1.ts:12:16, f2.ts:12:16, f3.ts:12:16 and 56 more\n',
    );
  });

  test('do not become one for having the same short fingerprint', () => {
    const weak = Array.from({ length: 60 }, (_, at) => aFinding({ file: `f${at}.ts`, fingerprint: '~ab12' }));
    expect(text(aReport({ findings: weak }))).toContain('Not shown: 10 more secrets at 10 places');
  });
});

describe('the line of a secret', () => {
  const lineOf = (parts: Parameters<typeof aFinding>[0], width?: number): string[] =>
    text(aReport({ findings: [aFinding(parts)] }), width === undefined ? {} : { width })
      .split('\n')
      .filter((line) => line.startsWith('    |'));

  test('is cut around the secret to the width of the terminal', () => {
    const [line = '', marks = ''] = lineOf({ before: `${'x'.repeat(300)} '`, after: `'; ${'y'.repeat(300)}` }, 60);
    expect(line).toBe(`    | ...${'x'.repeat(17)} 'ghp_…${last4()}'; ${'y'.repeat(17)}...`);
    expect(line).toHaveLength(60);
    expect(marks.indexOf('^')).toBe(line.indexOf('ghp_'));
  });

  test('gives one side the room the other does not need', () => {
    const [line] = lineOf({ before: 'a = ', after: 'y'.repeat(300) }, 60);
    expect(line).toBe(`    | a = ghp_…${last4()}${'y'.repeat(38)}...`);
  });

  test('stands without its indentation, and marks wide characters at their width', () => {
    const [line = '', marks = ''] = lineOf({ before: "\t\t鍵 = '" });
    expect(line).toBe(`    | 鍵 = 'ghp_…${last4()}';`);
    expect(marks).toBe(`    |       ${'^'.repeat(9)}`);
  });

  test('fits where the characters are wide', () => {
    const [line = ''] = lineOf({ before: '鍵'.repeat(300), after: '鍵'.repeat(300) }, 60);
    expect(line).toBe(`    | ...${'鍵'.repeat(9)}ghp_…${last4()}${'鍵'.repeat(10)}...`);
  });
});

describe('colours', () => {
  test('are there when asked, and change nothing else', () => {
    const report = aReport({ findings: [aFinding({ exposure: { kind: 'client', way: [], reason: 'why' } })] });
    const coloured = text(report, { colour: true });
    expect(coloured).toContain('\x1b[31m');
    expect(coloured.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(text(report));
    expect(text(report)).not.toContain('\x1b');
  });
});

test('a note is told without alarm', () => {
  const rule = aRule({ severity: 'note', remediation: 'Restrict it to your domains.' });
  const output = text(aReport({ rules: [rule], findings: [aFinding({ severity: 'note' })] }));
  expect(output).toContain(': note: ');
  expect(output).toContain('next: Restrict it to your domains.\n');
});

function aCount(files: number, bytes: number) {
  return { files, bytes, heldBack: {}, skipped: {} };
}

function aSuppressed() {
  return aFinding({ suppressed: { reason: 'ignore-entry', detail: 'why' } });
}

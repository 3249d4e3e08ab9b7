import { describe, expect, test } from 'vitest';
import { annotations, stepSummary } from '../../src/report/index.ts';
import { aFinding, aReport } from '../support/report.ts';

const scope = { mode: 'files', roots: ['.'], top: '/work/app', cwd: '/work/app/web', inGit: true } as const;

describe('annotations', () => {
  test('stand at the secret, seen from the top of the repository, the worst first', () => {
    const findings = [
      aFinding({ severity: 'low', file: 'a.ts' }),
      aFinding({ severity: 'medium', end: { line: 14, column: 2 } }),
      aFinding({ exposure: { kind: 'client', way: [], reason: '' } }),
    ];
    expect(annotations(aReport({ findings, scope }), { limit: 10 })).toEqual([
      '::error file=web/src/api.ts,line=12,endLine=12,col=16,endColumn=56,title=critical%3A GitHub personal access token (classic)::GitHub personal access token (classic). It ships to browsers. Delete the token under Settings › Developer settings. Call the service from a server route that reads GITHUB_TOKEN: nothing a browser loads can keep a secret.',
      '::warning file=web/src/api.ts,line=12,endLine=14,title=medium%3A GitHub personal access token (classic)::GitHub personal access token (classic). Delete the token under Settings › Developer settings. Read it from GITHUB_TOKEN, set in the environment or by a secret manager.',
      '::notice file=web/a.ts,line=12,endLine=12,col=16,endColumn=56,title=low%3A GitHub personal access token (classic)::GitHub personal access token (classic). Delete the token under Settings › Developer settings. Read it from GITHUB_TOKEN, set in the environment or by a secret manager.',
    ]);
  });

  test('hold no command of their own, whatever a file is called', () => {
    const file = 'a\n::stop-commands::x\r,title=b:c%0A\x1b[2J\u202e.ts';
    const [line = ''] = annotations(aReport({ findings: [aFinding({ file, title: 'a\n::error::b' })] }), { limit: 10 });
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(
      line.startsWith('::error file=a\\n%3A%3Astop-commands%3A%3Ax\\r%2Ctitle=b%3Ac%250A\\x1b[2J\\u202e.ts,'),
    ).toBe(true);
  });

  test('are as many of a kind as GitHub shows', () => {
    const findings = Array.from({ length: 40 }, (_, at) => aFinding({ severity: at < 25 ? 'high' : 'medium' }));
    const lines = annotations(aReport({ findings, complete: false }), { limit: 10 });
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines[0]).toBe('::error title=keyscan%3A incomplete::The scan ended before it had looked everywhere.');
  });

  test('of what the checked-out commit does not hold name the place in words', () => {
    const history = {
      class: 'reachable',
      inHead: false,
      inIndex: false,
      inWorkTree: false,
      refs: [],
      pushed: true,
    } as const;
    const finding = aFinding({ file: 'old.ts', provenance: { kind: 'commit', path: 'old.ts', history } });
    const [line] = annotations(aReport({ findings: [finding] }), { limit: 10 });
    expect(line).toMatch(/^::error title=critical%3A [^:]*::old\.ts:12: GitHub/);
  });
});

describe('the summary of a step', () => {
  test('is a table, the worst first', () => {
    const findings = [
      aFinding({ severity: 'low', file: 'a|b.ts' }),
      aFinding({ exposure: { kind: 'client', way: [], reason: '' } }),
    ];
    const skips = [{ kind: 'skip', path: 'private', reason: 'unreadable' }] as const;
    expect(
      stepSummary(aReport({ findings, skips, complete: false })),
    ).toBe(`## keyscan: incomplete, 2 findings (1 critical, 1 low)

Looked at 1234 files of the work tree (5.6 MB). History was not looked at.

| Severity | Where | What | Next |
| --- | --- | --- | --- |
| critical | <code>src&#47;api&#46;ts&#58;12</code> | GitHub personal access token &#40;classic&#41;<br>**ships to browsers** | Delete the token under Settings › Developer settings&#46; Call the service from a server route that reads GITHUB&#95;TOKEN&#58; nothing a browser loads can keep a secret&#46; |
| low | <code>a&#124;b&#46;ts&#58;12</code> | GitHub personal access token &#40;classic&#41; | Delete the token under Settings › Developer settings&#46; Read it from GITHUB&#95;TOKEN&#44; set in the environment or by a secret manager&#46; |

**Incomplete:** 1 place could not be looked at (unreadable).

- <code>private</code>: unreadable
`);
  });

  test('of nothing found says what was looked at', () => {
    expect(stepSummary(aReport())).toBe(
      '## keyscan: no secrets found\n\nLooked at 1234 files of the work tree (5.6 MB). History was not looked at.\n',
    );
  });

  test('stays under 1 MiB and counts what it leaves out', () => {
    const file = `${'<'.repeat(4000)}.ts`;
    const findings = Array.from({ length: 3000 }, () => aFinding({ file }));
    const skips = Array.from({ length: 500 }, () => ({ kind: 'skip', path: file, reason: 'unreadable' }) as const);
    const summary = stepSummary(aReport({ findings, skips, complete: false }));
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/[\d,]+ more findings not shown here; the report has all\./);
    expect(summary).not.toContain('<<');
  });
});

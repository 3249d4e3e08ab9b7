import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { TestRepository, temporaryFolder } from '../support/git.ts';
import { key, numberOf, scanHistory } from '../support/history.ts';
import { asOrdinaryUser } from '../support/ordinary-user.ts';

const numbers = ({ findings }: Report): number[] => findings.map((each) => numberOf(each, 40)).sort((a, b) => a - b);
const reasons = ({ skips }: Report): string[] => [...new Set(skips.map(({ reason }) => reason))];

/** Three commits with a key each, the first and last of which still stand. */
function ordinary(): TestRepository {
  const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
  repository.commit('second', { 'dir/b.txt': `${key(2)}\n` });
  repository.git('rm', '-q', 'dir/b.txt');
  repository.commit('third', { 'c.txt': `${key(3)}\n` });
  return repository;
}

const looseFile = (repository: TestRepository, id: string): string =>
  repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
const packs = (repository: TestRepository): string => repository.path('.git/objects/pack');
const packNamed = (repository: TestRepository, end: string): string =>
  join(packs(repository), readdirSync(packs(repository)).find((name) => name.endsWith(end)) ?? '');

function fastImport(repository: TestRepository, stream: string | Uint8Array): void {
  repository.gitWith(stream, 'fast-import', '--quiet', '--force');
}

/** `count` commits on top of one another, with one file that says its number; `special` replaces contents. */
function linear(count: number, special: Readonly<Record<number, string>>): string {
  const parts: string[] = [];
  for (let commit = 1; commit <= count; commit++) {
    const text = special[commit] ?? `${commit}\n`;
    parts.push(
      `commit refs/heads/main\nmark :${commit}\ncommitter A <a@example.org> ${1_600_000_000 + commit} +0000\ndata 1\nx\n` +
        `${commit > 1 ? `from :${commit - 1}\n` : ''}M 100644 inline a.txt\ndata ${text.length}\n${text}\n`,
    );
  }
  return parts.join('');
}

describe('every way of keeping objects and refs', () => {
  test.each<[string, (repository: TestRepository) => void]>([
    ['packed refs', (repository) => repository.git('pack-refs', '--all', '--prune')],
    ['gc --aggressive', (repository) => repository.git('gc', '-q', '--aggressive', '--prune=now')],
    ['one pack a commit', (repository) => repository.git('repack', '-q', '--max-pack-size=1m', '-d')],
    [
      'a multi-pack-index and a commit graph',
      (repository) => {
        repository.git('repack', '-q', '-a', '-d');
        repository.commit('fourth', { 'd.txt': 'd\n' });
        repository.git('repack', '-q', '-d');
        repository.git('multi-pack-index', 'write');
        repository.git('commit-graph', 'write', '--reachable');
      },
    ],
    [
      'an alternate that is the store itself',
      (repository) =>
        appendFileSync(repository.path('.git/objects/info/alternates'), `${repository.path('.git/objects')}\n`),
    ],
    [
      'files that are no objects',
      (repository) => {
        mkdirSync(repository.path('.git/objects/ab'), { recursive: true });
        writeFileSync(repository.path('.git/objects/ab/tmp_obj_x'), 'x');
        writeFileSync(repository.path('.git/objects/pack/tmp_pack_x'), 'x');
      },
    ],
    ['a stale lock', (repository) => writeFileSync(repository.path('.git/index.lock'), '')],
  ])('%s', async (_, change) => {
    const repository = ordinary();
    change(repository);
    const report = await scanHistory(repository.folder);
    expect(numbers(report)).toEqual([1, 2, 3]);
    expect(report).toMatchObject({ complete: true });
  });

  test('a commit graph that lies', async () => {
    const repository = ordinary();
    repository.git('gc', '-q');
    repository.git('commit-graph', 'write', '--reachable');
    const file = repository.path('.git/objects/info/commit-graph');
    const graph = readFileSync(file);
    const clean = repository.git('commit-tree', '-m', 'x', repository.gitWith('', 'mktree'));
    const tree = (commit: string): Buffer => Buffer.from(repository.git('rev-parse', `${commit}^{tree}`), 'hex');
    const at = graph.indexOf(tree('HEAD~1'));
    expect(at).toBeGreaterThan(0);
    tree(clean).copy(graph, at);
    chmodSync(file, 0o644);
    writeFileSync(file, graph);
    // git itself takes its word: what the commit adds is not seen.
    expect(repository.git('log', '--format=', '--name-only')).not.toContain('dir/b.txt');
    expect(numbers(await scanHistory(repository.folder))).toEqual([1, 2, 3]);
  });

  test('ten thousand refs', async () => {
    const repository = ordinary();
    const lines = Array.from({ length: 10_000 }, (_, index) => `create refs/heads/many/${index} HEAD~${index % 3}\n`);
    repository.gitWith(lines.join(''), 'update-ref', '--stdin');
    for (const packed of [false, true]) {
      if (packed) repository.git('pack-refs', '--all');
      const report = await scanHistory(repository.folder);
      expect(numbers(report)).toEqual([1, 2, 3]);
      expect(report.findings[0]?.provenance).toMatchObject({ history: { refs: { length: 10_001 } } });
    }
  });
});

describe('every shape of history', () => {
  test('twenty thousand commits to one file', async () => {
    const repository = TestRepository.create();
    fastImport(repository, linear(20_000, { 7: `${key(1)}\n`, 15000: `${key(2)}\n`, 15001: `${key(2)}\n` }));
    const report = await scanHistory(repository.folder);
    expect(numbers(report)).toEqual([1, 2]);
    expect(report).toMatchObject({ complete: true });
    const ids = repository.git('rev-list', '--reverse', 'main').split('\n');
    const sorted = [...report.findings].sort((one, other) => numberOf(one, 9) - numberOf(other, 9));
    expect(sorted.map(({ provenance }) => provenance)).toMatchObject([
      { history: { first: { id: ids[6] }, last: { id: ids[6] }, removed: { id: ids[7] } } },
      { history: { first: { id: ids[14_999] }, last: { id: ids[15_000] }, removed: { id: ids[15_001] } } },
    ]);
  });

  test('an octopus, a criss-cross, orphans, several roots, empty commits, merges of unrelated histories', async () => {
    const repository = TestRepository.create();
    const commit = (mark: number, branch: string, parents: readonly number[], file: string, text: string): string => {
      const [from, ...merged] = parents;
      return (
        `reset refs/heads/${branch}\n${from === undefined ? '' : `from :${from}\n`}\n` +
        `commit refs/heads/${branch}\nmark :${mark}\ncommitter A <a@example.org> ${1_600_000_000 + mark} +0000\ndata 1\nx\n` +
        `${from === undefined ? '' : `from :${from}\n`}${merged.map((parent) => `merge :${parent}\n`).join('')}` +
        `${file === '' ? '' : `M 100644 inline ${file}\ndata ${text.length}\n${text}\n`}\n`
      );
    };
    fastImport(
      repository,
      [
        commit(1, 'main', [], 'start', 's'),
        commit(2, 'b2', [1], 'b2', key(2)),
        commit(3, 'b3', [1], 'b3', key(3)),
        commit(4, 'b4', [1], 'b4', key(4)),
        commit(5, 'octopus', [2, 3, 4, 1], 'octopus', key(5)),
        commit(6, 'cross1', [2, 3], '', ''),
        commit(7, 'cross2', [3, 2], 'cross', key(6)),
        commit(8, 'cross3', [6, 7], '', ''),
        commit(9, 'orphan', [], 'orphan', key(7)),
        commit(10, 'unrelated', [8, 9], 'unrelated', key(8)),
        commit(11, 'unrelated', [10], '', ''),
      ].join(''),
    );
    const report = await scanHistory(repository.folder);
    expect(numbers(report)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    const classes = Object.fromEntries(
      report.findings.map((each) => [
        numberOf(each, 9),
        each.provenance.kind === 'commit' && each.provenance.history.class,
      ]),
    );
    expect(classes).toEqual({
      2: 'reachable',
      3: 'reachable',
      4: 'reachable',
      5: 'merge',
      6: 'merge',
      7: 'reachable',
      8: 'merge',
    });
  });

  test('dates before 1970, in 2100, out of all bounds, and none', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const dates = [
      '-86400 +0000',
      '0 +0000',
      '4102444800 +1400',
      '99999999999999999999 +0000',
      'now',
      '1700000000 +9999',
    ];
    for (const [index, date] of dates.entries()) {
      const blob = repository.gitWith(`${key(index)}\n`, 'hash-object', '-w', '--stdin');
      const tree = repository.gitWith(`100644 blob ${blob}\ta.txt\n`, 'mktree');
      const lines = [
        `tree ${tree}`,
        `author A <a@example.org> ${date}`,
        `committer A <a@example.org> ${date}`,
        '',
        'x',
        '',
      ];
      const id = repository.gitWith(lines.join('\n'), 'hash-object', '-t', 'commit', '-w', '--literally', '--stdin');
      repository.git('update-ref', `refs/heads/b${index}`, id);
    }
    const report = await scanHistory(repository.folder);
    expect(numbers(report)).toEqual([0, 1, 2, 3, 4, 5]);
    const first = report.findings.map(
      ({ provenance }) => provenance.kind === 'commit' && provenance.history.first?.date,
    );
    expect(first).toContain('1969-12-31T00:00:00+00:00');
    expect(first).toContain('2100-01-01T14:00:00+14:00');
  });

  test('a message of ten megabytes', async () => {
    const repository = TestRepository.create();
    repository.gitWith(`${'x '.repeat(5_000_000)}\n${key(1)}\n`, 'commit', '-q', '--allow-empty', '-F', '-');
    const report = await scanHistory(repository.folder);
    expect(report).toMatchObject({ complete: true, findings: [{ start: { line: 2 } }] });
  });
});

describe('every name', () => {
  test('line breaks, quotes, tabs, control characters and bytes that are no UTF-8', async () => {
    const repository = TestRepository.create();
    const names = [
      'a\nb',
      'quote"d',
      "it's",
      'tab\tbed',
      'back\\slash',
      'esc\u001b[31m',
      ' blank ',
      '-dash',
      ':colon',
      'ü/ö',
      '*?[x]',
      '#x',
      'x\u2028y',
    ];
    const entries = names.map((name, index) => [Buffer.from(name), index] as const);
    entries.push([Buffer.from([0x66, 0xff, 0xfe, 0x67]), names.length]);
    const quoted = (name: Buffer): string =>
      `"${[...name].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`;
    const commit = `commit refs/heads/main\ncommitter A <a@example.org> 1600000000 +0000\ndata 1\nx\n`;
    const files = entries.map(
      ([name, index]) => `M 100644 inline ${quoted(name)}\ndata ${key(index).length}\n${key(index)}\n`,
    );
    fastImport(repository, `${commit}${files.join('')}\n`);
    const report = await scanHistory(repository.folder);
    expect(numbers(report)).toEqual(entries.map(([, index]) => index));
    expect(report).toMatchObject({ complete: true });
    const [broken] = report.findings.filter((each) => numberOf(each, 40) === names.length);
    expect(broken?.file).toBe('f\\xFF\\xFEg');
    for (const { file } of report.findings) expect(file).not.toMatch(/[\p{Cc}\u2028]/u);
  });

  test('trees that git would never write: a name twice, names that leave the folder, modes that git does not know', async () => {
    const repository = TestRepository.create();
    const blob = (number: number): Buffer =>
      Buffer.from(repository.gitWith(`${key(number)}\n`, 'hash-object', '-w', '--stdin'), 'hex');
    const entry = (mode: string, name: string, number: number): Buffer =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), blob(number)]);
    const tree = repository.gitWith(
      Buffer.concat([
        entry('100644', '../out.txt', 1),
        entry('100644', 'dir.git', 2),
        entry('100644', '/etc/x', 3),
        entry('100644', 'a.txt', 4),
        entry('100644', 'a.txt', 5),
        entry('100666', 'group', 6),
        entry('60644', 'odd', 7),
        entry('160000', 'submodule', 8),
      ]),
      'hash-object',
      '-t',
      'tree',
      '-w',
      '--literally',
      '--stdin',
    );
    writeFileSync(join(repository.folder, '../out.txt'), `${key(1)}\n`);
    repository.git('update-ref', 'refs/heads/main', repository.git('commit-tree', '-m', 'x', tree));
    const report = await scanHistory(repository.folder);
    rmSync(join(repository.folder, '../out.txt'));
    expect(numbers(report)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const out = report.findings.find((each) => numberOf(each, 9) === 1);
    expect(out?.provenance).toMatchObject({ history: { inWorkTree: false } });
  });
});

describe('what is broken is told, and never clean', () => {
  const cases: (readonly [string, (repository: TestRepository) => void])[] = [
    ...['HEAD', 'HEAD~1', 'HEAD~1^{tree}', 'HEAD~1:dir', 'HEAD~1:dir/b.txt'].flatMap(
      (name): (readonly [string, (repository: TestRepository) => void])[] => {
        const file = (repository: TestRepository) => looseFile(repository, repository.git('rev-parse', name));
        const broken = (bytes: string | Uint8Array) => (repository: TestRepository) => {
          const path = file(repository);
          rmSync(path);
          writeFileSync(path, bytes);
        };
        const other = (repository: TestRepository): void =>
          broken(readFileSync(looseFile(repository, repository.git('rev-parse', 'HEAD:c.txt'))))(repository);
        return [
          [`${name} is missing`, (repository) => rmSync(file(repository))],
          [`${name} is no object`, broken('broken')],
          [`${name} is empty`, broken('')],
          // That a content is another one shows in its digest alone, and it is looked at all the same.
          ...(name.endsWith('.txt') ? [] : [[`${name} is another object`, other] as const]),
        ];
      },
    ),
    [
      'the pack is cut',
      (repository) => {
        repository.git('gc', '-q');
        const pack = packNamed(repository, '.pack');
        chmodSync(pack, 0o644);
        truncateSync(pack, 200);
      },
    ],
    [
      'the pack is gone',
      (repository) => {
        repository.git('gc', '-q');
        rmSync(packNamed(repository, '.pack'));
      },
    ],
    [
      'the index of the pack is gone',
      (repository) => {
        repository.git('gc', '-q');
        rmSync(packNamed(repository, '.idx'));
      },
    ],
    [
      'the index of the pack is cut',
      (repository) => {
        repository.git('gc', '-q');
        const index = packNamed(repository, '.idx');
        chmodSync(index, 0o644);
        truncateSync(index, 1100);
      },
    ],
    [
      'the index of the pack is nonsense',
      (repository) => {
        repository.git('gc', '-q');
        const index = packNamed(repository, '.idx');
        chmodSync(index, 0o644);
        writeFileSync(index, Buffer.alloc(2000, 0xee));
      },
    ],
    [
      'an alternate store is gone',
      (repository) => {
        const store = join(temporaryFolder(), 'objects');
        cpSync(repository.path('.git/objects'), store, { recursive: true });
        for (const name of readdirSync(repository.path('.git/objects')))
          if (/^[0-9a-f]{2}$/.test(name)) rmSync(repository.path(`.git/objects/${name}`), { recursive: true });
        appendFileSync(repository.path('.git/objects/info/alternates'), `${store}\n`);
        rmSync(store, { recursive: true });
      },
    ],
    [
      'an alternate is not there',
      (repository) => appendFileSync(repository.path('.git/objects/info/alternates'), '/nonexistent/objects\n'),
    ],
    [
      'a branch names what is gone',
      (repository) => writeFileSync(repository.path('.git/refs/heads/other'), `${'e'.repeat(40)}\n`),
    ],
    ['a branch is nonsense', (repository) => writeFileSync(repository.path('.git/refs/heads/other'), 'nonsense\n')],
    ['a branch is empty', (repository) => writeFileSync(repository.path('.git/refs/heads/other'), '')],
    [
      'a branch is zeros',
      (repository) => writeFileSync(repository.path('.git/refs/heads/other'), `${'0'.repeat(40)}\n`),
    ],
    [
      'packed refs are nonsense',
      (repository) => writeFileSync(repository.path('.git/packed-refs'), 'nonsense nonsense\n'),
    ],
    ['the configuration is nonsense', (repository) => writeFileSync(repository.path('.git/config'), '[[[')],
    [
      'the repository is of a version to come',
      (repository) => repository.git('config', 'core.repositoryformatversion', '9'),
    ],
    [
      'the repository has an extension to come',
      (repository) => {
        repository.git('config', 'core.repositoryformatversion', '1');
        repository.git('config', 'extensions.fromthefuture', 'true');
      },
    ],
    ['the index is nonsense', (repository) => writeFileSync(repository.path('.git/index'), 'nonsense')],
  ];
  test.each(cases)('%s', async (_, harm) => {
    const repository = ordinary();
    harm(repository);
    for (const range of [undefined, 'all']) {
      let report: Report | undefined;
      let code = '';
      try {
        report = await scanHistory(repository.folder, range === undefined ? {} : { range });
      } catch (error) {
        code = (error as { code?: string }).code ?? 'unforeseen';
      }
      if (report)
        expect({ complete: report.complete, reasons: reasons(report) }).toEqual({
          complete: false,
          reasons: [expect.any(String), ...reasons(report).slice(1)],
        });
      else expect(code).toMatch(/^git-/);
    }
  });

  test('a stash of which one entry is gone: the others are looked at', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    for (const number of [1, 2, 3]) {
      repository.write({ 'a.txt': `${key(number)}\n` });
      repository.git('stash', '-q');
    }
    rmSync(looseFile(repository, repository.git('rev-parse', 'stash@{1}')));
    const report = await scanHistory(repository.folder);
    expect(report.complete).toBe(false);
    expect(numbers(report)).toEqual([1, 3]);
  });

  test('a folder of objects, or a pack, may not be opened', async () => {
    for (const packed of [false, true]) {
      const repository = ordinary();
      if (packed) repository.git('gc', '-q');
      const dangling = repository.gitWith(`${key(9)}\n`, 'hash-object', '-w', '--stdin');
      const locked = packed ? packNamed(repository, '.pack') : repository.path(`.git/objects/${dangling.slice(0, 2)}`);
      const name = locked.slice(repository.folder.length + 1);
      await asOrdinaryUser(repository.folder, { lock: [name] }, async () => {
        expect((await scanHistory(repository.folder, { range: 'all' })).complete).toBe(false);
      });
    }
  });

  test.runIf(process.getuid?.() === 0)('the repository belongs to somebody else', async () => {
    const repository = ordinary();
    execFileSync('chown', ['-R', '12345', repository.folder]);
    const failed = await scanHistory(repository.folder).then(
      ({ complete, skips }) => ({ complete, said: skips.map(({ detail }) => detail).join() }),
      (error: Error) => ({ complete: false, said: error.message }),
    );
    execFileSync('chown', ['-R', '0', repository.folder]);
    expect(failed).toEqual({ complete: false, said: expect.stringContaining('safe.directory') });
    expect(existsSync(repository.folder)).toBe(true);
  });
});

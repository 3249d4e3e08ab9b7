import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { TestRepository, temporaryFolder } from '../support/git.ts';
import { type HistoryMode, key, numberOf, scanHistory } from '../support/history.ts';
import { planted, repositoryOfPlaces } from '../support/history-places.ts';

const names = Object.keys(planted) as (keyof typeof planted)[];

/** Every finding in words: the key's name, where, how it is held, since and until which commit, and where it stands. */
function rows({ findings }: Report, { folder, git }: { folder: string; git: (...args: string[]) => string }): string[] {
  const objects = git('cat-file', '--batch-all-objects', '--batch-check').split('\n');
  const commits = objects.filter((line) => line.includes(' commit ')).map((line) => line.split(' ')[0] as string);
  const subjects = new Map(commits.map((id) => [id, git('log', '-1', '--format=%s', id)]));
  const subject = (id: string | undefined): string => (id === undefined ? '-' : (subjects.get(id) ?? folder));
  const plain = (path: string): string => path.replace(/[0-9a-f]{40,64}/, 'ID');
  return findings
    .map((finding) => {
      const { provenance, ruleId } = finding;
      const name = ruleId === 'dotenv-file' ? 'file' : names.find((each) => planted[each] === numberOf(finding, 20));
      if (provenance.kind !== 'commit') return `${name} ${plain(finding.file)} ${provenance.kind}`;
      const { class: held, first, removed, inHead, inIndex, inWorkTree, refs, pushed } = provenance.history;
      const states = { HEAD: inHead, index: inIndex, tree: inWorkTree, pushed };
      return [
        `${name} ${[finding.file, ...finding.related.map(({ file }) => file)].map(plain).join('+')} ${held}`,
        `from ${subject(first?.id).slice(0, 8)}`,
        `to ${subject(removed?.id).slice(0, 8)}`,
        Object.entries(states)
          .flatMap(([state, is]) => (is ? [state] : []))
          .join() || 'nowhere',
        `on ${refs.join()}`,
      ].join(' | ');
    })
    .sort();
}

const scan = async (repository: TestRepository, mode: HistoryMode = {}): Promise<string[]> =>
  rows(await scanHistory(repository.folder, mode), {
    folder: repository.folder,
    git: (...args) => repository.git(...args),
  });

const skipsOf = ({ skips, complete }: Report): string[] => [
  `complete ${complete}`,
  ...new Set(skips.map(({ reason }) => reason)),
];

const branches = 'elsewhere,main,side,v1';
const inHistory = [
  `branch branch.txt reachable | from on side | to evil mer | nowhere | on ${branches}`,
  'dotenv .env reachable | from add dote | to remove d | nowhere | on main',
  'evil evil.txt merge | from evil mer | to - | HEAD,index,tree | on main,v1',
  'file .env reachable | from add dote | to remove d | nowhere | on main',
  `gone gone.txt reachable | from add gone | to remove g | pushed | on ${branches.replace('main', 'main,origin/main')}`,
  'header .git/config file',
  `live lib/moved.txt+lib/live.txt reachable | from add live | to - | HEAD,index,tree,pushed | on ${branches.replace('main', 'main,origin/main')}`,
  `message commit:ID message | from says dop | to - | nowhere | on main,v1`,
  'note note:ID note | from Notes ad | to - | nowhere | on refs/notes/commits',
  'remoteUrl .git/config file',
  'stashedFirst a.txt stash | from WIP on m | to - | nowhere | on ',
  'stashedUntracked untracked.txt stash | from untracke | to - | nowhere | on ',
  'tag tag:ID tag',
].map((row) => row.replace('from on side | to evil mer', 'from on side | to -'));

const besides = [
  'amended amended.txt reflog | from to be am | to - | nowhere | on ',
  'dangling blob:ID dangling | from - | to - | nowhere | on ',
  'detached detached.txt dangling | from detached | to - | nowhere | on ',
  'staged staged.txt staged',
];

describe('a key in every place', () => {
  test('what refs reach, stashes, messages and notes; with all, what nothing reaches too', async () => {
    const repository = repositoryOfPlaces();
    expect(await scan(repository)).toEqual(inHistory);
    expect(await scan(repository, { range: 'all' })).toEqual([...inHistory, ...besides].sort());
  });

  test('the same in a repository with SHA-256', async () => {
    const repository = repositoryOfPlaces('sha256');
    expect(await scan(repository, { range: 'all' })).toEqual([...inHistory, ...besides].sort());
  });

  test('the same after git gc', async () => {
    const repository = repositoryOfPlaces();
    const before = await scanHistory(repository.folder, { range: 'all' });
    repository.git('-c', 'gc.reflogExpire=never', '-c', 'gc.reflogExpireUnreachable=never', 'gc', '-q');
    const after = await scanHistory(repository.folder, { range: 'all' });
    expect(after.findings).toEqual(before.findings);
    expect(readdirSync(repository.path('.git/objects/pack')).length).toBeGreaterThan(0);
  });

  test('the same where the objects lie in an alternate store', async () => {
    const repository = repositoryOfPlaces();
    const store = join(temporaryFolder(), 'objects');
    renameSync(repository.path('.git/objects'), store);
    mkdirSync(repository.path('.git/objects/info'), { recursive: true });
    writeFileSync(repository.path('.git/objects/info/alternates'), `${store}\n`);
    expect(await scan(repository, { range: 'all' })).toEqual([...inHistory, ...besides].sort());
  });

  test('the same from a linked work tree, with its own index', async () => {
    const repository = repositoryOfPlaces();
    const folder = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', '--detach', folder, 'main');
    const others = besides.map((row) =>
      row.startsWith('staged') ? 'staged blob:ID dangling | from - | to - | nowhere | on ' : row,
    );
    expect(await scan(TestRepository.at(folder), { range: 'all' })).toEqual([...inHistory, ...others].sort());
  });

  test('a mirror has what refs reach, and no work tree', async () => {
    const repository = repositoryOfPlaces();
    const folder = join(temporaryFolder(), 'mirror.git');
    repository.git('clone', '-q', '--mirror', `file://${repository.folder}`, folder);
    const expected = inHistory
      // Only the last stash is a ref; the configuration is the mirror's own.
      .filter((row) => !/^(?:stashedFirst|header|remoteUrl)/.test(row))
      .map((row) => row.replace('HEAD,index,tree', 'HEAD'));
    expect(await scan(TestRepository.at(folder), { range: 'all' })).toEqual(expected);
  });

  test('a shallow clone is told as incomplete', async () => {
    const repository = repositoryOfPlaces();
    const folder = join(temporaryFolder(), 'shallow');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, folder);
    const report = await scanHistory(folder);
    expect(skipsOf(report)).toEqual(['complete false', 'shallow']);
    expect(rows(report, { folder, git: (...args) => TestRepository.at(folder).git(...args) })).toEqual([
      'evil evil.txt reachable | from clean | to - | HEAD,index,tree,pushed | on main,origin/main',
      'live lib/moved.txt reachable | from clean | to - | HEAD,index,tree,pushed | on main,origin/main',
    ]);
  });

  test('a partial clone is told as incomplete, and nothing is fetched', async () => {
    const repository = repositoryOfPlaces();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    for (const filter of ['blob:none', 'tree:0']) {
      const folder = join(temporaryFolder(), 'partial');
      repository.git('clone', '-q', '--bare', `--filter=${filter}`, `file://${repository.folder}`, folder);
      const before = filesBelow(folder);
      const report = await scanHistory(folder, { range: 'all' });
      expect(skipsOf(report)).toEqual(['complete false', 'promised']);
      expect(report.findings.map((finding) => numberOf(finding, 20))).toEqual([planted.message, planted.tag]);
      expect(filesBelow(folder)).toEqual(before);
    }
  });

  test('nothing in the repository is written', async () => {
    const repository = repositoryOfPlaces();
    const before = filesBelow(repository.folder);
    await scanHistory(repository.folder, { range: 'all' });
    expect(filesBelow(repository.folder)).toEqual(before);
  });
});

/** Every file with its size and time. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(
      (name) => `${name} ${statSync(join(folder, String(name))).mtimeMs} ${statSync(join(folder, String(name))).size}`,
    )
    .sort();

describe('some commits', () => {
  test('what a range adds, also where it takes it away again', async () => {
    const repository = repositoryOfPlaces();
    const found = async (mode: HistoryMode) =>
      (await scanHistory(repository.folder, mode)).findings
        .map((finding) => names.find((each) => planted[each] === numberOf(finding, 20)) ?? finding.ruleId)
        .sort();
    expect(await found({ range: 'v1..main' })).toEqual(['dotenv', 'dotenv-file']);
    expect(await found({ range: 'origin/main..main' })).toEqual(['branch', 'dotenv', 'dotenv-file', 'evil', 'message']);
    expect(await found({ branch: 'side' })).toEqual(['branch', 'gone', 'live']);
    expect(await found({ range: 'main..side' })).toEqual([]);
    expect(await found({ since: '2023-11-14T22:25:30Z' })).toContain('evil');
    expect(await found({ since: '2023-11-14T22:25:30Z' })).not.toContain('gone');
    expect(await found({ since: '2030-01-01' })).toEqual([]);
  });

  test('a key that was there before is not added by a change beside it, nor by a move', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    repository.commit('beside', { 'a.txt': `${key(1)}\nmore\n` });
    repository.git('mv', 'a.txt', 'b.txt');
    repository.commit('move');
    expect((await scanHistory(repository.folder, { range: 'HEAD~2..HEAD' })).findings).toEqual([]);
    repository.commit('copy', { 'c.txt': `${key(1)}\n` });
    const { findings } = await scanHistory(repository.folder, { range: 'HEAD~1..HEAD' });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.provenance).toMatchObject({ history: { inHead: true } });
  });

  test('an empty range is clean, an unknown one is wrong usage', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    const report = await scanHistory(repository.folder, { range: 'HEAD..HEAD' });
    expect(report).toMatchObject({ findings: [], complete: true, counts: { files: 0 } });
    await expect(scanHistory(repository.folder, { range: 'nowhere..HEAD' })).rejects.toMatchObject({
      code: 'nothing-selected',
    });
    await expect(scanHistory(repository.folder, { range: '--output=x' })).rejects.toMatchObject({
      code: 'nothing-selected',
    });
  });
});

describe('a history', () => {
  test('outside a repository there is none', async () => {
    await expect(scanHistory(temporaryFolder())).rejects.toMatchObject({ code: 'not-a-repository' });
  });

  test('before the first commit it is empty', async () => {
    expect(await scanHistory(TestRepository.create().folder)).toMatchObject({ findings: [], complete: true });
  });

  test('is limited by a folder, by patterns and by .keyscanignore', async () => {
    const repository = TestRepository.create({
      'one/a.txt': key(1),
      'two/b.txt': key(2),
      'node_modules/c.txt': key(3),
      'out/d.txt': key(4),
      '.keyscanignore': 'out/\n',
    });
    const found = async (mode: HistoryMode, more = {}) =>
      (await scanHistory(repository.folder, mode, more)).findings.map((finding) => numberOf(finding, 9));
    expect(await found({})).toEqual([1, 2]);
    expect(await found({ roots: ['two'] })).toEqual([2]);
    expect(await found({}, { exclude: ['two/'] })).toEqual([1]);
    expect(await found({}, { include: ['two/'] })).toEqual([2]);
  });

  test('a content at several paths is judged for each', async () => {
    const repository = TestRepository.create({ 'config.txt': key(1), 'test/config.txt': key(1) });
    const { findings } = await scanHistory(repository.folder);
    expect(findings).toMatchObject([
      { file: 'config.txt', severity: 'critical', related: [{ file: 'test/config.txt', line: 1 }] },
    ]);
  });

  test('where the index and the work tree have it is told apart', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n`, 'b.txt': `${key(2)}\n` });
    repository.write({ 'a.txt': 'gone\n', 'b.txt': 'gone\n' });
    repository.git('add', 'a.txt');
    repository.write({ 'a.txt': `again ${key(1)}\n` });
    const { findings } = await scanHistory(repository.folder);
    expect(findings).toMatchObject([
      { provenance: { history: { inHead: true, inIndex: false, inWorkTree: true } } },
      { provenance: { history: { inHead: true, inIndex: true, inWorkTree: false } } },
    ]);
  });

  test('replace refs and grafts hide nothing', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    const clean = repository.commit('clean', { 'a.txt': 'a\n' });
    repository.git('replace', clean, repository.git('commit-tree', '-m', 'other', `${clean}^{tree}`));
    writeFileSync(repository.path('.git/info/grafts'), `${clean}\n`);
    const { findings } = await scanHistory(repository.folder);
    expect(findings.map((finding) => numberOf(finding, 3))).toEqual([1]);
    expect(findings[0]?.provenance).toMatchObject({ history: { class: 'reachable', removed: { id: clean } } });
  });

  test('a broken and a missing content are told, all others are looked at', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n', 'b.txt': 'b\n', 'c.txt': `${key(3)}\n` });
    const file = (name: string): string => {
      const id = repository.git('rev-parse', `HEAD:${name}`);
      return repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    };
    rmSync(file('a.txt'));
    rmSync(file('b.txt'));
    writeFileSync(file('b.txt'), 'broken');
    const report = await scanHistory(repository.folder);
    expect(report.findings.map((finding) => numberOf(finding, 3))).toEqual([3]);
    expect(report.complete).toBe(false);
    expect(report.skips.map(({ path, reason }) => `${path.slice(0, 6)} ${reason}`)).toContain('a.txt missing-object');
    expect(report.skips.map(({ reason }) => reason)).toContain('broken-object');
  });

  test('a content that is broken within a pack is told, and those after it are looked at', async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, `${key(index)}\n`]));
    const repository = TestRepository.create(files);
    repository.git('gc', '-q');
    const id = repository.git('rev-parse', 'HEAD:5.txt');
    const [pack = ''] = readdirSync(repository.path('.git/objects/pack')).filter((name) => name.endsWith('.pack'));
    const listed = repository.git('verify-pack', '-v', repository.path(`.git/objects/pack/${pack}`)).split('\n');
    const offset = Number(listed.find((line) => line.startsWith(id))?.split(/\s+/)[4]);
    const copy = temporaryFolder();
    cpSync(repository.folder, copy, { recursive: true });
    const broken = join(copy, '.git/objects/pack', pack);
    rmSync(broken);
    const bytes = readFileSync(repository.path(`.git/objects/pack/${pack}`));
    bytes.fill(0xff, offset + 4, offset + 24);
    writeFileSync(broken, bytes);
    const report = await scanHistory(copy);
    expect(report.findings.map((finding) => numberOf(finding, 20)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index).filter((index) => index !== 5),
    );
    expect(report).toMatchObject({ complete: false, skips: [{ reason: 'broken-object' }] });
  });

  test('a missing tree and a missing parent are told, the rest is looked at', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    const gone = repository.commit('second', { 'dir/b.txt': `${key(2)}\n` });
    repository.commit('third', { 'c.txt': `${key(3)}\n`, 'dir/b.txt': 'b\n' });
    const lose = (id: string) => rmSync(repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
    lose(repository.git('rev-parse', `${gone}:dir`));
    const without = await scanHistory(repository.folder);
    expect(without.complete).toBe(false);
    expect(without.skips.map(({ reason }) => reason)).toContain('missing-object');
    expect(without.findings.map((finding) => numberOf(finding, 3))).toContain(1);
    lose(gone);
    const report = await scanHistory(repository.folder);
    expect(report.complete).toBe(false);
    expect(report.findings.map((finding) => numberOf(finding, 3)).sort()).toEqual([1, 3]);
  });

  test('submodules, links and pointers of git LFS are counted, not followed', async () => {
    const library = TestRepository.create({ 'l.txt': key(1) });
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`;
    const repository = TestRepository.create({ 'big.bin': pointer });
    repository.git('submodule', '--quiet', 'add', library.folder, 'lib');
    repository.commit('submodule');
    const report = await scanHistory(repository.folder);
    expect(report).toMatchObject({ findings: [], complete: true, counts: { skipped: { 'lfs-pointer': 1 } } });
  });

  test('a ref to a content, and a tag of a tag', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    repository.git('update-ref', 'refs/tags/blob', repository.gitWith(key(1), 'hash-object', '-w', '--stdin'));
    repository.git('tag', '-a', '-m', `inner ${key(2)}`, 'inner');
    repository.git('tag', '-a', '-m', `outer ${key(3)}`, 'outer', 'inner');
    repository.git('tag', '-d', 'inner');
    const { findings } = await scanHistory(repository.folder);
    expect(findings.map((finding) => numberOf(finding, 3)).sort()).toEqual([1, 2, 3]);
    expect(findings.find((finding) => numberOf(finding, 3) === 1)).toMatchObject({
      provenance: { history: { class: 'reachable' } },
    });
  });

  test('GIT_DIR and GIT_WORK_TREE name the repository', async () => {
    const repository = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    const elsewhere = temporaryFolder();
    process.env['GIT_DIR'] = repository.path('.git');
    process.env['GIT_WORK_TREE'] = elsewhere;
    try {
      expect((await scanHistory(elsewhere)).findings).toMatchObject([{ file: 'a.txt' }]);
    } finally {
      delete process.env['GIT_DIR'];
      delete process.env['GIT_WORK_TREE'];
    }
  });

  test('who can see it is decided for what stands in HEAD', async () => {
    const page = (line: string) =>
      `'use client';\nexport const page = () => fetch('/x', { headers: { a: ${line} } });\n`;
    const repository = TestRepository.create({
      'package.json': '{ "name": "x", "dependencies": { "next": "15.0.0" } }\n',
      'app/page.jsx': page(`'${key(1)}'`),
      'gone.txt': key(2),
    });
    repository.git('rm', '-q', 'gone.txt');
    repository.commit('remove');
    const { findings } = await scanHistory(repository.folder, {}, { exposure: true });
    expect(findings).toMatchObject([
      { file: 'app/page.jsx', exposure: { kind: 'client' } },
      { file: 'gone.txt', exposure: { kind: 'unknown', reason: 'it does not stand in HEAD' } },
    ]);
  });

  test('what an entry accepts at one path is still told at another', async () => {
    const repository = TestRepository.create({ 'a.txt': key(1), 'b.txt': key(1) });
    const [all] = (await scanHistory(repository.folder)).findings;
    const entry = {
      rule: 'digitalocean-access-token',
      fingerprint: all?.fingerprint ?? '',
      path: 'a.txt',
      reason: 'old',
    };
    const report = await scanHistory(repository.folder, {}, { ignores: [entry] });
    expect(report.findings).toMatchObject([{ file: 'b.txt', related: [] }]);
    expect(report.suppressed).toMatchObject([{ file: 'a.txt', suppressed: { reason: 'ignore-entry' } }]);
  });

  test('a message that was cut out of a large store keeps its lines', async () => {
    const repository = TestRepository.create();
    repository.commit(`subject\n\nbody\n${key(1)}`, { 'a.txt': 'a\n' });
    appendFileSync(repository.path('a.txt'), 'x');
    expect((await scanHistory(repository.folder)).findings).toMatchObject([{ start: { line: 4, column: 1 } }]);
  });
});

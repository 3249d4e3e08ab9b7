import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { TestRepository } from '../support/git.ts';
import { key, numberOf, scanHistory } from '../support/history.ts';

/** Every finding as `NUMBER PATH CLASS REFS`, ids left out. */
const rows = ({ findings }: Report): string[] =>
  findings
    .map((finding) => {
      const { provenance } = finding;
      const history = provenance.kind === 'commit' ? provenance.history : undefined;
      const paths = [finding.file, ...finding.related.map(({ file }) => file)];
      const plain = paths.map((path) => path.replace(/[0-9a-f]{40}/, 'ID')).join('+');
      return `${numberOf(finding, 9)} ${plain} ${history?.class ?? provenance.kind} ${history?.refs.join() ?? ''}`.trim();
    })
    .sort();

const blob = (repository: TestRepository, text: string): string =>
  repository.gitWith(text, 'hash-object', '-w', '--stdin');
const tree = (repository: TestRepository, ...entries: readonly string[]): string =>
  repository.gitWith(entries.map((entry) => `${entry}\n`).join(''), 'mktree');

/** A tree with the file `dir/a.txt`. */
function treeWith(repository: TestRepository, text: string): string {
  const inner = tree(repository, `100644 blob ${blob(repository, text)}\ta.txt`);
  return tree(repository, `040000 tree ${inner}\tdir`);
}

describe('refs that name no commit', () => {
  test('a content, a tree, and tags of them: with their paths and refs', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    repository.git('update-ref', 'refs/custom/blob', blob(repository, key(1)));
    repository.git('update-ref', 'refs/custom/tree', treeWith(repository, key(2)));
    repository.git('tag', '-a', '-m', 'x', 'of-blob', blob(repository, key(3)));
    repository.git('tag', '-a', '-m', 'x', 'of-tree', treeWith(repository, key(4)));
    repository.git('tag', '-a', '-m', 'x', 'of-tag', 'of-tree');
    repository.git('tag', 'plain', treeWith(repository, key(4)));
    const expected = [
      '1 blob:ID reachable refs/custom/blob',
      '2 dir/a.txt reachable refs/custom/tree',
      '3 blob:ID reachable of-blob',
      '4 dir/a.txt reachable of-tag,of-tree,plain',
    ];
    for (const range of [undefined, 'all']) {
      const report = await scanHistory(repository.folder, range === undefined ? {} : { range });
      expect(report.complete).toBe(true);
      expect(rows(report)).toEqual(expected);
    }
    expect(rows(await scanHistory(repository.folder, { range: 'HEAD~0..HEAD' }))).toEqual([]);
  });

  test('one that a ref names and commits have too', async () => {
    const repository = TestRepository.create({ 'a.txt': key(1) });
    repository.git('update-ref', 'refs/tags/tree', repository.git('rev-parse', 'HEAD^{tree}'));
    repository.git('update-ref', 'refs/tags/blob', repository.git('rev-parse', 'HEAD:a.txt'));
    expect(rows(await scanHistory(repository.folder))).toEqual(['1 a.txt reachable blob,main,tree']);
  });

  test('a ref, a tag and HEAD that name what is gone are told', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const lose = (id: string) => rmSync(repository.path(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`));
    const gone = treeWith(repository, 'x\n');
    repository.git('update-ref', 'refs/tags/tree', gone);
    lose(gone);
    expect(await scanHistory(repository.folder)).toMatchObject({
      complete: false,
      skips: [{ path: `object:${gone}`, reason: 'missing-object' }],
    });
    repository.git('update-ref', '-d', 'refs/tags/tree');
    const other = blob(repository, 'other\n');
    repository.git('tag', '-a', '-m', 'x', 'of-blob', other);
    lose(other);
    expect(await scanHistory(repository.folder)).toMatchObject({
      complete: false,
      skips: [{ path: `object:${other}` }],
    });
    repository.git('tag', '-d', 'of-blob');
    lose(repository.git('rev-parse', 'HEAD'));
    expect((await scanHistory(repository.folder)).complete).toBe(false);
  });
});

describe('what nothing names', () => {
  test('contents of trees without a commit have their paths', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    treeWith(repository, key(1));
    repository.stage({ 'deep/er/.env': `S3_TOKEN=${key(2)}\n` });
    repository.git('write-tree');
    repository.git('reset', '-q', '--hard');
    blob(repository, key(3));
    expect(rows(await scanHistory(repository.folder))).toEqual([]);
    expect(rows(await scanHistory(repository.folder, { range: 'all' }))).toEqual([
      '-1 deep/er/.env dangling',
      '1 dir/a.txt dangling',
      '2 deep/er/.env dangling',
      '3 blob:ID dangling',
    ]);
  });
});

describe('what else commits and tags hold', () => {
  test('links: where they point', async () => {
    const repository = TestRepository.create();
    symlinkSync(`/run/${key(1)}`, repository.path('link'));
    repository.git('add', 'link');
    repository.commit('link');
    repository.git('rm', '-q', 'link');
    repository.commit('no link');
    expect(rows(await scanHistory(repository.folder))).toEqual(['1 link reachable main']);
  });

  test('names, other fields, merged tags and comments of signatures', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    const object = (kind: string, lines: readonly string[]): string =>
      repository.gitWith(`${lines.join('\n')}\n`, 'hash-object', '-t', kind, '-w', '--literally', '--stdin');
    const treeId = repository.git('rev-parse', 'HEAD^{tree}');
    const when = '1700000000 +0000';
    const commit = object('commit', [
      `tree ${treeId}`,
      `author ${key(1)} <ada@example.org> ${when}`,
      `committer Ada <ada@example.org> ${when}`,
      `mergetag object ${treeId}`,
      ' type commit',
      ' tag v0',
      ` tagger Ada <ada@example.org> ${when}`,
      ' ',
      ` said in a merged tag: ${key(2)}`,
      `other-tool ${key(3)}`,
      'gpgsig -----BEGIN PGP SIGNATURE-----',
      ` Comment: ${key(4)}`,
      ' ',
      ` ${'iQ'.repeat(32)}`,
      ' -----END PGP SIGNATURE-----',
      '',
      'subject',
      '',
      `line three ${key(5)}`,
    ]);
    repository.git('update-ref', 'refs/heads/odd', commit);
    const tag = object('tag', [
      `object ${commit}`,
      'type commit',
      'tag t',
      `tagger ${key(6)} <ada@example.org> ${when}`,
      '',
      `tagged ${key(7)}`,
    ]);
    repository.git('update-ref', 'refs/tags/t', tag);
    const report = await scanHistory(repository.folder);
    expect(rows(report)).toEqual([
      '1 commit:ID message odd,t',
      '2 commit:ID message odd,t',
      '3 commit:ID message odd,t',
      '4 commit:ID message odd,t',
      '5 commit:ID message odd,t',
      '6 tag:ID tag',
      '7 tag:ID tag',
    ]);
    expect(report.findings.find((finding) => numberOf(finding, 9) === 5)?.start).toMatchObject({ line: 3 });
  });

  test('notes of every kind', async () => {
    const repository = TestRepository.create({ 'a.txt': 'a\n' });
    repository.git('notes', 'add', '-m', `one ${key(1)}`, 'HEAD');
    repository.git('notes', '--ref', 'review', 'add', '-m', `two ${key(2)}`, 'HEAD');
    repository.git('notes', '--ref', 'deep/er', 'add', '-m', `three ${key(3)}`, 'HEAD');
    expect(rows(await scanHistory(repository.folder))).toEqual([
      '1 note:ID note refs/notes/commits',
      '2 note:ID note refs/notes/review',
      '3 note:ID note refs/notes/deep/er',
    ]);
  });
});

describe('what was not committed', () => {
  test('a secret that stands in a file git does not know yet', async () => {
    const repository = TestRepository.create({
      'a.txt': `${key(1)}\n`,
      'b.txt': `${key(2)}\n`,
      'c.txt': `${key(3)}\n`,
    });
    repository.git('mv', 'a.txt', 'moved.txt');
    rmSync(repository.path('b.txt'));
    repository.write({
      'sub/untracked.txt': `other line\n${key(2)}\n`,
      'ignored.txt': key(3),
      '.gitignore': 'ignored.txt\n',
    });
    repository.git('rm', '-q', 'c.txt');
    repository.stage({ 'staged.txt': `changed ${key(3)}\n` });
    rmSync(repository.path('staged.txt'));
    writeFileSync(repository.path('empty'), '');
    const { findings } = await scanHistory(repository.folder);
    expect(findings).toMatchObject([
      { file: 'a.txt', provenance: { history: { inHead: true, inIndex: true, inWorkTree: true } } },
      { file: 'b.txt', provenance: { history: { inHead: true, inIndex: true, inWorkTree: true } } },
      { file: 'c.txt', provenance: { history: { inHead: true, inIndex: true, inWorkTree: false } } },
    ]);
  });
});

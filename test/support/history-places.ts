import { rmSync } from 'node:fs';
import { TestRepository, temporaryFolder } from './git.ts';
import { key } from './history.ts';

/** Keys by the place they are put at. */
export const planted = {
  gone: 1,
  live: 2,
  evil: 3,
  stashedFirst: 4,
  stashedUntracked: 5,
  amended: 6,
  dangling: 7,
  message: 8,
  tag: 9,
  note: 10,
  dotenv: 11,
  staged: 12,
  remoteUrl: 13,
  branch: 14,
  header: 15,
  detached: 16,
} as const;

const line = (name: keyof typeof planted): string => `k = ${key(planted[name])}\n`;

/**
 * A repository with one key in every place that can hold one. Its commits are a minute apart.
 * @param format of its ids
 */
export function repositoryOfPlaces(format: 'sha1' | 'sha256' = 'sha1', folder = temporaryFolder()): TestRepository {
  TestRepository.at(folder).git('init', '-q', '-b', 'main', `--object-format=${format}`, '.');
  let minutes = 0;
  const now = (): TestRepository => {
    const date = `${1_700_000_000 + 60 * minutes++} +0100`;
    return TestRepository.at(folder, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  };
  now().commit('start', { 'a.txt': 'a\n' });
  now().commit('add gone', { 'gone.txt': line('gone') });
  now().git('rm', '-q', 'gone.txt');
  now().commit('remove gone');
  now().commit('add live', { 'lib/live.txt': line('live') });
  now().git('mv', 'lib/live.txt', 'lib/moved.txt');
  now().commit('move live');
  now().git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  now().git('checkout', '-q', '-b', 'side');
  now().commit('on side', { 'side.txt': 'side\n', 'branch.txt': line('branch') });
  now().git('checkout', '-q', 'main');
  now().commit('on main', { 'main.txt': 'main\n' });
  now().git('branch', '-q', 'elsewhere', 'side');
  now().git('merge', '-q', '--no-commit', 'side');
  now().git('rm', '-q', '-f', 'branch.txt');
  now().commit('evil merge', { 'evil.txt': line('evil') });
  now().write({ 'a.txt': line('stashedFirst') });
  now().git('stash', '-q');
  now().write({ 'untracked.txt': line('stashedUntracked') });
  now().git('stash', '-q', '-u');
  now().commit('to be amended', { 'amended.txt': line('amended') });
  now().stage({ 'amended.txt': 'fine\n' });
  now().git('commit', '-q', '--amend', '-m', 'amended');
  now().commit(`says ${key(planted.message)}`);
  now().git('tag', '-a', '-m', `tagged ${key(planted.tag)}`, 'v1');
  now().git('notes', 'add', '-m', `noted ${key(planted.note)}`, 'HEAD');
  now().commit('add dotenv', { '.env': `S3_TOKEN=${key(planted.dotenv)}\n` });
  now().git('rm', '-q', '.env');
  now().commit('remove dotenv');
  now().commit('clean', { 'clean.txt': 'nothing\n' });
  now().stage({ 'dangling.txt': line('dangling') });
  now().git('rm', '-q', '--cached', 'dangling.txt');
  rmSync(`${folder}/dangling.txt`);
  detachedCommit(now());
  now().git('remote', 'add', 'origin', `https://user:${key(planted.remoteUrl)}@example.org/x.git`);
  now().git('config', 'http.https://example.org/.extraheader', `AUTHORIZATION: bearer ${key(planted.header)}`);
  now().stage({ 'staged.txt': line('staged') });
  return now();
}

/** A commit that no ref and no reflog names, in the place of a dropped stash. */
function detachedCommit(repository: TestRepository): void {
  const blob = repository.gitWith(line('detached'), 'hash-object', '-w', '--stdin');
  const tree = repository.gitWith(`100644 blob ${blob}\tdetached.txt\n`, 'mktree');
  repository.git('commit-tree', '-m', 'detached', tree);
}

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { digitalocean } from '../../rules/digitalocean.ts';
import type { Finding, RuleInfo } from '../../src/model/index.ts';
import { advise, sayAll } from '../../src/remedy/index.ts';
import { TestRepository } from '../support/git.ts';
import { key, scanHistory } from '../support/history.ts';

/*
 * What is advised is done, command by command as it is printed: afterwards nothing is found.
 */

const [rule] = digitalocean as readonly unknown[] as readonly RuleInfo[];
const text = (number: number): string => `before\nk = ${key(number)}\nafter\n`;

/** What git is to do, as it is advised: the same for all that is found. */
async function advice(repository: TestRepository, range?: string): Promise<string> {
  const { findings } = await scanHistory(repository.folder, range === undefined ? {} : { range });
  const advised = findings.map(adviceOn).map((all) => all.find((sentence) => sentence.includes('git ')));
  expect(new Set(advised).size).toBe(1);
  return advised[0] ?? '';
}

function adviceOn(finding: Finding): string[] {
  if (!rule) throw new Error('there is no such rule');
  return sayAll(advise(finding, { ...rule, environment: [] }));
}

/** Runs a command as a person would paste it, with editors that do what the person would. */
function paste(repository: TestRepository, command: string, editors: { list?: string; message?: string } = {}): string {
  const person = { NAME: 'Ada Example', EMAIL: 'ada@example.org' };
  return execFileSync('sh', ['-c', command], {
    cwd: repository.folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: '/nonexistent',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_SEQUENCE_EDITOR: editors.list ?? 'false',
      GIT_EDITOR: editors.message ?? 'true',
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((role) =>
          Object.entries(person).map(([what, is]) => [`GIT_${role}_${what}`, is]),
        ),
      ),
    },
  });
}

/** Commands of an advice, in order. */
const commandsOf = (sentence: string): string[] => sentence.match(/git [^,;]+?(?=, |; |\.$| shows| names)/g) ?? [];

async function expectClean(repository: TestRepository): Promise<void> {
  expect((await scanHistory(repository.folder)).findings).toEqual([]);
  // The way to be rid of what nothing holds any more is the one that is advised for that.
  if ((await scanHistory(repository.folder, { range: 'all' })).findings.length > 0) {
    const sentence = await advice(repository, 'all');
    const command = /^Let git forget it: (git .*)\.$/.exec(sentence)?.[1] ?? '';
    repository.write({ 'start.txt': 'one\n' });
    repository.git('stash', '-q', '-u');
    repository.write({ 'start.txt': 'two\n' });
    repository.git('stash', '-q', '-u');
    const stashes = repository.git('stash', 'list');
    paste(repository, command);
    expect(repository.git('stash', 'list')).toBe(stashes);
  }
  const report = await scanHistory(repository.folder, { range: 'all' });
  expect(report).toMatchObject({ findings: [], complete: true });
}

test('the last commit', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.commit('leak', { 'b.txt': text(1) });
  const commands = commandsOf(await advice(repository));
  expect(commands).toEqual(['git commit -a --amend']);
  repository.write({ 'b.txt': 'fine\n' });
  paste(repository, commands.join(' && '));
  await expectClean(repository);
});

test.each([
  ['an earlier commit', { 'a.txt': 'a\n' }, '1s/^pick/edit/'],
  ['the very first commit', undefined, '1s/^pick/edit/'],
] as const)('%s', async (_, first, list) => {
  const repository = TestRepository.create(first);
  repository.commit('leak', { 'b.txt': text(1) });
  repository.commit('other', { 'c.txt': 'c\n' });
  const [rebase = '', ...rest] = commandsOf(await advice(repository));
  expect(rebase).toMatch(first ? /^git rebase -i [0-9a-f]{12}\^ main$/ : /^git rebase -i --root main$/);
  expect(rest).toEqual(['git commit -a --amend', 'git rebase --continue']);
  paste(repository, rebase, { list: `sed -i '${list}'` });
  repository.write({ 'b.txt': 'fine\n' });
  for (const command of rest) paste(repository, command);
  expect(repository.git('ls-files')).toContain('c.txt');
  await expectClean(repository);
});

test('a commit of another branch', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('leak', { 'b.txt': text(1) });
  repository.commit('other', { 'c.txt': 'c\n' });
  repository.git('checkout', '-q', 'main');
  const [rebase = '', ...rest] = commandsOf(await advice(repository));
  expect(rebase).toMatch(/ side$/);
  paste(repository, rebase, { list: "sed -i '1s/^pick/edit/'" });
  repository.write({ 'b.txt': 'fine\n' });
  for (const command of rest) paste(repository, command);
  await expectClean(repository);
});

test('a message', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.commit(`says ${key(1)}`, { 'b.txt': 'b\n' });
  repository.commit('other', { 'c.txt': 'c\n' });
  const sentence = await advice(repository);
  expect(sentence).toContain('mark that commit reword');
  const [rebase = ''] = commandsOf(sentence);
  paste(repository, rebase, { list: "sed -i '1s/^pick/reword/'", message: 'echo fine >' });
  expect(repository.git('log', '--format=%s')).toBe('other\nfine\nfirst');
  await expectClean(repository);
});

test('a merge', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('on side', { 'b.txt': 'b\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit('on main', { 'c.txt': 'c\n' });
  repository.git('merge', '-q', '--no-commit', 'side');
  repository.commit('evil', { 'evil.txt': text(1) });
  repository.commit('after', { 'd.txt': 'd\n' });
  const sentence = await advice(repository);
  const [rebase = '', ...rest] = commandsOf(sentence);
  expect(rebase).toContain('--rebase-merges');
  paste(repository, rebase, { list: "sed -i '/^merge/a break'" });
  repository.write({ 'evil.txt': 'fine\n' });
  for (const command of rest) paste(repository, command);
  expect(repository.git('log', '--merges', '--format=%s')).toBe('evil');
  await expectClean(repository);
});

test.each([
  ['changes', []],
  ['files that git does not know', ['-u']],
] as const)('a stash of %s, below another', async (_, options) => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.write({ [options.length > 0 ? 'new.txt' : 'a.txt']: text(1) });
  repository.git('stash', '-q', ...options);
  repository.write({ 'a.txt': 'harmless\n' });
  repository.git('stash', '-q');
  const sentence = await advice(repository);
  const [, list = '', id = ''] = /(git stash list --format='[^']+') shows it beside ([0-9a-f]+)/.exec(sentence) ?? [];
  const line = paste(repository, list)
    .split('\n')
    .find((each) => each.split(' ').some((word) => word !== '' && id.startsWith(word)));
  const entry = line?.split(' ')[0] ?? '';
  expect(entry).toBe('stash@{1}');
  paste(repository, `git stash drop ${entry}`);
  expect(repository.git('stash', 'list').split('\n')).toHaveLength(1);
  await expectClean(repository);
});

test('a note', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  for (const ref of ['commits', 'deep/er']) {
    repository.git('notes', '--ref', ref, 'add', '-m', `noted ${key(1)}`, 'HEAD');
    const sentence = await advice(repository);
    const [first = '', second = ''] =
      /(git notes .*), then what it was before: (git update-ref .*)\.$/.exec(sentence)?.slice(1) ?? [];
    paste(repository, `${first} && ${second}`);
    await expectClean(repository);
  }
});

test('a tag', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.git('tag', '-a', '-m', `tagged ${key(1)}`, 'v1');
  const [command = ''] = commandsOf(await advice(repository));
  expect(command).toBe('git tag -d v1');
  paste(repository, command);
  expect((await scanHistory(repository.folder)).findings).toEqual([]);
});

test('a file that must not be committed', async () => {
  const repository = TestRepository.create({ 'a.txt': 'a\n' });
  repository.commit('leak', { '.env': `S3_TOKEN=${key(1)}\n` });
  const { findings } = await scanHistory(repository.folder);
  for (const finding of findings)
    expect(adviceOn(finding).join(' ')).toContain('the line /.env in .gitignore, and git rm --cached -- .env');
  repository.write({ '.gitignore': '/.env\n' });
  paste(repository, 'git rm -q --cached -- .env && git add .gitignore && git commit -q -a --amend');
  await expectClean(repository);
});

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { action, eventIn, type Step, step } from './action-step.ts';
import { Place, secretOf } from './transcript.ts';

const zero = '0'.repeat(40);
const old = secretOf('github-classic-token');
const added = secretOf('github-classic-token', 2);

let place: Place;
/** Ids of commits: `base` has taken the old secret away, `leak` adds one, `head` takes it away. */
let base: string;
let leak: string;
let head: string;

const git = (line: string, cwd = ''): string => {
  const { stdout, stderr, code } = place.run(`cd "./${cwd}" && git -c protocol.file.allow=always ${line}`);
  if (code !== 0) throw new Error(`git ${line}: ${stderr}`);
  return stdout.trim();
};
const commit = (message: string, text: string): string => {
  place.write('a.txt', text);
  git('add -A');
  git(`commit -q -m ${message}`);
  return git('rev-parse HEAD');
};

beforeEach(() => {
  place = new Place();
  git('init -q -b main');
  commit('old', `token = ${old}\n`);
  base = commit('base', 'a\n');
  leak = commit('leak', `token = ${added}\n`);
  head = commit('head', 'b\n');
});
afterEach(() => place.remove());

const titles = ({ stdout }: Step): string[] => [...stdout.matchAll(/^::\w+ (.*)$/gm)].map(([, rest = '']) => rest);
const scan = (name: string, payload: unknown, inputs = {}): Step => step(place, inputs, eventIn(place, name, payload));

test.each([
  ['push', () => ({ before: base, after: head, ref: 'refs/heads/main' })],
  ['pull_request', () => ({ pull_request: { base: { sha: base }, head: { sha: head } } })],
  ['merge_group', () => ({ merge_group: { base_sha: base, head_sha: head } })],
])('%s: what the commits add is found, although it is gone, and nothing older', (name, payload) => {
  const result = scan(name, payload());
  expect(result).toMatchObject({ status: 1, stderr: '', outputs: { findings: '1', complete: 'true' } });
  expect(titles(result)).toEqual([
    expect.stringMatching(/^title=critical%3A GitHub personal access token \(classic\)::a\.txt:1: .*Delete the token/),
  ]);
  expect(result.stdout).toContain(`first in ${leak.slice(0, 12)}`);
  expect(result.stdout).not.toContain('not pushed');
  expect(result.stdout).toContain('Of history, the commits of the event were looked at.');
  expect(result.summary).toContain('commits of the event');
});

test('what stands in the tree too is told once, with its place', () => {
  const last = commit('again', `token = ${added}\n`);
  const result = scan('push', { before: base, after: last, ref: 'refs/heads/main' });
  expect(result.outputs).toMatchObject({ findings: '1' });
  expect(titles(result)).toEqual([expect.stringContaining('file=a.txt,line=1')]);
});

test.each(['schedule', 'workflow_dispatch', 'pull_request_target'])('%s: what is checked out alone', (name) => {
  const result = scan(name, { pull_request: { base: { sha: base }, head: { sha: head } } });
  expect(result).toMatchObject({ status: 0, outputs: { findings: '0', complete: 'true' } });
});

test('a branch that was deleted has no commits, nor has one that the input leaves alone', () => {
  expect(scan('push', { before: head, after: zero, deleted: true })).toMatchObject({ status: 0 });
  expect(scan('push', { before: base, after: head }, { commits: 'false' })).toMatchObject({ status: 0 });
});

test('the first push of a branch: the commits that no other branch has', () => {
  git(`update-ref refs/remotes/origin/main ${base}`);
  git(`update-ref refs/remotes/origin/work/x ${head}`);
  git('symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/work/x');
  const payload = { before: zero, after: head, ref: 'refs/heads/work/x' };
  expect(scan('push', payload)).toMatchObject({ status: 1, outputs: { findings: '1', complete: 'true' } });
  git(`update-ref refs/remotes/origin/other ${head}`);
  expect(scan('push', payload)).toMatchObject({ status: 0, outputs: { findings: '0', complete: 'true' } });
});

test('a push that is forced: what came in its place, also where the commit before is gone', () => {
  git(`update-ref refs/remotes/origin/main ${base}`);
  const known = scan('push', { before: leak, after: head, ref: 'refs/heads/x', forced: true });
  expect(known).toMatchObject({ status: 0, outputs: { complete: 'true' } });
  const gone = scan('push', { before: 'e'.repeat(40), after: head, ref: 'refs/heads/x', forced: true });
  expect(gone).toMatchObject({ status: 1, outputs: { findings: '1', complete: 'true' } });
  expect(gone.stdout).toContain('Of history, the commits that no other branch has were looked at.');
});

test('a shallow checkout is incomplete, and what to set is told', () => {
  git('clone -q --depth 1 "file://$PWD" ../clone');
  const cwd = join(place.folder, '../clone');
  const payload = { before: base, after: head, ref: 'refs/heads/main' };
  const result = step(place, {}, eventIn(place, 'push', payload), { cwd });
  expect(result).toMatchObject({ status: 3, outputs: { complete: 'false', 'exit-code': '3' } });
  for (const text of [
    result.stdout,
    titles(result).join(),
    result.summary.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
  ])
    expect(text).toContain('actions/checkout needs `with: { fetch-depth: 0 }`');
  const first = step(place, {}, eventIn(place, 'push', { ...payload, before: zero }), { cwd });
  expect(first).toMatchObject({ status: 3, outputs: { complete: 'false' } });
  expect(first.stdout).toContain('fetch-depth: 0');
  const without = step(place, { commits: 'false' }, eventIn(place, 'push', payload), { cwd });
  expect(without).toMatchObject({ status: 0, outputs: { complete: 'true' } });
});

test('an event that cannot be read, and a checkout without a repository, are no clean ones', () => {
  for (const payload of ['{', '[]', { before: 'x', after: head }])
    expect(scan('push', payload)).toMatchObject({ status: 3, outputs: { complete: 'false' } });
  rmSync(join(place.folder, '.git'), { recursive: true });
  expect(scan('push', { before: base, after: head })).toMatchObject({ status: 3, outputs: { complete: 'false' } });
});

test('code is understood where nothing is installed, by one thread and by several', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyscan-action-'));
  try {
    mkdirSync(join(folder, 'dist'));
    for (const name of ['action.js', 'action-worker.js', 'action-parser.cjs'])
      cpSync(join(dirname(action), name), join(folder, 'dist', name));
    const half = Math.floor(added.length / 2);
    const code = `export const token = '${added.slice(0, half)}' +\n  '${added.slice(half)}';\n`;
    const scanCode = () => step(place, {}, {}, { file: join(folder, 'dist/action.js') });
    place.write('src/split.ts', code);
    expect(scanCode()).toMatchObject({ status: 1, stderr: '', outputs: { findings: '1', complete: 'true' } });
    for (let number = 0; number < 500; number++) place.write(`many/${number}.ts`, `export const n = ${number};\n`);
    expect(scanCode()).toMatchObject({ status: 1, stderr: '', outputs: { findings: '1', complete: 'true' } });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

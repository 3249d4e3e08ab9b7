import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Place, program, secretOf } from './transcript.ts';

const secret = secretOf('github-classic-token');

let place: Place;
beforeEach(() => {
  place = new Place();
  place.run('git init -q -b main');
});
afterEach(() => place.remove());

/** Commits that each change a file of some kilobytes; every hundredth holds a key. */
function fill(commits: number): void {
  const stream: string[] = [];
  for (let commit = 1; commit <= commits; commit++) {
    const key = commit % 100 === 0 ? `token = ${secretOf('github-classic-token', 1 + ((commit / 100) % 2))}\n` : '';
    const text = `${key}${`line ${commit} of some text that is long enough\n`.repeat(100)}`;
    stream.push(
      `commit refs/heads/main\nmark :${commit}\ncommitter A <a@example.org> ${1_600_000_000 + commit} +0000\ndata 1\nx\n` +
        `${commit > 1 ? `from :${commit - 1}\n` : ''}M 100644 inline ${commit % 7}.txt\ndata ${text.length}\n${text}\n`,
    );
  }
  const { folder: cwd, environment: env } = place;
  expect(spawnSync('git', ['fast-import', '--quiet'], { cwd, env, input: stream.join('') }).status).toBe(0);
  place.run('git reset -q --hard');
}

test('one thread and several tell the same bytes', { timeout: 180_000 }, () => {
  fill(600);
  for (const mode of ['--history=all', '--history=HEAD~450..']) {
    const [one, two] = [1, 3].map((jobs) => place.run(`keyscan ${mode} -f json --jobs ${jobs}`));
    expect(one?.code).toBe(1);
    expect(JSON.parse(one?.stdout ?? '').findings).toHaveLength(2);
    expect(two).toEqual(one);
  }
});

/** Processes that work in a folder, by their names. */
const working = (folder: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const isThere = readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
        return isThere ? [readFileSync(`/proc/${id}/comm`, 'utf8').trim()] : [];
      } catch {
        return [];
      }
    });

const later = (milliseconds: number): Promise<void> => new Promise((settle) => setTimeout(settle, milliseconds));

test.runIf(process.platform === 'linux').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a scan of a history and every git that it has started', async (signal, code) => {
  fill(8_000);
  const { folder: cwd, environment: env } = place;
  const child = spawn(process.execPath, [program, '--history=all', '-f', 'json'], { cwd, env });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  for (let waited = 0; waited < 20_000 && !working(cwd).includes('git'); waited += 20) await later(20);
  await later(150);
  expect(child.exitCode).toBe(null);
  child.kill(signal);
  const [status] = await once(child, 'close');
  expect(status).toBe(code);
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'keyscan: stopped: the scan is incomplete\n' });
  for (let waited = 0; waited < 2_000 && working(join(cwd)).length > 0; waited += 50) await later(50);
  expect(working(cwd)).toEqual([]);
});

test('who reads the report may go away', () => {
  fill(200);
  const { stderr, code } = place.run('keyscan --history -v | head -n 1');
  expect({ stderr: stderr.replace(/^keyscan: took .*\n/, ''), code }).toEqual({ stderr: '', code: 0 });
});

test('an archive in the history: the path leads into it, and commits know its own', () => {
  place.write('in/inner.txt', `token = ${secret}\n`);
  const packed = place.run(
    'tar -czf bundle.tgz -C in inner.txt && rm -r in && git add bundle.tgz && git commit -q -m a',
  );
  expect(packed.code).toBe(0);
  place.run('git mv bundle.tgz moved.tgz && git commit -q -m b && git rm -q moved.tgz && git commit -q -m c');
  const { stdout } = place.run('keyscan --history -f json');
  const [finding, ...others] = JSON.parse(stdout).findings;
  expect(others).toEqual([]);
  expect([finding.file, ...finding.related.map(({ file }: { file: string }) => file)].sort()).toEqual([
    'bundle.tgz!/inner.txt',
    'moved.tgz!/inner.txt',
  ]);
  const [a, , c] = place.run('git rev-list --reverse HEAD').stdout.split('\n');
  expect(finding.provenance).toMatchObject({
    kind: 'commit',
    history: { class: 'reachable', first: { id: a }, removed: { id: c } },
  });
});

test('an entry made for a file holds for its text on standard input, from a sub-folder too', () => {
  place.write('sub/deep/settings.ini', 'password = Tr0ub4dor-und-3\n');
  place.run('git add . && git commit -q -m a');
  const [found] = JSON.parse(place.run('keyscan -f json').stdout).findings;
  expect(found.fingerprint).toMatch(/^~/);
  expect(place.run('keyscan ignore --all --reason "made up"').code).toBe(0);
  for (const [folder, name] of [
    ['.', 'sub/deep/settings.ini'],
    ['sub', 'deep/settings.ini'],
    ['sub/deep', './settings.ini'],
  ] as const)
    expect(place.run(`cd ${folder} && keyscan --stdin --stdin-filename ${name} <${name}`)).toMatchObject({ code: 0 });
  expect(place.run('cd sub && keyscan --stdin --stdin-filename other.ini <deep/settings.ini')).toMatchObject({
    code: 1,
  });
});

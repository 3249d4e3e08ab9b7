// `node bench/history.mjs`: what all of a realistic history costs, as ratios of git commands that ran in turn in this very run.
//   The history is made once, the same each time: some 150 published versions of a few packages, each version's change
//   cut into many commits on a branch of its package, branches merged into main, with generated edits, renames and merges
//   that change what neither side had; then `git gc`. Tarballs and the repository stay in bench/.cache.
//   --make    only makes the history
//   --once    one run of each and no warm-up, for a machine that is busy: processor time tells more there
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt, ensureInstalled, top } from '../scripts/lib/ensure.mjs';

/** How many versions of each package: evenly spread over those without a pre-release name, the last ones. */
const packages = { vite: 35, webpack: 30, openai: 30, express: 25, lodash: 18, typescript: 14 };
/** Commits that a version's change is cut into. */
const commitsOfVersion = 34;
const cache = join(top, 'bench/.cache/history');
const repository = join(cache, 'repository');

/** Lines of `npm view NAME versions`, without pre-releases; the answer is kept, so that the next run is the same. */
function versionsOf(name, count) {
  const file = join(cache, `${name}.versions.json`);
  if (!existsSync(file)) {
    const all = JSON.parse(execFileSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8' }));
    const plain = all.filter((version) => /^\d+\.\d+\.\d+$/.test(version)).slice(-count * 3);
    writeFileSync(
      file,
      JSON.stringify(
        plain.filter((_, index) => index % Math.max(1, Math.floor(plain.length / count)) === 0).slice(0, count),
      ),
    );
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

function tarballOf(name, version) {
  const file = join(cache, `${name}-${version}.tgz`);
  if (!existsSync(file))
    execFileSync('npm', ['pack', '--silent', '--pack-destination', cache, `${name}@${version}`], { stdio: 'ignore' });
  return file;
}

/** Contents of a tarball by path, sorted. */
function filesOf(tarball) {
  const folder = mkdtempSync(join(tmpdir(), 'keyscan-history-'));
  try {
    execFileSync('tar', ['-xzf', tarball, '-C', folder]);
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      .sort()
      .map((file) => [relative(folder, file).split('/').slice(1).join('/'), readFileSync(file)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a history for `git fast-import`. */
class Writer {
  #to;
  #marks = 0;
  #blobs = new Map();
  commits = 0;
  bytes = 0;

  constructor(to) {
    this.#to = to;
  }

  async #write(data) {
    if (!this.#to.write(data)) await once(this.#to, 'drain');
  }

  /** The mark of a content, written once. */
  async blob(content) {
    const digest = createHash('sha1').update(content).digest('latin1');
    const known = this.#blobs.get(digest);
    if (known) return known;
    const mark = ++this.#marks;
    this.#blobs.set(digest, mark);
    this.bytes += content.length;
    await this.#write(`blob\nmark :${mark}\ndata ${content.length}\n`);
    await this.#write(content);
    await this.#write('\n');
    return mark;
  }

  /** @param changes lines of fast-import: `M 100644 :MARK PATH`, `D PATH`, `R OLD NEW` */
  async commit(branch, message, changes, merged) {
    const when = 1_600_000_000 + ++this.commits * 600;
    const mark = ++this.#marks;
    const who = `Ada Example <ada@example.org> ${when} +0000`;
    await this.#write(
      `commit refs/heads/${branch}\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${Buffer.byteLength(message)}\n${message}\n${
        merged ? `merge :${merged}\n` : ''
      }${changes.join('\n')}\n\n`,
    );
    return mark;
  }
}

async function make() {
  mkdirSync(cache, { recursive: true });
  const folder = `${repository}-${process.pid}`;
  execFileSync('git', ['init', '-q', '-b', 'main', folder]);
  const git = spawn('git', ['fast-import', '--quiet', '--force'], {
    cwd: folder,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const writer = new Writer(git.stdin);
  const line = (mark, path) => `M 100644 :${mark} ${path}`;
  await writer.commit('main', 'Start', [line(await writer.blob(Buffer.from('# packages\n')), 'README.md')]);
  const known = Object.fromEntries(Object.keys(packages).map((name) => [name, new Map()]));
  const rounds = Object.entries(packages).flatMap(([name, count]) =>
    versionsOf(name, count).map((version, index, all) => ({ name, version, at: index / all.length })),
  );
  rounds.sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1));
  for (const [round, { name, version }] of rounds.entries()) {
    const files = known[name];
    const changes = [];
    const now = new Map();
    for (const [path, content] of filesOf(tarballOf(name, version)))
      now.set(`packages/${name}/${path}`, await writer.blob(content));
    for (const [path, mark] of now) if (files.get(path) !== mark) changes.push(line(mark, path));
    for (const path of files.keys()) if (!now.has(path)) changes.push(`D ${path}`);
    known[name] = now;
    const branch = `work/${name}`;
    const step = Math.max(1, Math.ceil(changes.length / commitsOfVersion));
    const pieces = Math.max(commitsOfVersion, Math.ceil(changes.length / step));
    let last;
    for (let piece = 0; piece < pieces; piece++) {
      const edited = await writer.blob(
        Buffer.from(`round ${round}, piece ${piece}\n`.repeat(1 + ((round + piece) % 40))),
      );
      const own = [...changes.slice(piece * step, (piece + 1) * step), line(edited, `edits/${name}/${piece % 7}.md`)];
      if (piece === 5) own.push(line(edited, `edits/${name}/moved-${round}.md`));
      if (piece === 9) own.push(`R edits/${name}/moved-${round}.md edits/${name}/done/${round}.md`);
      last = await writer.commit(
        branch,
        `${name} ${version}: step ${piece + 1}\n\nPart of the change to ${version}.\n`,
        own,
      );
    }
    const evil =
      round % 9 === 0
        ? [line(await writer.blob(Buffer.from(`resolved by hand in round ${round}\n`)), 'resolved.md')]
        : [];
    const merged = [
      ...changes,
      line(await writer.blob(Buffer.from(`round ${round}\n`)), `edits/${name}/done/${round}.md`),
      ...evil,
    ];
    await writer.commit('main', `Merge ${branch}\n`, merged, last);
  }
  git.stdin.end();
  const [code] = await once(git, 'exit');
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  process.stdout.write(`${writer.commits} commits, ${(writer.bytes / 1e6).toFixed(0)} MB of content; git gc …\n`);
  execFileSync('git', ['gc', '--quiet'], { cwd: folder, stdio: 'inherit' });
  renameSync(folder, repository);
}

/** Seconds and peak memory (MB, of the process and of those it starts, where the system tells) of one run. */
async function runOnce(command) {
  const start = process.hrtime.bigint();
  // `times` tells what the children of the shell have used: the second line of its answer, user and system.
  const child = spawn('sh', ['-c', `${command}; times`], { stdio: ['ignore', 'pipe', 'ignore'], cwd: repository });
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += chunk;
  });
  const peaks = new Map();
  const look = setInterval(() => {
    for (const id of familyOf(child.pid)) {
      try {
        const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
        const name = readFileSync(`/proc/${id}/comm`, 'utf8').trim();
        peaks.set(name, Math.max(peaks.get(name) ?? 0, peak));
      } catch {
        // It has just ended, or this system has no /proc.
      }
    }
  }, 50);
  await once(child, 'close');
  clearInterval(look);
  const used = [...told.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(-2)
    .map(([, minutes, seconds]) => minutes * 60 + Number(seconds));
  return {
    seconds: Number(process.hrtime.bigint() - start) / 1e9,
    used: used.reduce((sum, each) => sum + each, 0),
    peaks,
  };
}

/** A process and all that it has started. */
function familyOf(id) {
  try {
    const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return [id, ...children.flatMap(familyOf)];
  } catch {
    return [];
  }
}

async function measure() {
  const bin = process.env.KEYSCAN_BIN ?? join(top, 'bin/keyscan.cjs');
  const commands = {
    'cat-file of all objects': 'git cat-file --batch-all-objects --unordered --buffer --batch >/dev/null',
    'log -p --all': 'git log -p --all >/dev/null',
    'keyscan --history': `"${process.execPath}" "${bin}" --history --no-config >/dev/null`,
    'keyscan --history=all': `"${process.execPath}" "${bin}" --history=all --no-config >/dev/null`,
  };
  const isOnce = process.argv.includes('--once');
  const rounds = isOnce ? 1 : 3;
  const all = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = isOnce ? 1 : 0; round <= rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const run = await runOnce(command);
      if (round > 0) all[name].push(run);
    }
  }
  const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const [base] = Object.keys(commands);
  for (const [name, runs] of Object.entries(all)) {
    const ratio = median(runs.map(({ seconds }, index) => seconds / all[base][index].seconds));
    const used = median(runs.map(({ used }) => used));
    const work = median(runs.map(({ used }, index) => used / all[base][index].used));
    const peaks = new Map();
    for (const run of runs) for (const [who, peak] of run.peaks) peaks.set(who, Math.max(peaks.get(who) ?? 0, peak));
    const memory = [...peaks].filter(([who]) => who !== 'sh').map(([who, peak]) => `${who} ${peak.toFixed(0)} MB`);
    process.stdout.write(
      `${name.padEnd(26)} ${median(runs.map(({ seconds }) => seconds))
        .toFixed(2)
        .padStart(
          7,
        )} s  x${ratio.toFixed(2)}  processor ${used.toFixed(2).padStart(7)} s  x${work.toFixed(2)}  ${memory.join(', ')}\n`,
    );
  }
}

ensureInstalled();
if (!existsSync(repository)) await make();
if (!process.argv.includes('--make')) {
  if (!process.env.KEYSCAN_BIN) ensureBuilt();
  await measure();
}

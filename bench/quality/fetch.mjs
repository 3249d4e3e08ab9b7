// `node bench/quality/fetch.mjs`: downloads the packages of the labelled set with the registries' own clients, checks
// their digests, and unpacks them under bench/.cache/quality. With `--add wanted.txt` (lines `npm NAME`, `pypi NAME`,
// `debian NAME`) it adds packages to the list, with the version and the digest that it got.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, folderOf, packagesFile, readPackages } from './lib/packages.mjs';
import { run } from './lib/run-command.mjs';

const atOnce = 4;
const suites = 'deb-src http://deb.debian.org/debian bookworm main\n';

/** Options that give apt lists of its own: source packages of one release, nothing of the machine changed. */
function aptOptions() {
  const home = join(cache, 'apt');
  for (const folder of ['lists/partial', 'archives/partial']) mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, 'sources.list'), suites);
  return [
    ['Dir::Etc::sourcelist', join(home, 'sources.list')],
    ['Dir::Etc::sourceparts', '/dev/null'],
    ['Dir::State::lists', join(home, 'lists')],
    ['Dir::Cache', home],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** How each registry's client is asked for one package's source, into a folder. */
const clients = {
  npm: ({ name, version }, folder) => run('npm', ['pack', '--silent', `${name}@${version ?? 'latest'}`], folder),
  pypi: ({ name, version }, folder) =>
    run(
      'pip',
      ['download', '-q', '--no-deps', '--no-binary', name, version ? `${name}==${version}` : name, '-d', '.'],
      folder,
    ),
  debian: ({ name, version }, folder) =>
    run(
      'apt-get',
      [...aptOptions(), 'source', '-qq', '--download-only', version ? `${name}=${version}` : name],
      folder,
    ),
};

/** The archive with the upstream source among what a client has put down. */
const archiveIn = (folder) => {
  const all = readdirSync(folder).filter((name) => /\.(?:tgz|zip|tar\.\w+)$/.test(name));
  return all.find((name) => /\.orig\.tar\.\w+$/.test(name)) ?? all.find((name) => !/\.debian\.tar|\.orig-/.test(name));
};

const versionFrom = (registry, archive, folder) => {
  if (registry === 'debian') {
    const notes = readFileSync(
      join(
        folder,
        readdirSync(folder).find((name) => name.endsWith('.dsc')),
      ),
      'utf8',
    );
    return /^Version: (.+)$/m.exec(notes)[1];
  }
  return /-(\d[\w.+-]*?)\.(?:tgz|zip|tar\.\w+)$/.exec(archive)[1];
};

/** Downloads one package, checks it, unpacks it. @returns the entry with version, archive and digest */
async function fetchOne(entry) {
  if (entry.sha256 && existsSync(join(folderOf(entry), '.complete'))) return entry;
  const folder = join(cache, 'downloads', entry.registry, entry.name.replace('/', '__'));
  mkdirSync(folder, { recursive: true });
  if (!archiveIn(folder)) await clients[entry.registry](entry, folder);
  const archive = archiveIn(folder);
  if (!archive) throw new Error(`no archive for ${entry.registry} ${entry.name}`);
  const sha256 = createHash('sha256')
    .update(readFileSync(join(folder, archive)))
    .digest('hex');
  if (entry.sha256 && entry.sha256 !== sha256)
    throw new Error(`${entry.name}: the archive is not the one that was labelled`);
  const done = { ...entry, version: entry.version ?? versionFrom(entry.registry, archive, folder), sha256 };
  if (!existsSync(join(folderOf(done), '.complete'))) await unpack(join(folder, archive), folderOf(done));
  return done;
}

/** Unpacks an archive so that its files stand under `target`, without the one folder it wraps them in. */
async function unpack(archive, target) {
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  if (archive.endsWith('.zip')) await run('unzip', ['-q', archive, '-d', partial], '.');
  else await run('tar', ['xf', archive, '-C', partial, '--no-same-owner', '--no-same-permissions'], '.');
  const inside = readdirSync(partial);
  const wrapped = inside.length === 1 ? join(partial, inside[0]) : partial;
  renameSync(wrapped, target);
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(join(target, '.complete'), '');
}

const add = process.argv.indexOf('--add');
const known = readPackages();
const wanted =
  add < 0
    ? known
    : readFileSync(process.argv[add + 1], 'utf8')
        .split('\n')
        .filter((line) => /^\w+ \S/.test(line))
        .map((line) => ({ registry: line.split(' ')[0], name: line.split(' ')[1] }))
        .filter(({ registry, name }) => !known.some((entry) => entry.registry === registry && entry.name === name));
if (wanted.some(({ registry }) => registry === 'debian')) await run('apt-get', [...aptOptions(), '-qq', 'update'], '.');

const got = [];
let failures = 0;
const queue = [...wanted];
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      try {
        got.push(await fetchOne(entry));
      } catch (error) {
        failures++;
        process.stderr.write(
          `${entry.registry} ${entry.name}: ${String(error.message).split('\n')[0].slice(0, 200)}\n`,
        );
      }
    }
  }),
);
if (add >= 0) {
  const all = [...known, ...got].sort((a, b) => (`${a.registry} ${a.name}` < `${b.registry} ${b.name}` ? -1 : 1));
  writeFileSync(packagesFile, `${all.map((entry) => JSON.stringify(entry)).join('\n')}\n`);
}
process.stdout.write(`${got.length} packages are there, ${failures} are not\n`);
process.exitCode = failures > 0 && add < 0 ? 1 : 0;

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Where downloads and unpacked packages lie; ignored by git. */
export const cache = join(here, '../.cache/quality');
export const packagesFile = join(here, 'packages.jsonl');

/** The packages of the set: `{ registry, name, version, sha256 }`, the digest being that of the source archive. */
export const readPackages = () =>
  existsSync(packagesFile)
    ? readFileSync(packagesFile, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

/** The folder in which a package stands unpacked. */
export const folderOf = ({ registry, name, version }) =>
  join(cache, 'unpacked', registry, `${name.replace('/', '__')}@${version}`);

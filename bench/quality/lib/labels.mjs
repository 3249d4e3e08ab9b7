import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOf, readPackages } from './packages.mjs';

const here = join(fileURLToPath(import.meta.url), '../..');
/** The two parts of the set: the one that is tuned on, and the one that only figures come from. */
export const parts = { open: join(here, 'open.jsonl'), sealed: join(here, 'sealed.jsonl') };
export const sealFile = join(here, 'sealed.sha256');

export const readJsonLines = (file) =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];
export const writeJsonLines = (file, rows) =>
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** Packages by the id that labels give them, with the folder each stands in. */
export const packagesById = () =>
  new Map(
    readPackages().map((entry) => [
      `${entry.registry}/${entry.name}@${entry.version}`,
      { ...entry, folder: folderOf(entry) },
    ]),
  );

/** The part a package belongs to: a third of them is sealed, by the digest of the archive. */
export const partOf = ({ sha256 }) => (Number.parseInt(sha256.slice(0, 8), 16) % 3 === 0 ? 'sealed' : 'open');

export const sha256Of = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSmallFile } from '../small-file.ts';
import { copiesOf } from './dockerfile.ts';
import { dockerIgnores, patternOf } from './dockerignore.ts';

const dockerfile = /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:\..+)?$/i;
const isDockerfile = (name: string): boolean => dockerfile.test(name) && !name.endsWith('.dockerignore');

/** A folder that could not be listed. */
export interface Unlisted {
  readonly path: string;
  readonly code: string;
}

/**
 * The files of a folder that `docker build` would copy into images: those that `.dockerignore` lets through and a `COPY` or
 * `ADD` names, of every Dockerfile at the top; and the Dockerfiles, of which `ARG`, `ENV` and `RUN` stay in the image.
 * Where a source holds a variable, it may be anything. Without a Dockerfile: all that would be sent.
 * @returns paths relative to the folder, sorted
 */
export function dockerFiles(folder: string): {
  readonly files: readonly string[];
  readonly unlisted: readonly Unlisted[];
} {
  const unlisted: Unlisted[] = [];
  const tree = [...filesBelow(folder, '', unlisted)].sort();
  const builds = tree.filter((path) => !path.includes('/') && isDockerfile(path));
  const common = readSmallFile(join(folder, '.dockerignore')) ?? '';
  const taken = new Set(builds);
  for (const build of builds) {
    const ignored = dockerIgnores(readSmallFile(join(folder, `${build}.dockerignore`)) ?? common);
    const sources = copiesOf(readSmallFile(join(folder, build)) ?? '').flatMap((each) => each.sources);
    const copied = sources.map((source) => (source.includes('$') ? () => true : patternOf(source)));
    for (const path of tree) if (!ignored(path) && copied.some((matches) => matches(path))) taken.add(path);
  }
  const ignored = dockerIgnores(common);
  return { files: builds.length > 0 ? [...taken].sort() : tree.filter((path) => !ignored(path)), unlisted };
}

function* filesBelow(top: string, folder: string, unlisted: Unlisted[]): Generator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(top, folder), { withFileTypes: true });
  } catch (error) {
    unlisted.push({ path: folder, code: (error as NodeJS.ErrnoException).code ?? 'unknown reason' });
    return;
  }
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(top, path, unlisted);
    else if (entry.isFile()) yield path;
  }
}

import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dockerIgnores, type Holds, Image, isDockerfile } from '../../exposure/index.ts';
import { readSmallFile } from '../small-file.ts';

/** A folder that could not be listed. */
export interface Unlisted {
  readonly path: string;
  readonly code: string;
}

/** Folders in which Dockerfiles lie that are built with the folder above as their context. */
const besides = /^(?:\.?docker|deploy|deployment|build|infra|ops)\/[^/]+$/;

/** The Dockerfiles that are built with a folder as their context: those at its top, or else those in folders for them. */
function dockerfilesOf(tree: readonly string[]): string[] {
  const all = tree.filter(isDockerfile);
  const atTop = all.filter((path) => !path.includes('/'));
  return atTop.length > 0 ? atTop : all.filter((path) => besides.test(path));
}

/** Why something is in an image: the Dockerfile, and its instruction. */
export interface InImage extends Holds {
  readonly build: string;
}

export interface DockerFiles {
  /** Relative to the folder, sorted. */
  readonly files: readonly string[];
  readonly unlisted: readonly Unlisted[];
  /** How a line (from 1) of one of the files gets into an image; nothing where it does not: a line of an earlier stage. */
  readonly why: (path: string, line: number) => InImage | undefined;
}

/**
 * The files of a folder that `docker build` would copy into images: those that `.dockerignore` lets through and a `COPY` or
 * `ADD` brings into the last stage; and the Dockerfiles, of which `ARG`, `ENV` and `RUN` stay in the image. Where a source
 * holds a variable, it may be anything. Without a Dockerfile: all that would be sent.
 */
export function dockerFiles(folder: string): DockerFiles {
  const unlisted: Unlisted[] = [];
  const tree = [...filesBelow(folder, '', unlisted)].sort();
  const common = readSmallFile(join(folder, '.dockerignore')) ?? '';
  const builds = new Map(
    dockerfilesOf(tree).map((build) => {
      const ignored = dockerIgnores(readSmallFile(join(folder, `${build}.dockerignore`)) ?? common);
      return [build, { ignored, image: new Image(readSmallFile(join(folder, build)) ?? '') }];
    }),
  );
  const copied = (path: string): InImage | undefined => {
    for (const [build, { ignored, image }] of builds) {
      const holds = ignored(path) ? undefined : image.holds(path);
      if (holds) return { build, ...holds };
    }
    return undefined;
  };
  const ignored = dockerIgnores(common);
  return {
    files: tree.filter(builds.size > 0 ? (path) => builds.has(path) || copied(path) : (path) => !ignored(path)),
    unlisted,
    why: (path, line) => {
      const said = builds.get(path)?.image.says(line);
      return said ? { build: path, ...said } : copied(path);
    },
  };
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

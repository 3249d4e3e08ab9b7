import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Item, Skip, Source } from '../../model/index.ts';
import { printable } from '../names.ts';
import { namesBelow } from '../paths.ts';
import { type Root, resolveRoots, topOf } from '../roots.ts';
import { SourceError } from '../source-error.ts';
import { dockerFiles } from './docker-files.ts';
import { packageFiles } from './package-files.ts';

export interface PublishOptions {
  /** Folders of packages, packed packages, or folders of them. */
  readonly roots: readonly string[];
  readonly cwd: string;
  /** What is published: a package of npm, or an image. */
  readonly as: 'package' | 'image';
}

const packed = /\.(?:tgz|tar\.gz|tar)$/i;

/**
 * What would be published, and nothing else.
 * @throws SourceError at once for a path that does not exist; while listing, for a folder that is no package
 */
export function publishSource({ roots: given, cwd, as }: PublishOptions): Source {
  const here = realpathSync.native(cwd);
  const roots = resolveRoots(given.length === 0 ? ['.'] : given, here);
  const { top } = topOf(roots, here);
  return {
    name: 'publish',
    async *items(): AsyncGenerator<Item | Skip> {
      for (const root of roots) {
        if (root.kind === 'dangling') continue;
        const names = namesBelow(root.folder, top, here);
        const { files, skips } = await listed(root, as);
        for (const { path, code } of skips)
          yield { kind: 'skip', path: names.shown(path), reason: 'unreadable', detail: code };
        for (const name of files) {
          yield {
            kind: 'item',
            place: { kind: 'disk', file: names.file(name) },
            path: names.shown(name),
            provenance: { kind: 'file', path: names.fromTop(name) },
            // What is published is out in the world, as what is committed is.
            git: 'staged',
            ...(packed.test(name) ? { named: true } : {}),
          };
        }
      }
    },
  };
}

async function listed(root: Root, as: PublishOptions['as']) {
  if (root.kind === 'file') return { files: [basename(root.path)], skips: [] };
  if (as === 'image') {
    const { files, unlisted } = dockerFiles(root.path);
    return { files, skips: unlisted };
  }
  if (existsSync(join(root.path, 'package.json'))) return { files: await packageFiles(root.path), skips: [] };
  const files = readdirSync(root.path)
    .filter((name) => packed.test(name))
    .sort();
  if (files.length > 0) return { files, skips: [] };
  throw new SourceError(
    'nothing-selected',
    `${printable(root.given)} holds neither a package.json nor a packed package`,
  );
}

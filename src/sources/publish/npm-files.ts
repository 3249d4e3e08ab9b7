/// <reference path="./npm-packlist.d.ts" />
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageNode } from 'npm-packlist';
import { readSmallFile } from '../small-file.ts';
import { SourceError } from '../source-error.ts';

const mostBytes = 4 * 1024 * 1024;
export type Manifest = Readonly<Record<string, unknown>>;

/**
 * The files that `npm pack` would put into the package of a folder, by npm's own list.
 * @param folder absolute, with a `package.json`
 * @param fields what to take in place of the manifest's own
 * @returns paths relative to it, sorted
 * @throws SourceError where `package.json` cannot be read
 */
export async function npmFiles(folder: string, fields: Manifest = {}): Promise<readonly string[]> {
  const manifest = manifestOf(folder);
  if (!manifest) throw new SourceError('not-readable', 'package.json is no JSON object: nothing could be published');
  const { default: packlist } = await import('npm-packlist');
  const files = await packlist({
    ...new Installed(folder, folder, { ...manifest, ...fields }).node,
    isProjectRoot: true,
  });
  return [...files].sort();
}

/** An installed package; what it depends on is looked up when it is asked for, and only for bundled packages. */
class Installed {
  readonly node: PackageNode;

  constructor(path: string, top: string, manifest: Manifest) {
    const edgesOut = { get: (name: string) => edgeTo(name, path, top) } as PackageNode['edgesOut'];
    const node = { path, package: normal(manifest), edgesOut };
    this.node = Object.assign(node, { target: node });
  }
}

function edgeTo(name: string, from: string, top: string): { to?: PackageNode } {
  for (let folder = from; folder.startsWith(top); folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    const manifest = /^(?:@[\w.-]+\/)?[\w.-]+$/.test(name) && name !== '..' ? manifestOf(path) : undefined;
    if (manifest) return { to: new Installed(path, top, manifest).node };
  }
  return {};
}

/** The manifest of a folder; nothing where there is none, or no JSON object. */
export function manifestOf(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  try {
    const manifest: unknown = existsSync(file) ? JSON.parse(readSmallFile(file, mostBytes) ?? '') : undefined;
    return typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)
      ? (manifest as Manifest)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The manifest as npm reads it: one spelling, lists for what may be written in a shorter way. */
function normal(manifest: Manifest): Manifest {
  const { name, bin, files, dependencies, main, browser } = manifest;
  const bundled = manifest['bundleDependencies'] ?? manifest['bundledDependencies'];
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  return {
    dependencies,
    optionalDependencies: manifest['optionalDependencies'],
    bundleDependencies: bundled === true ? Object.keys((dependencies ?? {}) as object) : texts(bundled),
    ...(Array.isArray(files) ? { files: texts(files) } : {}),
    ...(typeof main === 'string' ? { main: plain(main) } : {}),
    ...(typeof browser === 'string' ? { browser: plain(browser) } : {}),
    ...(typeof bin === 'string' ? { bin: { [String(name)]: plain(bin) } } : {}),
    ...(typeof bin === 'object' && bin !== null
      ? { bin: Object.fromEntries(Object.entries(bin).map(([key, path]) => [key, plain(String(path))])) }
      : {}),
  };
}

/** `./a/b` as `a/b`. */
const plain = (path: string): string => path.replace(/^(?:\.\/+)+/, '');

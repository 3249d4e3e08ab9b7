import type { App } from '../shape.ts';
import { isObject, textsOf, under, upwards } from '../tree.ts';

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * The major version of a package that an application is built with: what its `package.json` asks for or one above it, or else what a lock
 * file beside or above it holds. Nothing where neither says.
 */
export function majorOf(app: App, name: string): number | undefined {
  for (const range of rangesOf(app, name)) {
    const major = /^(?:npm:[^@\s]*@|workspace:)?[\^~>=<v\s]*(\d{1,4})/.exec(range)?.[1];
    if (major !== undefined) return Number(major);
  }
  return lockedVersion(app, name)?.[0];
}

/** Whether an application is sure to be built with a version of a package before a minor one. */
export function isBefore(app: App, name: string, [major, minor]: readonly [number, number]): boolean {
  const pinned = rangesOf(app, name).flatMap((range) => /^[~=v]{0,2}(\d{1,4})\.(\d{1,4})/.exec(range)?.slice(1) ?? []);
  const [own, ownMinor] = pinned.length > 0 ? pinned.map(Number) : (lockedVersion(app, name) ?? []);
  if (own === undefined) return (majorOf(app, name) ?? major) < major;
  return own < major || (own === major && ownMinor !== undefined && ownMinor < minor);
}

const rangesOf = (app: App, name: string): string[] =>
  upwards(app.folder).flatMap((folder) =>
    fields.flatMap((field) => {
      const table = app.tree.json(under(folder, 'package.json'))?.[field];
      return isObject(table) ? textsOf(table[name]).slice(0, 1) : [];
    }),
  );

/** Lock files of npm, pnpm and yarn, by how each writes a version: the major and the minor one. */
function lockedVersion({ tree, folder }: App, name: string): readonly [number, number] | undefined {
  const quoted = name.replace(/[.+]/g, '\\$&');
  const locks: readonly (readonly [string, RegExp])[] = [
    ['package-lock.json', new RegExp(`"node_modules/${quoted}": \\{\\s{0,20}"version": "(\\d{1,4})\\.(\\d{1,4})`)],
    ['pnpm-lock.yaml', new RegExp(`(?:^|\\n) {2}['"]?/?${quoted}@(\\d{1,4})\\.(\\d{1,4})`)],
    ['yarn.lock', new RegExp(`(?:^|\\n)"?${quoted}@[^\\n]{0,200}:\\n {2}version:? "?(\\d{1,4})\\.(\\d{1,4})`)],
  ];
  for (const above of upwards(folder))
    for (const [file, version] of locks) {
      const found = version.exec(tree.read(under(above, file)) ?? '');
      if (found) return [Number(found[1]), Number(found[2])];
    }
  return undefined;
}

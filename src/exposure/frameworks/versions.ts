import type { App } from '../shape.ts';
import { isObject, textsOf, under, upwards } from '../tree.ts';

const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/**
 * The major version of a package that an application is built with: what its `package.json` asks for, or else what a lock
 * file beside or above it holds. Nothing where neither says.
 */
export function majorOf(app: App, name: string): number | undefined {
  for (const field of fields) {
    const table = app.package?.json[field];
    const [range] = isObject(table) ? textsOf(table[name]) : [];
    const major =
      range === undefined ? undefined : /^(?:npm:[^@\s]*@|workspace:)?[\^~>=<v\s]*(\d{1,4})/.exec(range)?.[1];
    if (major !== undefined) return Number(major);
  }
  return lockedMajor(app, name);
}

/** Lock files of npm, pnpm and yarn, by how each writes a version. */
function lockedMajor({ tree, folder }: App, name: string): number | undefined {
  const quoted = name.replace(/[.+]/g, '\\$&');
  const locks: readonly (readonly [string, RegExp])[] = [
    ['package-lock.json', new RegExp(`"node_modules/${quoted}": \\{\\s{0,20}"version": "(\\d{1,4})`)],
    ['pnpm-lock.yaml', new RegExp(`(?:^|\\n) {2}['"]?/?${quoted}@(\\d{1,4})\\.`)],
    ['yarn.lock', new RegExp(`(?:^|\\n)"?${quoted}@[^\\n]{0,200}:\\n {2}version:? "?(\\d{1,4})`)],
  ];
  for (const above of upwards(folder))
    for (const [file, version] of locks) {
      const found = version.exec(tree.read(under(above, file)) ?? '')?.[1];
      if (found !== undefined) return Number(found);
    }
  return undefined;
}

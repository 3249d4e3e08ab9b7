import type { Load } from '../../syntax/outline/index.ts';
import type { Bundler } from '../shape.ts';
import type { Links } from './links.ts';

/** A pattern that cannot take long: no repetition in it. */
const isShort = /^[^*+{]*$/;

/** The files an expression loads. */
export function filesOf(load: Load, from: string, links: Links): readonly string[] {
  if (load.kind !== 'context') {
    const left = new Set(load.except?.flatMap((pattern) => links.resolve(pattern, from)));
    return links.resolve(load.specifier, from).filter((path) => !left.has(path));
  }
  const folder = load.specifier.replace(/\/$/, '');
  const files = links.resolve(`${folder}/${load.deep === true ? '**' : '*'}`, from);
  const end = load.pattern?.lastIndexOf('/') ?? -1;
  const source = end > 0 ? (load.pattern as string).slice(1, end) : '';
  if (source === '' || !isShort.test(source)) return files;
  try {
    const wanted = new RegExp(source);
    return files.filter((file) => wanted.test(`./${file.split('/').at(-1)}`));
  } catch {
    return files;
  }
}

/** The exports that a bundler sees an expression use of what it loads; nothing where any may be. */
export function namesTold(load: Load, bundler: Bundler): readonly string[] | undefined {
  const tells =
    load.kind === 'import'
      ? load.form !== undefined &&
        bundler.shakesDynamic.includes(load.form) &&
        !(load.isCalled && bundler.handsObjects !== 'none')
      : load.kind === 'glob' || (load.kind === 'require' && bundler.shakesCommonJs);
  // A page takes nothing of what its scripts offer.
  return tells || (load.form === 'script' && bundler.shakes) ? load.names : undefined;
}

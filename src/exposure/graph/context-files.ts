import type { Load } from '../../syntax/outline/index.ts';
import type { Links } from './links.ts';

/** A pattern that cannot take long: no repetition in it. */
const isShort = /^[^*+{]*$/;

/** The files an expression loads. */
export function filesOf(load: Load, from: string, links: Links): readonly string[] {
  if (load.kind !== 'context') return links.resolve(load.specifier, from);
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

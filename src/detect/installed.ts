import type { Item } from '../model/index.ts';

const folder = /(?:^|[\\/])node_modules[\\/]/;

/** True for a file of an installed package, or for a part of one: somebody else's program. */
export const isInstalled = ({ place, path }: Item): boolean =>
  place.kind !== 'object' && folder.test(place.kind === 'disk' ? place.file : path);

import type { Item } from '../model/index.ts';

/** True for a file of an installed package: somebody else's program. */
export const isInstalled = ({ place }: Item): boolean =>
  place.kind === 'disk' && /[\\/]node_modules[\\/]/.test(place.file);

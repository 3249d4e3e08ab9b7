import type { Item, Provenance } from '../../model/index.ts';
import { memberName } from './member.ts';

/** A member can be read again only with its archive. */
const nowhere = { kind: 'memory', bytes: new Uint8Array() } as const;

/** The item for a member of an archive: `a.zip!/lib/b.js`. */
export function memberItem(outer: Item, name: string): Item {
  const path = `!/${memberName(name)}`;
  const { focus: _, named: __, alsoAt, ...rest } = outer;
  const inside = (place: Pick<Item, 'path' | 'provenance'>) => ({
    path: place.path + path,
    provenance: inArchive(place.provenance, path),
  });
  return { ...rest, ...inside(outer), place: nowhere, ...(alsoAt ? { alsoAt: alsoAt.map(inside) } : {}) };
}

/** What git knows of the archive holds for what is in it. */
function inArchive(outer: Provenance, inside: string): Provenance {
  const path = outer.path + inside;
  switch (outer.kind) {
    case 'commit':
      return { ...outer, path, archive: outer.archive ?? outer.path };
    case 'tag':
    case 'staged':
      return { ...outer, path };
    default:
      return { kind: 'archive-member', path, archive: outer.kind === 'archive-member' ? outer.archive : outer.path };
  }
}

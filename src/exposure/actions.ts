import { namesOf } from './graph/name-index.ts';
import { Shipping } from './shipping.ts';
import type { Side } from './side.ts';
import type { Tree } from './tree.ts';

/**
 * Whether client code calls a function that the server runs for it, and so is sent what it gives back: `await listOffers()`,
 * `queryFn: listOffers`. What forms are told after they are sent is none of it.
 * @param path a module marked with `use server`
 * @param name the function as it is exported
 */
export function isFetched(path: string, name: string, side: Side, tree: Tree): boolean {
  for (const client of side.client().from.keys()) {
    if (!side.links.from(client).some((link) => link.path === path)) continue;
    const outline = side.outline(client);
    if (!outline) continue;
    const locals = [...namesOf(outline).imported.values()]
      .flat()
      .filter(
        ({ site, binding }) => binding.imported === name && side.links.resolve(site.specifier, client).includes(path),
      )
      .map(({ binding }) => binding.local);
    const shipping = new Shipping(client, side);
    const text = tree.read(client) ?? '';
    for (const local of locals) {
      const own = local.replaceAll('$', '\\$');
      const uses = new RegExp(
        `(?<![\\w$.])${own}(?=\\s{0,20}\\()|(?<=\\b(?:queryFn|fetcher)\\s{0,9}:\\s{0,9})${own}(?![\\w$])`,
        'g',
      );
      for (const { index, 0: use } of text.matchAll(uses))
        if (shipping.wayOf({ path: client, start: index, end: index + use.length })) return true;
    }
  }
  return false;
}

import type { Asker } from './graph/asked.ts';
import { Shipping } from './shipping.ts';
import type { Side } from './side.ts';

/** The modules of an application that ask servers for addresses: client code, and what of the server fills pages. */
export function askersOf(side: Side): readonly Asker[] {
  const { tree } = side.app;
  const ofClient = [...side.client().from.keys()]
    .filter((path) => /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx?|html?)$/.test(path))
    .map((path): Asker => {
      const shipping = new Shipping(path, side);
      return { path, text: tree.read(path) ?? '', runs: (place) => shipping.wayOf(place) !== undefined };
    });
  const ofServer = [...side.server().from.keys()]
    .filter((path) => side.shape.handing?.(path)?.returns.includes('load') === true)
    .map((path): Asker => ({ path, text: tree.read(path) ?? '', runs: () => true }));
  return [...ofClient, ...ofServer];
}

import type { Links } from './links.ts';

/** What is reached from some modules, and from where first. */
export interface Roads {
  /** Each module that is reached, with the one it is first reached from; entries with nothing. */
  readonly from: ReadonlyMap<string, { readonly path: string; readonly at: number } | undefined>;
}

/**
 * Follows imports breadth first.
 * @param stop true for a module that is reached but not looked into
 */
export function follow(entries: Iterable<string>, links: Links, stop: (path: string) => boolean): Roads {
  const from = new Map<string, { path: string; at: number } | undefined>();
  for (const entry of entries) from.set(entry, undefined);
  for (const path of from.keys()) {
    if (stop(path)) continue;
    for (const { path: target, at } of links.from(path)) if (!from.has(target)) from.set(target, { path, at });
  }
  return { from };
}

const importers = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/**
 * The modules of some that lead to the targets, the targets among them, nearest first.
 * @param reached is not changed afterwards
 * @param stop true for a module that leads nowhere
 */
export function leadingTo(
  targets: Iterable<string>,
  reached: ReadonlyMap<string, unknown>,
  links: Links,
  stop: (path: string) => boolean,
): Set<string> {
  const back = importers.get(reached) ?? importersOf(reached, links);
  importers.set(reached, back);
  const leading = new Set<string>([...targets].filter((target) => reached.has(target)));
  for (const path of leading)
    for (const importer of back.get(path) ?? []) if (!leading.has(importer) && !stop(importer)) leading.add(importer);
  return leading;
}

function importersOf(reached: ReadonlyMap<string, unknown>, links: Links): ReadonlyMap<string, readonly string[]> {
  const back = new Map<string, string[]>();
  for (const path of reached.keys())
    for (const { path: target } of links.from(path)) {
      const known = back.get(target);
      if (known) known.push(path);
      else back.set(target, [path]);
    }
  return back;
}

import type { Entry } from '../shape.ts';
import type { Side } from '../side.ts';

/** The modules that the server's code makes starts of client code: by a directive, an island, a script or a style sheet. */
export function* entriesNamed(side: Side): Generator<Entry> {
  const { boundary, islands, clientParts } = side.shape;
  if (!boundary && !islands && !clientParts) return;
  for (const path of side.server().from.keys()) {
    if (side.boundary(path) === 'client') yield { path, why: "'use client'" };
    if (path.endsWith('.astro')) yield { path, why: 'its scripts run in the browser' };
    if (/\.(?:s?css|less|sass|styl)$/.test(path)) yield { path, why: 'a style sheet of the page' };
    for (const tag of islands?.(path, side.app.tree.read(path) ?? '') ?? [])
      for (const target of importedAs(tag, path, side))
        yield { path: target, why: 'hydrated in the browser (client:)' };
  }
}

/** The modules that a name of a module is imported from. */
function importedAs(local: string, path: string, side: Side): readonly string[] {
  const module = side.module(path, true);
  if (module?.kind !== 'component' && module?.kind !== 'program') return [];
  return module.outline.imports
    .filter(({ bindings }) => bindings.some((binding) => binding.local === local))
    .flatMap(({ specifier }) => side.links.resolve(specifier, path));
}

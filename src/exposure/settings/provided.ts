import type { Alias } from '../resolve/tsconfig.ts';
import type { App, Implied } from '../shape.ts';
import { Follower } from './follow.ts';
import { filesMeant, pathsIn } from './paths.ts';
import { buildPrograms } from './programs.ts';

/** The names that webpack imports wherever code writes them: `new ProvidePlugin({ api: ['./src/api', 'default'] })`. */
export function providedBy(app: App, aliases: readonly Alias[]): ReadonlyMap<string, Implied> {
  const follower = new Follower(app);
  const provided = new Map<string, Implied>();
  for (const { path, settings } of buildPrograms(app))
    for (const { callee, given } of settings.calls) {
      if (!/(?:^|\.)ProvidePlugin$/.test(callee)) continue;
      for (const { key, value } of given.flatMap((setting) => follower.membersOf({ path, setting }))) {
        const items = follower
          .open(value)
          .flatMap(({ path: at, setting }) =>
            setting.kind === 'list'
              ? setting.items.map((each) => pathsIn({ path: at, setting: each }, follower))
              : [pathsIn({ path: at, setting }, follower)],
          );
        const [names = [], [exported = '*'] = []] = items;
        const [file] = filesMeant(
          app,
          path,
          names.flatMap((name) => unaliased(name, aliases)),
        );
        if (key !== undefined && file !== undefined) provided.set(key, { path: file, exported });
      }
    }
  return provided;
}

/** The path that an alias stands for, from the top of the project. */
function unaliased(name: string, aliases: readonly Alias[]): string[] {
  const found = aliases.flatMap(({ pattern, targets }) => {
    const head = pattern.replace(/\*$/, '');
    if (!pattern.endsWith('*') || !name.startsWith(head)) return [];
    return targets.map((target) => target.replace('*', () => name.slice(head.length)));
  });
  return found.length > 0 ? found.map((path) => `/${path}`) : [name];
}

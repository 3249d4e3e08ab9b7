import type { NameSetting, Setting, Settings } from '../../syntax/outline/index.ts';
import type { App } from '../shape.ts';
import type { At } from './follow.ts';
import { besideOf, buildPrograms } from './programs.ts';

/**
 * What a name stands for that nothing declares: a parameter of a function of the program, by what programs call that with,
 * or what a plugin of Docusaurus is given as `content`.
 */
export function givenFor(app: App, path: string, name: NameSetting): At[] {
  const programs = buildPrograms(app);
  const own = programs.find((each) => each.path === path)?.settings;
  if (!own) return [];
  const here = loadedAs(name.name, own).map((setting): At => ({ path, setting }));
  for (const [called, position] of functionsAround(name, own))
    for (const { path: from, settings } of programs)
      for (const { callee, given } of settings.calls) {
        const setting = given[position];
        const imported = settings.imports.get(callee);
        const isOwn = imported
          ? (imported.imported === called || imported.imported === 'default') &&
            besideOf(app.tree, from, imported.specifier) === path
          : from === path && callee === called;
        if (setting && isOwn) here.push({ path: from, setting });
      }
  return here;
}

/** The named functions around a name of which it is a parameter, each with the position of that. */
function functionsAround({ name, start, end }: NameSetting, { declared }: Settings): (readonly [string, number])[] {
  return [...declared].flatMap(([called, settings]) =>
    settings.flatMap((each): (readonly [string, number])[] => {
      if (each.kind !== 'function' || each.start > start || each.end < end) return [];
      const position = each.parameters.indexOf(name);
      return position < 0 ? [] : [[called, position]];
    }),
  );
}

/** What a plugin of Docusaurus loads, which its other methods are given as `content`. */
const loadedAs = (name: string, { tables }: Settings): readonly Setting[] =>
  name !== 'content'
    ? []
    : tables
        .flatMap(({ entries }) => entries)
        .filter(({ key }) => key === 'loadContent')
        .flatMap(({ value }) => (value.kind === 'function' ? value.returns : []));

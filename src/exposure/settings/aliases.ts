import { join } from 'node:path/posix';
import { type Alias, inside } from '../resolve/tsconfig.ts';
import type { App } from '../shape.ts';
import { folderOf, under } from '../tree.ts';
import { Follower } from './follow.ts';
import { pathsIn } from './paths.ts';
import { buildPrograms } from './programs.ts';

/**
 * The aliases that the programs of a build set: `alias: { '@': path.resolve(root, 'src'), lib$: './src/lib' }`; folders
 * in which modules are looked for: `resolve: { modules: ['src'] }`.
 */
export function aliasesOf(app: App): Alias[] {
  const follower = new Follower(app);
  return buildPrograms(app).flatMap(({ path, settings }) => [
    ...settings.tables
      .flatMap(({ entries }) => entries.filter(({ key }) => key === 'alias'))
      .flatMap(({ value }) => follower.membersOf({ path, setting: value }))
      .flatMap(({ key = '', value }) =>
        pathsIn(value, follower)
          .slice(0, 1)
          .flatMap((target) => {
            const found = placed(app, path, target);
            return found === undefined || key === '' ? [] : named(key, found);
          }),
      ),
    ...settings.tables
      .flatMap(({ entries }) => entries.filter(({ key }) => key === 'resolve'))
      .flatMap(({ value }) => follower.membersOf({ path, setting: value }))
      .filter(({ key }) => key === 'modules')
      .flatMap(({ value }) => pathsIn(value, follower))
      .flatMap((name) => placed(app, path, name) ?? [])
      .filter((folder) => !folder.endsWith('node_modules'))
      .map((folder) => ({ pattern: '*', targets: [under(folder, '*')] })),
  ]);
}

/** A file or folder of the project, told from the application or from the program. */
function placed(app: App, program: string, name: string): string | undefined {
  return [folderOf(program), app.folder]
    .map((base) => inside(join(base, name.replace(/^\/(?=\w)/, './'))))
    .find((path) => !path.startsWith('..') && path !== '' && (app.tree.has(path) || app.tree.below(path).length > 0));
}

function named(key: string, target: string): Alias[] {
  if (key.endsWith('$')) return [{ pattern: key.slice(0, -1), targets: [target] }];
  const name = key.replace(/\/\*?$/, '');
  return [
    { pattern: `${name}/*`, targets: [under(target, '*')] },
    { pattern: name, targets: [target] },
  ];
}

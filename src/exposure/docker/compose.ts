import { join } from 'node:path/posix';
import { inside } from '../resolve/tsconfig.ts';
import { folderOf, type Tree } from '../tree.ts';

const isCompose = (path: string): boolean =>
  /^(?:docker-)?compose(?:\.[\w.-]{1,60})?\.ya?ml$/.test(path.slice(path.lastIndexOf('/') + 1));
const text = `["']?([^\\s"'#]{1,200})["']?`;
const short = new RegExp(`^([ ]{0,40})build:[ ]{1,8}${text}[ ]{0,8}(?:#.*)?$`);
const long = /^([ ]{0,40})build:[ ]{0,8}(?:#.*)?$/;
const option = new RegExp(`^([ ]{1,60})(context|dockerfile):[ ]{1,8}${text}`);

/** The folders that compose files build Dockerfiles in, by the path of the Dockerfile. `''` is the top. */
export function composeContexts(tree: Tree): ReadonlyMap<string, string> {
  const contexts = new Map<string, string>();
  for (const path of tree.files) {
    if (!isCompose(path)) continue;
    const add = (context: string, dockerfile: string): void => {
      const folder = inside(join(folderOf(path), context));
      if (!folder.startsWith('..') && !context.includes('$')) contexts.set(inside(join(folder, dockerfile)), folder);
    };
    const lines = (tree.read(path) ?? '').split(/\r?\n/);
    lines.forEach((line, index) => {
      const [, , given] = short.exec(line) ?? [];
      if (given !== undefined) add(given, 'Dockerfile');
      const indent = long.exec(line)?.[1];
      if (indent === undefined) return;
      const options = optionsBelow(lines, index + 1, indent.length);
      add(options.get('context') ?? '.', options.get('dockerfile') ?? 'Dockerfile');
    });
  }
  return contexts;
}

/** The options of a section: lines that are indented further, up to the first that is not. */
function optionsBelow(lines: readonly string[], from: number, indent: number): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const line of lines.slice(from, from + 60)) {
    if (line.trim() === '') continue;
    if (line.search(/\S/) <= indent) break;
    const [, , name = '', value = ''] = option.exec(line) ?? [];
    if (name !== '' && !options.has(name)) options.set(name, value);
  }
  return options;
}

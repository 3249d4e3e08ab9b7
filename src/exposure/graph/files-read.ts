import { join } from 'node:path/posix';
import { folderOf, type Tree } from '../tree.ts';

/** A path that is put together: `path.join(process.cwd(), 'content', 'posts.json')`. */
const joined = /\b(?:join|resolve)\(/g;
const quoted = /(["'`])([^"'`\n]{1,200})\1/g;
const direct = /\breadFile(?:Sync)?\(\s{0,20}(["'`])([^"'`\n]{1,200})\1/g;
/** Documents and data; programs are imported. */
const isData = /\.(?:json|mdx?|markdown|ya?ml|txt|csv|toml|html?)$/;
const mostFiles = 400;
const mostText = 400;

/** Files that code names to read them as data, with the place that names them: one by one, or all of a folder. */
export function filesRead(
  text: string,
  path: string,
  root: string,
  tree: Tree,
): { readonly files: readonly string[]; readonly at: number }[] {
  if (!/\breadFile(?:Sync)?\s{0,4}\(/.test(text)) return [];
  const names = [
    ...[...text.matchAll(joined)].map(({ 0: { length }, index }) => ({
      name: [...givenAt(text, index + length).matchAll(quoted)]
        .map(([, , piece = '']) => piece.replace(/\$\{[^{}]{0,80}\}/g, '*'))
        .join('/'),
      at: index,
    })),
    ...[...text.matchAll(direct)].map(({ 2: name = '', index }) => ({ name, at: index })),
  ];
  return names
    .filter(({ name }) => name !== '')
    .map(({ name, at }) => ({ files: meant(name, path, root, tree), at }))
    .filter(({ files }) => files.length > 0);
}

/** What a call is given that opens before a place. */
function givenAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + mostText); at++)
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return text.slice(start, at);
  return '';
}

function meant(name: string, path: string, root: string, tree: Tree): string[] {
  const star = name.indexOf('*');
  const fixed = star < 0 ? name : name.slice(0, Math.max(0, name.lastIndexOf('/', star)));
  for (const base of new Set([root, folderOf(path)])) {
    const target = join(base, fixed).replace(/\/$/, '');
    if (target.startsWith('..') || target === '.' || target === '' || target === root) continue;
    if (tree.has(target)) return isData.test(target) ? [target] : [];
    const inside = tree.below(target).filter((each) => isData.test(each));
    if (inside.length > 0) return inside.slice(0, mostFiles);
  }
  return [];
}

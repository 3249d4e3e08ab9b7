import { isObject, type Tree, textsOf, under, within } from './tree.ts';

/** A folder that is put on the web as it is, and what says so. */
export interface Served {
  readonly folder: string;
  readonly by: string;
}

const workflows = /^\.github\/workflows\/[^/]+\.ya?ml$/;
/** Steps of workflows that put a folder on GitHub Pages, each with the name of its input. */
const steps: readonly (readonly [action: string, input: string])[] = [
  ['upload-pages-artifact', 'path'],
  ['actions-gh-pages', 'publish_dir'],
  ['github-pages-deploy-action', 'folder'],
];

/** The folders of a project that are put on the web by settings of a host, as far as they are in the project. */
export function servedFolders(tree: Tree): readonly Served[] {
  const served: Served[] = [];
  const add = (base: string, folder: string | undefined, by: string): void => {
    const inner = folder
      ?.replace(/^["']|["']$/g, '')
      .replace(/^(?:\.\/|\/)+/, '')
      .replace(/(?<!\/)\/+$/, '');
    if (inner === undefined || inner === '' || inner.includes('$') || /^\.+$/.test(inner)) return;
    served.push({ folder: under(base, inner), by });
  };
  for (const path of tree.files) {
    const [, base = '', name = ''] = /^(?:(.*)\/)?([^/]*)$/s.exec(path) ?? [];
    if (name === 'CNAME' || name === '.nojekyll') {
      if (tree.has(under(base, 'index.html'))) served.push({ folder: base, by: path });
    } else if (name === 'netlify.toml')
      add(base, /^\s{0,8}publish\s{0,8}=\s{0,8}(["'][^"'\n]{1,200}["'])/m.exec(tree.read(path) ?? '')?.[1], path);
    else if (name === 'vercel.json') add(base, textsOf(tree.json(path)?.['outputDirectory'])[0], path);
    else if (name === 'firebase.json') {
      const hosting = tree.json(path)?.['hosting'];
      for (const each of Array.isArray(hosting) ? hosting : [hosting])
        if (isObject(each)) add(base, textsOf(each['public'])[0], path);
    } else if (name === 'package.json' && !path.includes('node_modules/')) {
      const scripts = tree.json(path)?.['scripts'];
      for (const line of isObject(scripts) ? Object.values(scripts).flatMap(textsOf) : [])
        add(
          base,
          /\bgh-pages\b[^&|;]{0,80}?\s(?:-d|--dist)[\s=]([^\s&|;]{1,120})/.exec(line)?.[1],
          `${path} (gh-pages)`,
        );
    } else if (workflows.test(path)) {
      const text = tree.read(path) ?? '';
      for (const [action, input] of steps) {
        const at = text.toLowerCase().indexOf(action);
        const given = new RegExp(`\\b${input}\\s{0,4}:\\s{0,4}([^\\s#]{1,200})`);
        if (at >= 0) add('', given.exec(text.slice(at, at + 600))?.[1], path);
      }
    }
  }
  return served;
}

/** What puts a file on the web as it is. */
export const servedBy = (path: string, served: readonly Served[]): Served | undefined =>
  served.find(({ folder }) => within(folder, path) !== undefined);

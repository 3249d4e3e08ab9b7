import type { App, Implied } from '../shape.ts';
import { type Tree, under, within } from '../tree.ts';
import { balancedEnd, filesOf, isProgramPath, uses } from './kit.ts';

/** Folders and files that a list of the configuration names, within the folder of the sources. */
export function listed(config: string, option: string): string[] {
  const at = config.search(new RegExp(`\\b${option}\\s*:\\s*\\[`));
  if (at < 0) return [];
  const open = config.indexOf('[', at);
  return [...config.slice(open, balancedEnd(config, open)).matchAll(/['"`](?:~|@|\.)?\/?([\w./-]{1,200})['"`]/g)].map(
    (match) => (match[1] as string).replace(/\/(?:\*\*|$)/, ''),
  );
}

/**
 * Takes note of what Nuxt imports by name. What is known already stays.
 * @param inside the folder of the sources
 * @param app the folder of the application or of a layer
 */
export function addImplied(found: Map<string, Implied>, inside: App, app: App, config: string): void {
  for (const folder of new Set(['components', ...listed(config, 'components')])) {
    const base = under(inside.folder, folder);
    for (const path of filesOf(inside, folder, /\.(?:vue|[jt]sx)$/)) {
      const inner = within(base, path) ?? path;
      // Without the prefix of its folders a component has the name of its file.
      for (const name of [componentName(inner), componentName(inner.split('/').at(-1) ?? inner)])
        for (const each of [name, `Lazy${name}`, kebab(name), `lazy-${kebab(name)}`])
          if (!found.has(each)) found.set(each, { path, exported: 'default' });
    }
  }
  const named = [
    ...filesOf(inside, 'composables', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
    ...filesOf(inside, 'utils', /^[^/]+(?:\/index)?\.[cm]?[jt]s$/),
    ...listed(config, 'dirs').flatMap((folder) => filesOf(inside, folder, isProgramPath)),
    ...(uses(app, '@pinia/nuxt') ? filesOf(inside, 'stores', isProgramPath) : []),
    ...filesOf(app, 'shared/utils', /^[^/]+\.[cm]?[jt]s$/),
    ...filesOf(app, 'server/utils', isProgramPath),
  ];
  for (const path of named) {
    for (const name of exportsOf(path, app.tree)) if (!found.has(name)) found.set(name, { path, exported: name });
    const file = (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
    const own = camel(file === 'index' ? (path.split('/').at(-2) ?? '') : file);
    const isOffered = /\bexport\s+default\b|\bas\s+default\b/.test(app.tree.read(path) ?? '');
    if (isOffered && !found.has(own)) found.set(own, { path, exported: 'default' });
  }
}

/** The names a text exports, as far as a look tells. */
export function exportsOf(path: string, tree: Tree): string[] {
  const text = tree.read(path) ?? '';
  const declared = [
    ...text.matchAll(
      /\bexport\s+(?:declare\s+)?(?:async\s+)?(?:const|let|var|function\*?|class|enum)\s+([A-Za-z_$][\w$]*)/g,
    ),
  ].map((match) => match[1] as string);
  const listed = [...text.matchAll(/\bexport\s*\{([^{}]*)\}/g)].flatMap((match) =>
    (match[1] as string).split(',').map(
      (each) =>
        each
          .trim()
          .split(/(?<!\s)\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  return [...declared, ...listed].filter((name) => name !== '' && name !== 'default');
}

const camel = (text: string): string => text.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (text: string): string => camel(text).replace(/^\w/, (letter) => letter.toUpperCase());
const kebab = (text: string): string => text.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** `base/BaseButton.vue` and `base/Button.vue` are both BaseButton. */
function componentName(inner: string): string {
  const parts = inner
    .replace(/(?:\.(?:client|server|global))?\.\w+$/, '')
    .split('/')
    .filter((part) => part !== 'index')
    .map(pascal);
  return parts.reduce((name, part) => (part.startsWith(name) ? part : name + part), '');
}

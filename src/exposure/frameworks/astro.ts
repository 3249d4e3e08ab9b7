import { routesAdded } from '../settings/builds.ts';
import type { App, Framework } from '../shape.ts';
import { under } from '../tree.ts';
import {
  aliasesIn,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  inApp,
  isProgramPath,
  moduleNamed,
  optionText,
  shape,
  uses,
  viteOf,
} from './kit.ts';

const methods = ['GET', 'get', 'POST', 'post', 'ALL', 'all'];

/** The address that a file of the pages answers. */
const addressOf = (app: App, path: string): string =>
  `/${inApp(app, path)
    .replace(/^src\/pages\//, '')
    .replace(/(?:\/index|^index)?\.[cm]?[jt]s$/, '')}`;

/** A file of which a build writes what its `GET` answers. */
const isEndpoint = (app: App, path: string): boolean =>
  /^src\/pages\/(?!_)(?!.*\/_).*\.[cm]?[jt]s$/.test(inApp(app, path));

/** Astro: frontmatter runs on the server, `client:*` components and `<script>` in the browser. Source: its documentation, builds of 7.3. */
export const astro: Framework = {
  name: 'Astro',
  detect: (app) => uses(app, 'astro'),
  describe: (app) => {
    const config = configText(app, 'astro.config');
    const isOnDemand = optionText(config, 'output') === 'server';
    const collections = configText(app, 'src/content.config', 'src/content/config');
    const folders = [
      'src/content',
      ...[...collections.matchAll(/\bbase\s*:\s*['"](?:\.?\/)?([^'"\n]{1,200})['"]/g)].map(
        (match) => match[1] as string,
      ),
    ];
    const documents = folders.flatMap((folder) => filesOf(app, folder, /\.(?:mdx?|mdoc)$/));
    const tables = folders.flatMap((folder) => filesOf(app, folder, /\.json$/));
    const files = existing(
      app,
      ...[...collections.matchAll(/\bfile\s*\(\s*['"](?:\.?\/)?([^'"\n]{1,200}\.json)['"]/g)].map(
        (match) => match[1] as string,
      ),
    );
    const entries = [...new Set([...files, ...tables])];
    // A document of a collection is sent where a page renders it.
    const isRendered = filesOf(app, 'src', /\.(?:astro|[jt]sx)$/).some((path) =>
      /\brender\s*\(|<Content\b|\.(?:body|rendered)\b/.test(app.tree.read(path) ?? ''),
    );
    const hasAdapter = /\badapter\s*:/.test(config);
    const isAnswered = (path: string): boolean => {
      const own = /\bexport\s+const\s+prerender\s*=\s*(true|false)\b/.exec(app.tree.read(path) ?? '')?.[1];
      return own === undefined ? isOnDemand : own === 'false';
    };
    return shape({
      framework: 'Astro',
      bundler: viteOf(app, { astro: 7 }),
      server: [
        ...entriesOf(
          filesOf(app, 'src/pages', /^(?!_)(?!.*\/_).*\.(?:astro|mdx?|html|[cm]?[jt]s)$/),
          'a page, rendered by the server',
        ),
        ...entriesOf(routesAdded(app), 'a page, rendered by the server'),
        ...entriesOf([...documents, ...entries], 'a document that pages are made from'),
        ...entriesOf(
          [
            ...moduleNamed(app, 'src/middleware', 'src/middleware/index', 'src/actions/index', 'src/content.config'),
            ...filesOf(app, 'src/actions', isProgramPath),
          ],
          'runs on the server',
        ),
      ],
      publicFolders: [optionText(config, 'publicDir') ?? 'public', ...(hasAdapter ? [] : ['dist']), 'dist/client'],
      aliases: [
        ...aliasesIn(app, config),
        ...folderAlias('~', under(app.folder, 'src')),
        ...folderAlias('@', under(app.folder, 'src')),
      ],
      prefixes: ['PUBLIC_'],
      boundary: (_, directives) => (directives.includes('use server') ? 'server' : undefined),
      clientParts: (path, part) =>
        !path.endsWith('.astro') ||
        (part.kind === 'script' && !/\bis:inline\b|\bdefine:vars\b/.test(part.attributes)) ||
        part.kind === 'style',
      handing: (path) =>
        isEndpoint(app, path)
          ? { returns: methods, markup: false, ...(isAnswered(path) ? { asked: addressOf(app, path) } : {}) }
          : /\.(?:astro|mdx?|html|vue|svelte|[jt]sx)$/.test(path) || entries.includes(path)
            ? {
                returns: [],
                markup: !entries.includes(path) && (isRendered || !documents.includes(path)),
                errors: path.endsWith('.astro'),
                ...(/\.(?:mdx?|json)$/.test(path)
                  ? { matter: documents.includes(path) || entries.includes(path) ? 'data' : 'frontmatter' }
                  : {}),
              }
            : undefined,
      islands: (path, text) =>
        /\.(?:astro|mdx)$/.test(path)
          ? [...text.matchAll(/<([A-Z][\w.]*)(?![\w.])(?=[^<>]*?\sclient:)/g)].map(
              (match) => (match[1] as string).split('.')[0] as string,
            )
          : [],
    });
  },
};

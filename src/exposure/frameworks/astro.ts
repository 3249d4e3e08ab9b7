import type { App, Framework } from '../shape.ts';
import { under } from '../tree.ts';
import {
  aliasesIn,
  configText,
  entriesOf,
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

/** A file of which a build writes what its `GET` answers. */
const isEndpoint = (app: App, path: string): boolean => /^src\/pages\/.*\.[cm]?[jt]s$/.test(inApp(app, path));

/** Astro: frontmatter runs on the server, `client:*` components and `<script>` in the browser. Source: its documentation, builds of 7.3. */
export const astro: Framework = {
  name: 'Astro',
  detect: (app) => uses(app, 'astro'),
  describe: (app) => {
    const config = configText(app, 'astro.config');
    const isOnDemand = optionText(config, 'output') === 'server';
    return shape({
      framework: 'Astro',
      bundler: viteOf(app, { astro: 7 }),
      server: [
        ...entriesOf(filesOf(app, 'src/pages', /\.(?:astro|mdx?|html|[cm]?[jt]s)$/), 'a page, rendered by the server'),
        ...entriesOf(filesOf(app, 'src/content', /\.(?:mdx?|mdoc)$/), 'a document that pages are made from'),
        ...entriesOf(
          [
            ...moduleNamed(app, 'src/middleware', 'src/middleware/index', 'src/actions/index', 'src/content.config'),
            ...filesOf(app, 'src/actions', isProgramPath),
          ],
          'runs on the server',
        ),
      ],
      publicFolders: [optionText(config, 'publicDir') ?? 'public', 'dist', 'dist/client'],
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
          ? { returns: isOnDemand ? [] : ['GET', 'get'], markup: false }
          : /\.(?:astro|mdx?|html|[jt]sx)$/.test(path)
            ? { returns: path.endsWith('.astro') ? ['getStaticPaths'] : [], markup: true }
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

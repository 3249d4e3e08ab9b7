import type { Framework } from '../shape.ts';
import { under } from '../tree.ts';
import {
  aliasesIn,
  configText,
  entriesOf,
  filesOf,
  folderAlias,
  isProgramPath,
  moduleNamed,
  optionText,
  shape,
  uses,
  viteOf,
} from './kit.ts';

/** Astro: frontmatter runs on the server, `client:*` components and `<script>` in the browser. Source: its documentation, builds of 7.3. */
export const astro: Framework = {
  name: 'Astro',
  detect: (app) => uses(app, 'astro'),
  describe: (app) => {
    const config = configText(app, 'astro.config');
    return shape({
      framework: 'Astro',
      bundler: viteOf(app, { astro: 7 }),
      server: [
        ...entriesOf(filesOf(app, 'src/pages', /\.(?:astro|mdx?|html|[cm]?[jt]s)$/), 'a page, rendered by the server'),
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
      handing: (path) => (/\.(?:astro|mdx?|html)$/.test(path) ? { returns: [], markup: true } : undefined),
      islands: (path, text) =>
        /\.(?:astro|mdx)$/.test(path)
          ? [...text.matchAll(/<([A-Z][\w.]*)(?![\w.])(?=[^<>]*?\sclient:)/g)].map(
              (match) => (match[1] as string).split('.')[0] as string,
            )
          : [],
    });
  },
};

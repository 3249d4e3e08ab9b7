import type { App, Framework } from '../shape.ts';
import { within } from '../tree.ts';
import {
  bundlers,
  configFile,
  configText,
  entriesOf,
  existing,
  filesOf,
  folderAlias,
  inApp,
  majorOf,
  moduleNamed,
  optionText,
  plainAddress,
  scriptLines,
  shape,
  uses,
} from './kit.ts';
import { isBefore } from './versions.ts';

const code = '[cm]?[jt]sx?';
const dataFunctions = [
  'getServerSideProps',
  'getStaticProps',
  'getStaticPaths',
  'unstable_getServerProps',
  'unstable_getStaticProps',
];

/** Turbopack builds from Next.js 16 on, or where the script asks for it. */
const turbopack = (app: App): boolean => {
  const lines = scriptLines(app).filter((line) => /\bnext build\b/.test(line));
  if (lines.some((line) => /--webpack\b/.test(line))) return false;
  return (majorOf(app, 'next') ?? 16) >= 16 || lines.some((line) => /--turbo(?:pack)?\b/.test(line));
};

/** Next.js with either router. Sources: its documentation on server and client components, and builds of 16.4. */
export const next: Framework = {
  name: 'Next.js',
  detect: (app) => uses(app, 'next', 'blitz') || configFile(app, 'next.config') !== undefined,
  describe: (app) => {
    const base =
      existing(app, 'src').length > 0 || filesOf(app, 'src/app', /./).length + filesOf(app, 'src/pages', /./).length > 0
        ? 'src/'
        : '';
    const both = (name: string): string[] => [`src/${name}`, name];
    const config = configText(app, 'next.config');
    const endings = /\bpageExtensions\s*:\s*\[([^[\]]{1,300})\]/.exec(config)?.[1] ?? '';
    const own = [...endings.matchAll(/['"`]([\w.]{1,40})['"`]/g)].map(([, ending = '']) =>
      ending.replaceAll('.', '\\.'),
    );
    const ending = own.length > 0 ? own.join('|') : `${code}|mdx?`;
    const appFiles = both('app').flatMap((folder) =>
      filesOf(
        app,
        folder,
        new RegExp(
          `^(?!_)(?!.*/_).*?(?:^|/)(?:page|layout|template|loading|not-found|error|global-error|forbidden|unauthorized|default|route|sitemap|robots|manifest|opengraph-image|twitter-image|icon|apple-icon|global-not-found)\\.(?:${ending})$`,
        ),
      ),
    );
    const pages = both('pages').flatMap((folder) => filesOf(app, folder, new RegExp(`\\.(?:${ending})$`)));
    const isApi = (path: string): boolean => /^(?:src\/)?pages\/(?:api\/|api\.|_document\.)/.test(inApp(app, path));
    const isPage = (path: string): boolean => /^(?:src\/)?pages\//.test(inApp(app, path)) && !isApi(path);
    const clientPages = pages.filter((path) => !isApi(path));
    const bundler = turbopack(app)
      ? isBefore(app, 'next', [16, 2])
        ? bundlers.nextBefore
        : bundlers.next
      : bundlers.nextWebpack;
    const loader = optionText(config, 'loaderFile')?.replace(/^\.?\//, '');
    return shape({
      framework: 'Next.js',
      bundler,
      client: [
        ...entriesOf(clientPages, 'a page, which Next.js sends to browsers'),
        ...entriesOf(moduleNamed(app, ...both('instrumentation-client')), 'runs in the browser before the page'),
        ...entriesOf(loader === undefined ? [] : existing(app, loader), 'tells the addresses of images'),
      ],
      server: [
        ...entriesOf(appFiles, 'rendered by the server'),
        ...entriesOf(pages, 'rendered by the server'),
        ...entriesOf(
          moduleNamed(app, ...both('middleware'), ...both('proxy'), ...both('instrumentation'), 'server'),
          'runs on the server',
        ),
      ],
      publicFolders: ['public', 'out', '.next/static'],
      aliases: [
        ...folderAlias('@', app.folder === '' ? base.replace(/\/$/, '') : `${app.folder}/${base}`.replace(/\/$/, '')),
        ...folderAlias('~', app.folder),
      ],
      prefixes: ['NEXT_PUBLIC_'],
      boundary: (path, directives) =>
        directives.includes('use client')
          ? 'client'
          : directives.includes('use server') || isApi(path)
            ? 'server'
            : undefined,
      stripped: (path) => (isPage(path) ? dataFunctions : []),
      handing: (path) => {
        const inner = within(app.folder, path);
        if (inner === undefined) return { returns: [], markup: true };
        const [file = ''] = (inner.split('/').at(-1) ?? '').split('.');
        const isApp = inner.startsWith('app/') || inner.startsWith('src/app/');
        if (isApp && /^(?:sitemap|robots|manifest)$/.test(file)) return { returns: ['default'], markup: false };
        if (isApp && file === 'route') {
          const route = inner.replace(/^(?:src\/)?app\//, '').replace(/\/?route\.\w+$/, '');
          return {
            returns: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
            markup: false,
            asked: plainAddress(route.replace(/^route\.\w+$/, '')),
          };
        }
        const isRoute = (file === 'page' || file === 'layout') && isApp;
        if (isRoute)
          return { returns: ['generateMetadata', 'generateViewport'], values: ['metadata', 'viewport'], markup: true };
        if (isPage(path)) return { returns: dataFunctions.slice(0, 2), markup: true };
        if (!isApi(path) || /_document\./.test(path)) return { returns: [], markup: true };
        const route = inner.replace(/^(?:src\/)?pages\//, '').replace(/(?:\/index)?\.\w+$/, '');
        return { returns: ['default'], markup: false, answers: true, asked: plainAddress(route) };
      },
    });
  },
};

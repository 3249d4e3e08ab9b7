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
  plainAddress,
  shape,
  uses,
  viteOf,
} from './kit.ts';

const isServerFile = (path: string): boolean =>
  /\.(?:server|remote)\.[cm]?[jt]s$|(?:^|\/)\+server\.[jt]s$|(?:^|\/)(?:src\/)?lib\/server\//.test(path) ||
  /^src\/(?!routes\/).*\bserver\//.test(path);

/** Whether what hooks look for stands in a page: tags do, and what the page around every route says. */
function replacesIn(app: App, hooks: string): boolean {
  const [page] = existing(app, 'src/app.html');
  const text = (page && app.tree.read(page)) ?? '';
  const sought = [...hooks.matchAll(/\breplace(?:All)?\(\s*['"`]([^'"`\n]{1,200})['"`]/g)].map(([, each = '']) => each);
  return sought.length === 0 || sought.some((each) => text.includes(each) || each.startsWith('<'));
}

/** SvelteKit. Source: its documentation on server-only modules and builds of 3.2. */
export const sveltekit: Framework = {
  name: 'SvelteKit',
  detect: (app) => uses(app, '@sveltejs/kit'),
  describe: (app) => {
    const config = configText(app, 'svelte.config') + configText(app, 'vite.config');
    const files = /\bfiles\s*:\s*\{([^{}]{0,600})/.exec(config)?.[1] ?? '';
    const folderOf = (name: string, usual: string): string =>
      (optionText(files, name) ?? usual).replace(/^\.?\/|\/$/g, '');
    const routesFolder = folderOf('routes', 'src/routes');
    const lib = folderOf('lib', 'src/lib');
    const routes = filesOf(
      app,
      routesFolder,
      /(?:^|\/)\+(?:page|layout|error)(?:@[\w()-]*)?\.(?:svelte|[jt]s|md|svx)$/,
    );
    const onServer = filesOf(
      app,
      'src',
      /(?:^|\/)\+(?:page|layout)\.server\.[jt]s$|(?:^|\/)\+server\.[jt]s$|\.remote\.[jt]s$/,
    );
    const vite = viteOf(app, { '@sveltejs/kit': 3 });
    return shape({
      framework: 'SvelteKit',
      bundler: { ...vite, known: { ...vite.known, browser: true, building: false, dev: false } },
      client: [
        ...entriesOf(routes, 'a route, which runs in browsers too').map((entry) =>
          entry.path.endsWith('.svelte') ? { ...entry, names: ['default'] } : entry,
        ),
        ...entriesOf(
          [
            ...moduleNamed(
              app,
              'src/hooks.client',
              'src/hooks',
              'src/instrumentation.client',
              'src/service-worker',
              'src/service-worker/index',
            ),
            ...filesOf(app, 'src/params', isProgramPath),
          ],
          'runs in browsers',
        ),
        ...entriesOf(
          existing(app, folderOf('appTemplate', 'src/app.html'), folderOf('errorTemplate', 'src/error.html')),
          'the page around every route',
        ),
      ],
      server: entriesOf(
        [...routes, ...onServer, ...moduleNamed(app, 'src/hooks.server', 'src/instrumentation.server')],
        'runs on the server',
      ),
      publicFolders: [optionText(config, 'assets') ?? 'static', '.svelte-kit/output/client', 'build/client'],
      aliases: [...folderAlias('$lib', under(app.folder, lib)), ...aliasesIn(app, config)],
      prefixes: [optionText(config, 'publicPrefix') ?? 'PUBLIC_', 'VITE_'],
      boundary: (path) => (isServerFile(inApp(app, path)) ? 'server' : undefined),
      handing: (path) => {
        if (/\+(?:page|layout)\.server\.[jt]s$/.test(path))
          return { returns: ['load', 'actions'], markup: false, errors: true };
        // What it writes into every page, and what whoever runs into an error is told.
        if (/^src\/hooks\.server(?:\/index)?\.[jt]s$/.test(inApp(app, path)))
          return { returns: ['handleError'], markup: false, answers: replacesIn(app, app.tree.read(path) ?? '') };
        // What runs on both sides is rendered by the server first.
        if (/\.svelte$/.test(path)) return { returns: [], markup: 'computed' };
        if (
          /\+(?:page|layout)\.[jt]s$/.test(path) &&
          !/\bexport\s+const\s+ssr\s*=\s*false\b/.test(app.tree.read(path) ?? '')
        )
          return { returns: ['load'], markup: false, errors: true };
        const route = /^src\/routes\/(.*?)\/?\+server\.[jt]s$/.exec(inApp(app, path))?.[1];
        return route === undefined
          ? /\.[jt]s$/.test(path)
            ? { returns: [], markup: false, errors: true }
            : undefined
          : {
              returns: ['GET', 'POST', 'PUT', 'PATCH', 'fallback'],
              markup: false,
              errors: true,
              // What a build writes is there for everyone.
              ...(/\bexport\s+const\s+prerender\s*=\s*true\b/.test(app.tree.read(path) ?? '')
                ? {}
                : { asked: plainAddress(route) }),
            };
      },
    });
  },
};

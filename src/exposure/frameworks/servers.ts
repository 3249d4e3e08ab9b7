import type { App, Framework } from '../shape.ts';
import { textsOf, under } from '../tree.ts';
import { bundlers, entriesOf, existing, filesOf, isProgramPath, moduleNamed, scriptLines, shape, uses } from './kit.ts';

const libraries = [
  'express',
  'fastify',
  'hono',
  '@hono/node-server',
  '@nestjs/core',
  'koa',
  'restify',
  '@hapi/hapi',
  'polka',
  'h3',
  'elysia',
  'apollo-server',
  '@apollo/server',
  'graphql-yoga',
  'socket.io',
  'serverless',
  '@adonisjs/core',
  '@feathersjs/feathers',
  'sails',
  'moleculer',
  '@trpc/server',
  'telegraf',
  'discord.js',
];

/** The folders that a server hands out: `express.static('public')`, `root: path.join(__dirname, 'static')`. */
function servedFolders(app: App, entries: readonly string[]): string[] {
  const served: string[] = [];
  for (const path of entries) {
    const text = app.tree.read(path) ?? '';
    for (const match of text.matchAll(
      /(?:\bstatic|serveStatic|fastifyStatic|ServeStaticModule\.forRoot|useStaticAssets|staticFiles|koaStatic|serve|koaServe)\s*\(([^;]{0,300})/g,
    ))
      for (const name of (match[1] as string).matchAll(/['"`]\.{0,2}\/?((?:[\w-]+\/)*[\w-]+)\/?['"`]/g))
        served.push(name[1] as string);
    if (/@fastify\/static|serve-static/.test(text))
      for (const match of text.matchAll(/\broot\s*:[^,}]{0,200}?['"`]\.{0,2}\/?((?:[\w-]+\/)*[\w-]+)\/?['"`]/g))
        served.push(match[1] as string);
  }
  return served.filter((folder) => app.tree.below(under(app.folder, folder)).length > 0);
}

const entriesOfServer = (app: App): string[] => {
  const hasPages =
    uses(app, 'vite', 'next', 'react-scripts', 'webpack', 'parcel', 'react', 'vue', 'svelte') ||
    existing(app, 'index.html').length > 0;
  const named = [...textsOf(app.package?.json['main']), ...scriptLines(app).flatMap((line) => line.split(/\s+/))].map(
    (path) => path.replace(/^\.\//, ''),
  );
  return [
    ...new Set([
      ...existing(app, ...named).filter((path) => isProgramPath.test(path)),
      ...moduleNamed(
        app,
        'server',
        'src/server',
        // Where there are pages, these names are the pages' own.
        ...(hasPages ? [] : ['app', 'index', 'main', 'src/app', 'src/index', 'src/main']),
        'server/index',
        'server/app',
        'server/server',
        'src/server/index',
        'bin/www',
        'api/index',
      ),
    ]),
  ].filter((path) => !/\.(?:html|test|spec)\b/.test(path));
};

/** Servers of Node: Express, Fastify, Hono, Nest, Koa and their like; the folders they serve are public. */
export const nodeServer: Framework = {
  name: 'Node server',
  detect: (app) => uses(app, ...libraries),
  describe: (app) => {
    const entries = entriesOfServer(app);
    const more = filesOf(
      app,
      '',
      /^(?:src\/|server\/|app\/|api\/|routes\/|controllers\/|lib\/|backend\/)?[^/]+\.[cm]?[jt]s$/,
    );
    const served = servedFolders(app, [...new Set([...entries, ...more])]);
    return shape({
      framework: 'Node server',
      bundler: bundlers.none,
      client: entriesOf(
        served.flatMap((folder) => filesOf(app, folder, /\.html?$/)),
        'a page the server hands out',
      ),
      server: entriesOf(entries, 'where the server starts'),
      publicFolders: served,
    });
  },
};

/** Cloudflare Workers, Deno, and functions of Vercel, Netlify, Firebase and Supabase: servers, beside whatever else is there. */
export const functions: Framework = {
  name: 'server functions',
  detect: (app) =>
    existing(app, 'wrangler.toml', 'wrangler.json', 'wrangler.jsonc', 'vercel.json', 'netlify.toml', 'firebase.json')
      .length > 0 || filesOf(app, 'supabase/functions', /./).length > 0,
  describe: (app) => {
    const text = ['wrangler.toml', 'wrangler.json', 'wrangler.jsonc']
      .map((name) => app.tree.read(under(app.folder, name)) ?? '')
      .join('\n');
    const main = [...text.matchAll(/\bmain["']?\s*[=:]\s*["']([^"']+)["']/g)].map((match) =>
      (match[1] as string).replace(/^\.\//, ''),
    );
    const assets = [
      ...text.matchAll(/\b(?:bucket|directory|pages_build_output_dir)["']?\s*[=:]\s*["']\.?\/?([^"']+?)\/?["']/g),
    ].map((match) => match[1] as string);
    const folders = [
      'api',
      'functions',
      'netlify/functions',
      'netlify/edge-functions',
      'supabase/functions',
      'worker',
      'workers',
    ];
    return shape({
      framework: 'server functions',
      bundler: bundlers.esbuild,
      server: entriesOf(
        [...existing(app, ...main), ...folders.flatMap((folder) => filesOf(app, folder, isProgramPath))],
        'a function of the server',
      ),
      publicFolders: assets,
    });
  },
};

/** Pages without a build: what they load is public. */
export const plainPages: Framework = {
  name: 'plain HTML',
  detect: (app) => existing(app, 'index.html').length > 0 || filesOf(app, '', /^[^/]+\.html$/).length > 0,
  describe: (app) =>
    shape({
      framework: 'plain HTML',
      bundler: bundlers.none,
      client: entriesOf(filesOf(app, '', /^(?:[^/]+\/){0,2}[^/]+\.html$/), 'a page'),
      publicFolders: ['public', 'www', '_site', 'htdocs', 'wwwroot'],
    }),
};

import type { App, Framework } from '../shape.ts';
import { textsOf, under } from '../tree.ts';
import {
  balancedEnd,
  bundlers,
  entriesOf,
  existing,
  filesOf,
  isProgramPath,
  moduleNamed,
  scriptLines,
  shape,
  uses,
} from './kit.ts';

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
      /(?:\bstatic|serveStatic|fastifyStatic|ServeStaticModule\.forRoot|useStaticAssets|staticFiles|koaStatic|serve|koaServe)\s*\(/g,
    ))
      served.push(...foldersIn(argumentsAt(text, match.index + match[0].length - 1), text));
    // What is read of a folder with a name like these is read to be sent.
    for (const match of text.matchAll(/\b(?:createReadStream|readFile|readFileSync|sendFile)\s{0,9}\(/g))
      served.push(
        ...foldersIn(argumentsAt(text, match.index + match[0].length - 1), text).filter((folder) =>
          /(?:^|\/)(?:public|static|www|htdocs)$/.test(folder),
        ),
      );
    if (/@fastify\/static|serve-static/.test(text))
      for (const match of text.matchAll(/\broot\s*:/g))
        served.push(...foldersIn(text.slice(match.index, match.index + 200).split('\n')[0] as string, text));
  }
  return served.filter((folder) => app.tree.below(under(app.folder, folder)).length > 0);
}

const mostArguments = 300;
const argumentsAt = (text: string, open: number): string => {
  const part = text.slice(open, open + mostArguments);
  return part.slice(0, balancedEnd(part, 0));
};

/** The folders that an expression names: texts, texts joined by `path.join`, and what a variable of the file stands for. */
function foldersIn(expression: string, text: string, depth = 0): string[] {
  const joined = /(?:\bjoin|\bresolve)\s*\(/.exec(expression);
  const given = joined ? argumentsAt(expression, joined.index + joined[0].length - 1) : expression;
  const texts = [...given.matchAll(/['"`]([^'"`\n]{1,120})['"`]/g)].map((match) => match[1] as string);
  const names = joined ? [texts.join('/')] : texts;
  const folders = names.map((name) => name.replace(/^(?:\.{0,2}\/)+/, '').replace(/(?<!\/)\/+$/, ''));
  if (folders.length > 0 || depth > 2) return folders.filter((folder) => /^(?:[\w-]+\/)*[\w-]+$/.test(folder));
  const name = /(?<![\w$])([A-Za-z_$][\w$]{0,60})[\s)}]{0,20}$/.exec(expression.slice(-80))?.[1];
  const value =
    name && new RegExp(`\\b(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\s*=([^;\\n]{1,200})`).exec(text)?.[1];
  return value ? foldersIn(value, text, depth + 1) : [];
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

/** Servers without any library. */
const plainServers = (app: App): string[] =>
  entriesOfServer(app).filter((path) => {
    const text = app.tree.read(path) ?? '';
    return /\bcreateServer\s{0,9}\(/.test(text) && /['"](?:node:)?https?2?['"]/.test(text);
  });

/** Servers of Node: Express, Fastify, Hono, Nest, Koa and their like; the folders they serve are public. */
export const nodeServer: Framework = {
  name: 'Node server',
  detect: (app) => uses(app, ...libraries) || plainServers(app).length > 0,
  describe: (app) => {
    const entries = uses(app, ...libraries) ? entriesOfServer(app) : plainServers(app);
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

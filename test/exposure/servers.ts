/** Small servers of every kind beside a client that asks them, each value marked with who sees it. */
type Files = Readonly<Record<string, string>>;

const page = '<!doctype html><div id="root"></div><script type="module" src="/src/main.ts"></script>';
const manifest = (...dependencies: string[]): string =>
  JSON.stringify({
    scripts: { start: 'node server/index.ts', build: 'vite build' },
    dependencies: Object.fromEntries(['vite', ...dependencies].map((name) => [name, '*'])),
  });

const fastify: Files = {
  'package.json': manifest('fastify'),
  'index.html': page,
  'src/main.ts': `
    import { api } from './api';
    api.teams().then(console.log);
    api.team(1).then(console.log);
    api.config().then(console.log);
    api.scores('x').then(console.log);
  `,
  'src/api.ts': `
    import axios from 'axios';
    const http = axios.create({ baseURL: import.meta.env.VITE_API + '/api' });
    export const api = {
      teams: () => http.get('/teams').then((r) => r.data),
      team: (id: number) => http.get(\`/teams/\${id}\`).then((r) => r.data),
      config: () => http.get<{ key: string }>('/config').then((r) => r.data),
      scores: (q: string) => http.get('/scores?q=' + q).then((r) => r.data),
    };
    export const purge = () => http.delete('/teams/all');
  `,
  'server/index.ts': `
    import Fastify from 'fastify';
    import teams from './routes/teams.js';
    import { internal } from './routes/internal.js';
    import { scores } from './routes/scores.js';
    import { settings } from './settings.js';
    const fastify = Fastify({ logger: { name: '{{server:logger-name}}' } });
    fastify.decorate('secret', '{{server:decorated}}');
    fastify.register(import('@fastify/cookie'), { secret: '{{server:cookie-secret}}' });
    fastify.register(import('@fastify/jwt'), { secret: settings.jwt });
    fastify.register(teams, { prefix: '/api/teams' });
    fastify.register(internal, { prefix: '/internal' });
    fastify.register(async (scope) => {
      scope.get('/config', async () => ({ key: settings.browserKey }));
      scope.get('/health', async () => '{{server:health-text}}');
    }, { prefix: '/api' });
    fastify.route({ method: 'GET', url: '/api/scores', schema: { description: '{{server:schema-note}}' }, handler: scores });
    fastify.addHook('onRequest', async (request) => { request.trace = '{{server:hook-trace}}'; });
    fastify.listen({ port: 3000 });
  `,
  'server/settings.ts': `
    export const settings = { browserKey: '{{client:fastify-browser-key}}', jwt: '{{server:fastify-jwt}}', db: { url: '{{server:fastify-db}}' } };
  `,
  'server/routes/teams.ts': `
    import type { FastifyPluginAsync } from 'fastify';
    import { TeamService } from '../team.service.js';
    const service = new TeamService('{{server:team-connection}}');
    const plugin: FastifyPluginAsync = async (fastify) => {
      fastify.get('/', { schema: { tags: ['{{server:team-tag}}'] } }, async () => service.all());
      fastify.get('/:id', async (request, reply) => {
        const team = service.one(Number(request.params.id));
        if (!team) return reply.code(404).send({ message: 'no team {{client:team-missing}}' });
        return { name: team.name, crest: team.crest };
      });
      fastify.post('/', async (request) => ({ ticket: '{{server:team-post}}' }));
      fastify.get('/:id/finances', async () => ({ balance: '{{server:team-finances}}' }));
    };
    export default plugin;
  `,
  'server/routes/internal.ts': `
    export async function internal(fastify) {
      fastify.get('/teams', async () => ({ dump: '{{server:internal-teams}}' }));
      fastify.get('/config', async () => ({ dump: '{{server:internal-config}}' }));
    }
  `,
  'server/routes/scores.ts': `
    const UPSTREAM = '{{server:scores-upstream}}';
    export const scores = async (request, reply) => {
      const answer = await fetch('https://scores.example.com', { headers: { key: UPSTREAM } });
      if (!answer.ok) throw new Error('{{server:scores-error}}');
      reply.header('cache-control', 'no-store');
      reply.send({ provider: '{{client:scores-provider}}', ok: answer.ok });
    };
  `,
  'server/team.service.ts': `
    const teams = [{ id: 1, name: '{{client:team-name}}', crest: '{{client:team-crest}}', wages: '{{server:team-wages}}' }];
    export class TeamService {
      constructor(private readonly connection: string) {}
      all() { return teams.map((team) => ({ id: team.id, name: team.name })); }
      one(id: number) { return teams.find((team) => team.id === id); }
      wages() { return teams.map(({ wages }) => wages); }
    }
  `,
};

const koa: Files = {
  'package.json': manifest('koa', '@koa/router'),
  'index.html': page,
  'src/main.ts': `
    import useSWR from 'swr';
    const fetcher = (url: string) => fetch(url).then((r) => r.json());
    export const useMenu = () => useSWR('/api/menu', fetcher);
    export const useDish = (id: string) => useSWR(id ? \`/api/dishes/\${id}\` : null, fetcher);
    console.log(useMenu(), useDish('x'));
    fetch(new URL('/api/tables', location.origin)).then(console.log);
  `,
  'server/index.ts': `
    import Koa from 'koa';
    import { router } from './router';
    import { kitchen } from './kitchen';
    const app = new Koa();
    app.keys = ['{{server:koa-keys}}'];
    app.use(async (ctx, next) => { ctx.state.kitchen = '{{server:koa-state}}'; await next(); ctx.set('x-by', 'koa'); });
    app.use(router.routes()).use(router.allowedMethods());
    app.use(kitchen.routes());
    app.listen(3000);
  `,
  'server/router.ts': `
    import Router from '@koa/router';
    import * as dishes from './dishes.controller';
    export const router = new Router({ prefix: '/api' });
    router.get('/menu', async (ctx) => {
      const price = await fetch('https://prices.example.com', { headers: { authorization: '{{server:koa-prices}}' } });
      ctx.type = 'json';
      ctx.body = { season: '{{client:koa-season}}', price: await price.json() };
    });
    router.get('/dishes/:id', dishes.show);
    router.get('/dishes/:id/recipe', dishes.recipe);
    router.get('/tables', (ctx) => { ctx.response.body = tables(); });
    const tables = () => ['{{client:koa-table}}'];
  `,
  'server/dishes.controller.ts': `
    import { dishes } from './dishes';
    export async function show(ctx) {
      const dish = dishes.find(({ id }) => id === ctx.params.id);
      ctx.assert(dish, 404);
      ctx.body = { title: dish.title };
    }
    export async function recipe(ctx) { ctx.body = dishes.map(({ recipe }) => recipe); }
  `,
  'server/dishes.ts': `export const dishes = [{ id: 'x', title: '{{client:koa-dish}}', recipe: '{{server:koa-recipe}}' }];`,
  'server/kitchen.ts': `
    import Router from '@koa/router';
    export const kitchen = new Router().prefix('/kitchen');
    kitchen.get('/menu', (ctx) => { ctx.body = '{{server:koa-kitchen}}'; });
  `,
};

const nest: Files = {
  'package.json': manifest('@nestjs/core', '@nestjs/common'),
  'index.html': page,
  'src/main.ts': `
    import { get } from './http';
    get('/cats').then(console.log);
    get('/cats/' + 1).then(console.log);
    get('/cats/random?size=' + 2).then(console.log);
  `,
  'src/http.ts': `export const get = (path: string) => fetch(\`/api/v2\${path}\`).then((r) => r.json());`,
  'server/index.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module';
    const app = await NestFactory.create(AppModule);
    app.setGlobalPrefix('api/v2');
    await app.listen(3000);
  `,
  'server/app.module.ts': `
    import { Module } from '@nestjs/common';
    import { CatsController } from './cats.controller';
    import { CatsService } from './cats.service';
    import { AdminController } from './admin.controller';
    @Module({ controllers: [CatsController, AdminController], providers: [CatsService, { provide: 'KEY', useValue: '{{server:nest-provided}}' }] })
    export class AppModule {}
  `,
  'server/cats.controller.ts': `
    import { Controller, Get, Post, Param, UseGuards } from '@nestjs/common';
    import { CatsService } from './cats.service';
    @Controller('cats')
    export class CatsController {
      constructor(private readonly cats: CatsService) {}
      @Get()
      findAll() { return this.cats.findAll(); }
      @Get('random')
      async random() { return { seed: '{{client:nest-seed}}' }; }
      @Get(':id')
      @UseGuards(Guard)
      findOne(@Param('id') id: string) { const { chip, ...cat } = this.cats.findOne(id); return cat; }
      @Post()
      create() { return { receipt: '{{server:nest-create}}' }; }
      @Get(':id/vet')
      vet() { return { vet: '{{server:nest-vet}}' }; }
    }
  `,
  'server/admin.controller.ts': `
    import { Controller, Get } from '@nestjs/common';
    @Controller('admin')
    export class AdminController {
      @Get('cats') cats() { return { all: '{{server:nest-admin}}' }; }
    }
  `,
  'server/cats.service.ts': `
    import { Injectable } from '@nestjs/common';
    @Injectable()
    export class CatsService {
      private readonly rows = [{ id: '1', name: '{{client:nest-name}}', toy: '{{client:nest-toy}}', chip: '{{server:nest-chip}}' }];
      private readonly key = '{{server:nest-key}}';
      findAll() { return this.rows.map(({ id, name }) => ({ id, name })); }
      findOne(id: string) { return this.rows.find((row) => row.id === id); }
      sync() { return fetch('https://cats.example.com', { headers: { key: this.key } }); }
    }
  `,
};

const elysia: Files = {
  'package.json': manifest('elysia'),
  'index.html': page,
  'src/main.ts': `
    import { treaty } from '@elysiajs/eden';
    const api = treaty<unknown>('localhost:3000');
    const { data } = await api.songs.get();
    const song = await api.songs({ id: 1 }).get();
    const who = await fetch('/v1/profile');
    console.log(data, song, who);
  `,
  'server/index.ts': `
    import { Elysia, t } from 'elysia';
    import { songs } from './songs';
    new Elysia()
      .state('secret', '{{server:elysia-state}}')
      .use(songs)
      .group('/v1', (app) => app.get('/profile', () => ({ plan: '{{client:elysia-plan}}' })).get('/billing', () => '{{server:elysia-billing}}'))
      .get('/version', '{{server:elysia-version}}')
      .listen(3000);
  `,
  'server/songs.ts': `
    import { Elysia } from 'elysia';
    const list = [{ id: 1, title: '{{client:elysia-title}}', master: '{{server:elysia-master}}' }];
    export const songs = new Elysia({ prefix: '/songs' })
      .get('/', () => list.map(({ id, title }) => ({ id, title })))
      .get('/:id', ({ params }) => ({ lyrics: '{{client:elysia-lyrics}}' }))
      .get('/:id/stems', () => ({ stems: '{{server:elysia-stems}}' }));
  `,
};

const plain: Files = {
  'package.json': JSON.stringify({ scripts: { start: 'node server.js' } }),
  'public/index.html': '<!doctype html><script src="/app.js"></script>',
  'public/app.js': `
    fetch('/api/config').then((r) => r.json()).then(console.log);
    fetch('/api/vote', { method: 'POST', body: '1' });
    new WebSocket('ws://' + location.host + '/live');
  `,
  'server.js': `
    const http = require('http');
    const fs = require('fs');
    const { publicPart, signing } = require('./lib/config');
    const { verify } = require('./lib/verify');
    const SALT = '{{server:plain-salt}}';
    http.createServer(async (req, res) => {
      const { pathname } = new URL(req.url, 'http://localhost');
      if (pathname === '/api/config') {
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end(JSON.stringify(publicPart()));
        return;
      }
      if (req.method === 'POST' && pathname === '/api/vote') {
        if (!verify(req, SALT, signing)) { res.statusCode = 403; return res.end('{{client:plain-denied}}'); }
        return res.end('ok');
      }
      if (pathname === '/api/results') return res.end(JSON.stringify({ results: '{{server:plain-results}}' }));
      if (pathname.startsWith('/internal/')) { res.end('{{server:plain-internal}}'); return; }
      fs.createReadStream('public' + pathname).pipe(res);
    }).listen(8080);
  `,
  'lib/config.js': `
    const all = { room: '{{client:plain-room}}', turn: '{{server:plain-turn}}' };
    module.exports.publicPart = () => ({ room: all.room });
    module.exports.signing = '{{server:plain-signing}}';
  `,
  'lib/verify.js': `module.exports.verify = (req, salt, key) => req.headers.signature === salt + key + '{{server:plain-verify}}';`,
};

const worker: Files = {
  'package.json': manifest('hono'),
  'wrangler.toml': 'name = "x"\nmain = "worker/index.ts"\n',
  'index.html': page,
  'src/main.ts': `
    const load = async (path: string) => (await fetch('/api' + path)).json();
    load('/flags').then(console.log);
    load(\`/cities/\${'rome'}\`).then(console.log);
  `,
  'worker/index.ts': `
    import { flags } from './flags';
    export default {
      async fetch(request: Request, env: { KEY: string }) {
        const url = new URL(request.url);
        if (url.pathname === '/api/flags') return Response.json(flags());
        if (url.pathname.startsWith('/api/cities/')) return city(url, env);
        if (url.pathname === '/api/cron') return new Response('{{server:worker-cron}}');
        switch (url.pathname) {
          case '/api/usage':
            return Response.json({ usage: '{{server:worker-usage}}' });
        }
        return new Response('Not found', { status: 404 });
      },
    };
    const city = async (url: URL, env: { KEY: string }) => {
      const weather = await fetch('https://weather.example.com?key={{server:worker-upstream}}');
      return Response.json({ source: '{{client:worker-source}}', weather: await weather.json() });
    };
  `,
  'worker/flags.ts': `
    const all = { beta: '{{client:worker-flag}}', kill: '{{server:worker-kill}}' };
    export const flags = () => ({ beta: all.beta });
  `,
};

const nextHono: Files = {
  'package.json': JSON.stringify({ dependencies: { next: '16.1.0', hono: '4', react: '19' } }),
  'app/layout.tsx': 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
  'app/page.tsx': `import { List } from './list'; export default function Page() { return <List />; }`,
  'app/list.tsx': `
    'use client';
    import { useQuery } from '@tanstack/react-query';
    export function List() {
      const { data } = useQuery({ queryKey: ['books'], queryFn: async () => (await fetch('/api/books')).json() });
      return <ul>{JSON.stringify(data)}</ul>;
    }
  `,
  'app/api/[[...route]]/route.ts': `
    import { Hono } from 'hono';
    import { handle } from 'hono/vercel';
    import { books } from '../../../server/books';
    const app = new Hono().basePath('/api');
    app.get('/books', (c) => c.json(books.map(({ title }) => ({ title }))));
    app.get('/loans', (c) => c.json({ loans: '{{server:next-loans}}' }));
    export const GET = handle(app);
  `,
  'server/books.ts': `export const books = [{ title: '{{client:next-title}}', lender: '{{server:next-lender}}' }];`,
};

const nextActions: Files = {
  'package.json': JSON.stringify({ dependencies: { next: '16.1.0', react: '19' } }),
  'app/layout.tsx': 'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
  'app/page.tsx': `import { Basket } from './basket'; export default function Page() { return <Basket />; }`,
  'app/basket.tsx': `
    'use client';
    import { useQuery } from '@tanstack/react-query';
    import { discounts, listBaskets } from './actions';
    import { show } from './helpers';
    export function Basket() {
      const { data } = useQuery({ queryKey: ['baskets'], queryFn: listBaskets });
      return <button title={show('x')} onClick={async () => alert(await discounts('x'))}>{JSON.stringify(data)}</button>;
    }
  `,
  'app/helpers.ts': `
    import { remove } from './actions';
    export const show = (text) => text.trim();
    export const unused = () => remove('x');
  `,
  'app/actions.ts': `
    'use server';
    import { db } from '../lib/db';
    const KEY = '{{server:action-key}}';
    export async function listBaskets() { return (await db.baskets()).map(({ title }) => ({ title })); }
    export async function discounts(code) {
      const answer = await fetch('https://discounts.example.com', { headers: { key: KEY } });
      return { code: '{{client:action-discount}}', ok: answer.ok };
    }
    export async function remove() { return '{{server:action-unused}}'; }
    export async function purge() { return '{{server:action-purge}}'; }
  `,
  'lib/db.ts': `
    const rows = [{ title: '{{client:action-title}}', cost: '{{server:action-cost}}' }];
    export const db = { url: '{{server:action-db}}', baskets: async () => rows };
  `,
};

const views: Files = {
  'package.json': JSON.stringify({ scripts: { start: 'node app.js' }, dependencies: { express: '5', ejs: '3' } }),
  'app.js': `
    const express = require('express');
    const shop = require('./controllers/shop');
    const app = express();
    app.set('view engine', 'ejs');
    app.get('/', (req, res) => res.render('index', { title: '{{client:view-title}}', analytics: { id: '{{client:view-analytics}}', secret: '{{server:view-secret}}' }, build: '{{server:view-build}}' }));
    app.get('/shop', shop.index);
    app.get('/config', (req, res) => res.json({ mapsKey: process.env.MAPS_KEY }));
    app.listen(process.env.PORT);
  `,
  'controllers/shop.js': `
    const products = [{ name: '{{client:view-product}}', cost: '{{server:view-cost}}' }];
    exports.index = async (req, res) => { res.render('shop/index.ejs', { products, token: '{{server:view-token}}' }); };
  `,
  'views/index.ejs': '<h1><%= title %></h1><script>ga("<%- analytics.id %>")</script><script src="/site.js"></script>',
  'views/shop/index.ejs': '<% for (const product of products) { %><li><%= product.name %></li><% } %>',
  'public/index.html': '<script src="site.js"></script>',
  'public/site.js': "fetch('/config').then(console.log);",
  '.env': 'MAPS_KEY={{client:view-env-maps}}\nSMTP_KEY={{server:view-env-smtp}}\n',
};

const users: Files = {
  'package.json': manifest('express', 'bcrypt', 'jsonwebtoken'),
  'index.html': page,
  'src/main.ts': `
    import axios from 'axios';
    import { track } from './analytics';
    const call = axios.create({ baseURL: '/api' });
    const save = async (path: string, body: unknown) => (await call.post(path, body)).data;
    save('/login', { name: 'x' }).then(console.log);
    call.get('/users').then(console.log);
    call.get('/users/me').then(console.log);
    call({ url: '/orders', method: 'get' }).then(console.log);
    track('/stats');
  `,
  'src/analytics.ts': `export const track = (page: string) => console.log(page);`,
  'server/index.ts': `
    import express from 'express';
    import jwt from 'jsonwebtoken';
    import { keyOf, requireKey } from './keys';
    import { present, toUser } from './users.present';
    import { users, orders } from './data';
    const app = express();
    const JWT_SECRET = '{{server:users-jwt}}';
    const PARTNER = { url: 'https://partner.example.com', key: '{{server:users-partner}}' };
    app.post('/api/login', async (req, res) => {
      const user = users.find(({ name }) => name === req.body.name);
      if (!user) return res.status(401).json({ error: '{{client:users-denied}}' });
      const token = jwt.sign({ sub: user.id, aud: '{{server:users-audience}}' }, JWT_SECRET);
      res.cookie('refresh', token, { domain: '{{server:users-domain}}' });
      res.json({ token, user: present(user) });
    });
    app.get('/api/users', requireKey(keyOf), (req, res) => res.json(users.map(toUser)));
    app.get('/api/users/me', (req, res) => {
      const me = { ...users[0] };
      delete me.password;
      me.reset = undefined;
      res.json(me);
    });
    app.get('/api/orders', async (req, res) => {
      const upstream = await fetch(\`\${PARTNER.url}/orders?key=\${PARTNER.key}\`);
      res.json({ shop: orders.shop, rows: await upstream.json() });
    });
    app.get('/api/stats', (req, res) => res.json({ revenue: '{{server:users-stats}}' }));
    app.use((error, req, res, next) => { console.error('{{server:users-tag}}', error); res.status(500).json({ error: 'failed' }); });
    app.listen(3000);
  `,
  'server/keys.ts': `
    export const keyOf = () => '{{server:users-key}}';
    export const requireKey = (read) => (req, res, next) => (req.get('x-key') === read() ? next() : res.status(403).end());
  `,
  'server/users.present.ts': `
    export const present = ({ id, name }) => ({ id, name });
    export function toUser(user) { return { name: user.name, avatar: user.avatar }; }
  `,
  'server/data.ts': `
    export const users = [{ id: 1, name: '{{client:users-name}}', avatar: '{{client:users-avatar}}', email: '{{client:users-email}}', password: '{{server:users-password}}', reset: '{{server:users-reset}}' }];
    export const orders = { shop: '{{client:users-shop}}', margin: '{{server:users-margin}}' };
  `,
};

export const servers: Readonly<Record<string, Files>> = {
  fastify,
  koa,
  nest,
  elysia,
  plain,
  worker,
  nextHono,
  nextActions,
  views,
  users,
};

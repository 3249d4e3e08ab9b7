/** A small project: its files, and what is to be found in it and nothing else: file, line, rule, and who can see it (`*`: anyone). */
export interface Design {
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly string[];
}

/** `~` is taken out before use: so no text of this file is what the rules look for. */
export const designs: Readonly<Record<string, Design>> = {
  'Next.js: `env` and `publicRuntimeConfig`': {
    files: {
      'package.json': '{"name":"a","dependencies":{"next":"15","react":"19"}}',
      'next.config.js': [
        'module.exports = {',
        '  env: ~{',
        '    STRIPE_~SECRET_KEY: process.~env.STRIPE_~SECRET_KEY,',
        '    API_~URL: process.~env.API_~URL,',
        '  },',
        "  publicRuntimeConfig: ~{ jwtSecret: process.~env.JWT_~SECRET, apiUrl: '/api' },",
        '  serverRuntimeConfig: ~{ dbPassword: process.~env.DB_~PASSWORD },',
        '};',
        '',
      ].join('\n'),
      'pages/index.js':
        'export default function Home() { return <p>{process.~env.STRIPE_~SECRET_KEY}{process.~env.API_~URL}</p>; }\n',
      'pages/api/pay.js':
        'export default (req, res) => { pay(process.~env.STRIPE_~SECRET_KEY); res.json({ ok: true }); };\n',
    },
    found: [
      'next.config.js:3 client-configuration-secret client',
      'next.config.js:6 client-configuration-secret client',
      'pages/index.js:1 client-environment-secret client',
    ],
  },
  'Next.js: a public prefix, a flag, workflow files': {
    files: {
      'package.json': '{"name":"a","dependencies":{"next":"15","react":"19","openai":"4"}}',
      'app/layout.tsx': 'export default function L({ children }) { return <html><body>{children}</body></html>; }\n',
      'app/page.tsx': [
        "import Chat from '../components/chat';",
        'export default function P() { return <Chat />; }',
        '',
      ].join('\n'),
      'components/chat.tsx': [
        "'use client';",
        "import OpenAI from 'openai';",
        'const ai = new OpenAI({ apiKey: process.~env.NEXT_PUBLIC_~OPENAI_~API_KEY, dangerouslyAllow~Browser: true });',
        'export default function Chat() { return <button onClick={() => ai.chat.completions.create({})}>x</button>; }',
        '',
      ].join('\n'),
      'app/api/chat/route.ts': [
        "import OpenAI from 'openai';",
        'const ai = new OpenAI({ apiKey: process.~env.OPENAI_~API_KEY });',
        "export async function POST() { const r = await fetch('https://api.~openai.com/v1/models', { headers: { Authorization: `Bearer $~{process.~env.OPENAI_~API_KEY}` } }); return Response.json(await r.json()); }",
        '',
      ].join('\n'),
      '.env.example': ['NEXT_PUBLIC_~OPENAI_~API_KEY=', 'NEXT_PUBLIC_~SUPABASE_ANON_KEY=', ''].join('\n'),
      '.github/workflows/deploy.yml': [
        'jobs:',
        '  build:',
        '    runs-on: ubuntu-latest',
        '    env:',
        '      NEXT_PUBLIC_~OPENAI_~API_KEY: $~{{ secrets.OPENAI_~API_KEY }}',
        '      NEXT_PUBLIC_~KEY: $~{{ secrets.ANTHROPIC_API_KEY }}',
        '      NEXT_PUBLIC_~FIREBASE_API_KEY: $~{{ secrets.FIREBASE_API_KEY }}',
        '    steps: []',
        '',
      ].join('\n'),
    },
    found: [
      'components/chat.tsx:3 client-variable-secret-name client',
      'components/chat.tsx:3 browser-client-flag client',
      '.env.example:1 client-variable-secret-name client',
      '.github/workflows/deploy.yml:5 client-variable-secret-name client',
      '.github/workflows/deploy.yml:6 client-variable-from-secret build-only',
    ],
  },
  'Next.js: props of both routers': {
    files: {
      'package.json': '{"name":"a","dependencies":{"next":"15","react":"19"}}',
      'app/layout.tsx': 'export default function L({ children }) { return <html><body>{children}</body></html>; }\n',
      'app/page.tsx': [
        "import Chat from '../components/chat';",
        "import { ask } from '../lib/ask';",
        'export default async function P() { await ask(process.~env.ANTHROPIC_API_KEY); return <Chat apiKey={process.~env.OPENAI_~API_KEY} model={process.~env.MODEL} />; }',
        '',
      ].join('\n'),
      'components/chat.tsx': [
        "'use client';",
        'export default function Chat({ apiKey, model }) { return <button>{model}</button>; }',
        '',
      ].join('\n'),
      'lib/ask.ts': 'export const ask = async (k) => k;\n',
      'pages/old.js': [
        'export default function Old({ token }) { return <p>{token}</p>; }',
        'export async function getServerSideProps() {',
        "  const data = await fetch('https://x.test', { headers: { a: process.~env.JWT_~SECRET } });",
        '  return { props: { token: process.~env.GITHUB_~TOKEN } };',
        '}',
        '',
      ].join('\n'),
    },
    found: ['app/page.tsx:3 client-environment-secret client', 'pages/old.js:4 client-environment-secret client'],
  },
  'Vite: `define`, prefixes, %X% in a page': {
    files: {
      'package.json': '{"name":"a","dependencies":{"vite":"6","react":"19"}}',
      'index.html':
        '<html><body><script type="module" src="/src/main.ts"></script>%VITE_~ADMIN_SECRET%</body></html>\n',
      'src/main.ts': [
        'declare const __KEY__: string;',
        'console.log(__KEY__, import.meta.env.VITE_~API_~URL, import.meta.env.VITE_~GEMINI_API_KEY, process.~env);',
        'export const x = import.meta.env.VITE_~STRIPE_PUBLISHABLE_KEY;',
        '',
      ].join('\n'),
      'src/unused.ts': 'console.log(import.meta.env.VITE_~DB_~PASSWORD);\n',
      'vite.config.ts': [
        "import { defineConfig, loadEnv } from 'vite';",
        'export default defineConfig(({ mode }) => {',
        "  const env = loadEnv(mode, process.cwd(), '');",
        '  return {',
        '    define: ~{',
        '      __KEY__: JSON.stringify(env.OPENAI_~API_KEY),',
        "      'process.~env': env,",
        '      __VERSION__: JSON.stringify(env.npm_package_version),',
        '    },',
        "    server: { proxy: { '/api': { target: env.DATABASE_~URL, headers: { 'x-api-key': env.STRIPE_~SECRET_KEY } } } },",
        '  };',
        '});',
        '',
      ].join('\n'),
    },
    found: [
      'index.html:1 client-variable-secret-name client',
      'src/main.ts:2 client-variable-secret-name client',
      'src/unused.ts:1 client-variable-secret-name build-only',
      'vite.config.ts:6 client-configuration-secret client',
      'vite.config.ts:7 client-whole-environment client',
    ],
  },
  'webpack: EnvironmentPlugin and DefinePlugin': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"webpack":"5"}}',
      'src/index.js': 'console.log(process.~env.SENDGRID_~API_KEY, process.~env.API_~URL);\n',
      'webpack.config.js': [
        "const webpack = require('webpack');",
        "module.exports = { entry: './src/index.js', plugins: [",
        "  new webpack.Environment~Plugin(['NODE_ENV', 'SENDGRID_~API_KEY']),",
        "  new webpack.DefinePlugin(~{ 'process.~env.API_~URL': JSON.stringify(process.~env.API_~URL), 'process.~env.JWT_~SECRET': JSON.stringify(process.~env.JWT_~SECRET) }),",
        '] };',
        '',
      ].join('\n'),
    },
    found: [
      'src/index.js:1 client-environment-secret client',
      'webpack.config.js:3 client-configuration-secret client',
      'webpack.config.js:4 client-configuration-secret build-only',
    ],
  },
  'webpack: every name of a .env file': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"webpack":"5"}}',
      'src/index.js': 'console.log(process.~env.API_~URL);\n',
      'webpack.config.js': [
        "const webpack = require('webpack');",
        "const dotenv = require('dotenv');",
        'module.exports = () => {',
        '  const env = dotenv.config().parsed;',
        '  const envKeys = Object.keys(env).reduce((prev, next) => {',
        '    prev[`process.~env.$~{next}`] = JSON.stringify(env[next]);',
        '    return prev;',
        '  }, {});',
        "  return { entry: './src/index.js', plugins: [new webpack.DefinePlugin(envKeys)] };",
        '};',
        '',
      ].join('\n'),
    },
    found: ['webpack.config.js:6 client-whole-environment build-only'],
  },
  'webpack: the whole environment, and a filtered one': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"webpack":"5"}}',
      'src/index.js': 'console.log(process.~env.API_~URL);\n',
      'webpack.config.js':
        "module.exports = { entry: './src/index.js', plugins: [new DefinePlugin(~{ 'process.~env': JSON.stringify({ ...process.~env }) })] };\n",
      'webpack.fine.js': [
        'const raw = Object.keys(process.~env).filter((key) => /^REACT_APP_/i.test(key)).reduce((env, key) => { env[key] = process.~env[key]; return env; }, {});',
        "module.exports = { plugins: [new DefinePlugin(~{ 'process.~env': Object.keys(raw).reduce((env, key) => { env[key] = JSON.stringify(raw[key]); return env; }, {}) })] };",
        '',
      ].join('\n'),
    },
    found: ['webpack.config.js:1 client-whole-environment client'],
  },
  'esbuild: define in a script and on the command line': {
    files: {
      'package.json':
        '{"name":"a","scripts":{"build":"esbuild src/a.ts --bundle --~define:process.~env.OPENAI_~API_KEY=\\"$OPENAI_~API_KEY\\""},"devDependencies":{"esbuild":"1"}}',
      'build.mjs': [
        "import { build } from 'esbuild';",
        "await build({ entryPoints: ['src/a.ts'], bundle: true, define: ~{ 'process.~env.TOKEN': JSON.stringify(process.~env.GITHUB_~TOKEN), 'process.~env': JSON.stringify(process.~env) } });",
        '',
      ].join('\n'),
      'src/a.ts': 'console.log(process.~env.TOKEN);\n',
    },
    found: [
      'package.json:1 client-configuration-secret build-only',
      'build.mjs:2 client-configuration-secret client',
      'build.mjs:2 client-whole-environment client',
    ],
  },
  'Nuxt: runtimeConfig': {
    files: {
      'package.json': '{"name":"a","dependencies":{"nuxt":"4"}}',
      'nuxt.config.ts': [
        'export default defineNuxtConfig({',
        '  runtimeConfig: ~{',
        "    stripeSecretKey: '',",
        '    public: ~{',
        '      openaiApiKey: process.~env.OPENAI_~API_KEY,',
        "      supabaseAnonKey: '',",
        '    },',
        '  },',
        '});',
        '',
      ].join('\n'),
      'app/app.vue': [
        '<template><p>{{ c.public.openaiApiKey }}</p></template>',
        '<script setup>const c = useRuntimeConfig();</script>',
        '',
      ].join('\n'),
      'server/api/x.ts': 'export default defineEventHandler(() => useRuntimeConfig().stripeSecretKey && 1);\n',
      '.env.example': ['NUXT_PUBLIC_~OPENAI_~API_KEY=', 'NUXT_STRIPE_SECRET_KEY=', ''].join('\n'),
    },
    found: ['nuxt.config.ts:5 client-configuration-secret client', '.env.example:1 client-variable-secret-name client'],
  },
  'Expo: extra and a prefix': {
    files: {
      'package.json': '{"name":"a","dependencies":{"expo":"52","react-native":"0.76"}}',
      'app.config.js':
        "export default { expo: { name: 'a', extra: ~{ openaiKey: process.~env.OPENAI_~API_KEY, apiUrl: process.~env.API_~URL, eas: { projectId: 'x' } } } };\n",
      'App.js': [
        "import Constants from 'expo-constants';",
        'export default function App() { return Constants.expoConfig.extra.openaiKey + process.~env.EXPO_PUBLIC_~SUPABASE_SERVICE_ROLE_KEY; }',
        '',
      ].join('\n'),
    },
    found: ['app.config.js:1 client-configuration-secret client', 'App.js:2 client-variable-secret-name client'],
  },
  'React Native: every variable is in the app': {
    files: {
      'package.json': '{"name":"a","dependencies":{"react-native":"0.76","react-native-~config":"1"}}',
      'index.js': "import App from './App';\n",
      'App.js': [
        "import Config from 'react-native-~config';",
        "import { STRIPE_~SECRET_KEY, API_~URL } from '@~env';",
        'export default () => fetch(Config.API_~URL, { headers: { k: Config.OPENAI_~API_KEY, s: STRIPE_~SECRET_KEY } });',
        '',
      ].join('\n'),
    },
    found: ['App.js:3 client-environment-secret client', 'App.js:3 client-environment-secret client'],
  },
  'Angular: environment.ts': {
    files: {
      'package.json': '{"name":"a","dependencies":{"@angular/core":"19"}}',
      'angular.json':
        '{"projects":{"a":{"architect":{"build":{"options":{"browser":"src/main.ts","index":"src/index.html"}}}}}}',
      'src/index.html': '<html></html>',
      'src/main.ts': [
        "import { environment } from './environments/environment';",
        'console.log(environment.openaiApiKey, environment.firebase);',
        '',
      ].join('\n'),
      'src/environments/environment.ts': [
        'export const environment = ~{',
        '  production: false,',
        "  openaiApiKey: '',",
        "  firebase: { apiKey: '' },",
        "  mapsKey: '',",
        '};',
        '',
      ].join('\n'),
    },
    found: ['src/environments/environment.ts:3 client-configuration-secret client'],
  },
  'settings of builds and deployments': {
    files: {
      'package.json': '{"name":"a","dependencies":{"vite":"6"}}',
      'index.html': '<script type="module" src="/m.js"></script>',
      'm.js': 'console.log(import.meta.env.VITE_~OPENAI_~API_KEY)\n',
      Dockerfile: [
        'FROM node',
        'ARG~ VITE_~OPENAI_~API_KEY',
        'ENV~ VITE_~OPENAI_~API_KEY=$VITE_~OPENAI_~API_KEY',
        'ARG~ OPENAI_~API_KEY',
        'ENV~ VITE_~K=$~{OPENAI_~API_KEY}',
        'ENV~ VITE_~API_~URL=$API_~URL',
        'RUN npm run build',
        '',
      ].join('\n'),
      'docker-compose.yml': [
        'services:',
        '  web:',
        '    build:',
        '      args:',
        '        - VITE_~OPENAI_~API_KEY=$~{OPENAI_~API_KEY}',
        '    environment:',
        '      - VITE_~URL=$~{URL}',
        '',
      ].join('\n'),
      'vercel.json': '{"build":{"env":{"VITE_~OPENAI_~API_KEY":"@openai-key","VITE_~X":"@stripe-secret-key"}}}',
      'netlify.toml': ['[build.environment]', 'VITE_~OPENAI_~API_KEY = "x"', ''].join('\n'),
      'wrangler.toml': ['[vars]', 'PUBLIC_~GITHUB_~TOKEN = "x"', ''].join('\n'),
      'main.tf': [
        'resource "vercel_project_environment_variable" "a" {',
        '  key   = "VITE_~OPENAI_~API_KEY"',
        '  value = var.openai_api_key',
        '}',
        'resource "x" "b" {',
        '  environment_variables = {',
        '    VITE_~T = var.github_token',
        '  }',
        '}',
        '',
      ].join('\n'),
      'chart/values.yaml': [
        'env:',
        '  - name: VITE_~MODE',
        '    valueFrom:',
        '      secretKeyRef:',
        '        name: app',
        '        key: OPENAI_~API_KEY',
        '  - name: VITE_~URL',
        '    value: x',
        '',
      ].join('\n'),
    },
    found: [
      'm.js:1 client-variable-secret-name client',
      'Dockerfile:2 client-variable-secret-name client',
      'Dockerfile:3 client-variable-secret-name client',
      'Dockerfile:3 client-variable-secret-name client',
      'Dockerfile:4 image-variable-secret package',
      'Dockerfile:5 client-variable-from-secret package',
      'docker-compose.yml:5 client-variable-secret-name client',
      'vercel.json:1 client-variable-secret-name client',
      'vercel.json:1 client-variable-from-secret build-only',
      'netlify.toml:2 client-variable-secret-name client',
      'wrangler.toml:2 client-variable-secret-name unknown',
      'main.tf:2 client-variable-secret-name client',
      'main.tf:7 client-variable-from-secret unknown',
      'chart/values.yaml:2 client-variable-from-secret build-only',
    ],
  },
  'answers, pages and cookies of a server': {
    files: {
      'package.json': '{"name":"a","dependencies":{"express":"5"}}',
      'server.js': [
        "const app = require('express')();",
        "app.use(require('express').static('public'));",
        "app.get('/debug', (req, res) => res.json(process.~env));",
        "app.get('/ok', (req, res) => res.json({ v: process.~env.VERSION }));",
        "app.get('/cfg', (req, res) => res.json({ key: process.~env.OPENAI_~API_KEY }));",
        'app.use((err, req, res, next) => { res.status(500).json({ error: err.message, env: process.~env }); });',
        "app.get('/p', (req, res) => res.render('index', { env: process.~env }));",
        "app.post('/login', (req, res) => { res.~cookie('session', make()); res.~cookie('theme', 'dark'); res.~cookie('token', t, { httpOnly: true }); });",
        '',
      ].join('\n'),
      'public/env.template.js': [
        'window.~__ENV = {',
        '  OPENAI_~API_KEY: "$~{OPENAI_~API_KEY}",',
        '  API_~URL: "$~{API_~URL}",',
        '};',
        '',
      ].join('\n'),
      'views/index.ejs':
        '<script>window.~env = <%- JSON.stringify(process.~env) %>; window.~CONFIG = { jwtSecret: "<%= jwtSecret %>" };</script>\n',
    },
    found: [
      'server.js:3 client-answer-with-environment *',
      'server.js:5 client-answer-with-secret *',
      'server.js:6 client-answer-with-environment *',
      'server.js:7 client-answer-with-environment *',
      'server.js:8 client-readable-session-cookie *',
      'public/env.template.js:2 client-page-secret public-file',
      'views/index.ejs:1 client-answer-with-environment *',
      'views/index.ejs:1 client-page-secret *',
    ],
  },
  'React Router: what a loader returns': {
    files: {
      'package.json': '{"name":"a","dependencies":{"@react-router/dev":"7","react-router":"7","vite":"6"}}',
      'vite.config.ts': [
        "import { reactRouter } from '@react-router/dev/vite';",
        'export default { plugins: [reactRouter()] };',
        '',
      ].join('\n'),
      'app/routes.ts': [
        "import { index } from '@react-router/dev/routes';",
        "export default [index('routes/home.tsx')];",
        '',
      ].join('\n'),
      'app/root.tsx': [
        'export async function loader() {',
        '  return { ENV: { STRIPE_~SECRET_KEY: process.~env.STRIPE_~SECRET_KEY, STRIPE_PUBLIC_KEY: process.~env.STRIPE_PUBLIC_KEY } };',
        '}',
        'export default function Root({ loaderData }) { return <html><script dangerouslySetInnerHTML={{ __html: `window.ENV~ = $~{JSON.stringify(loaderData.ENV)}` }} /></html>; }',
        '',
      ].join('\n'),
      'app/routes/home.tsx': [
        "export async function loader() { const r = await fetch('https://x', { headers: { Authorization: process.~env.GITHUB_~TOKEN } }); return { a: 1 }; }",
        'export default function H() { return <p/>; }',
        '',
      ].join('\n'),
    },
    found: ['app/root.tsx:2 client-environment-secret client'],
  },
  'SvelteKit: $env and load': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"@sveltejs/kit":"2","vite":"6","svelte":"5"}}',
      'svelte.config.js': 'export default {};\n',
      'src/routes/+page.svelte': [
        '<script>',
        "import { PUBLIC_~GITHUB_~TOKEN, PUBLIC_~API } from '$~env/static/public';",
        'export let data;',
        '</script>',
        '<p>{PUBLIC_~GITHUB_~TOKEN}{data.key}</p>',
        '',
      ].join('\n'),
      'src/routes/+page.server.ts': [
        "import { OPENAI_~API_KEY, DB_~PASSWORD } from '$~env/static/private';",
        'export const load = async () => { connect(DB_~PASSWORD); return { key: OPENAI_~API_KEY }; };',
        '',
      ].join('\n'),
      '.env.example': ['PUBLIC_~GITHUB_~TOKEN=', 'OPENAI_~API_KEY=', ''].join('\n'),
    },
    found: [
      'src/routes/+page.svelte:5 client-variable-secret-name client',
      'src/routes/+page.server.ts:2 client-environment-secret client',
      '.env.example:1 client-variable-secret-name client',
    ],
  },
  'Parcel: any variable that code names': {
    files: {
      'package.json': '{"name":"a","source":"index.html","devDependencies":{"parcel":"2"}}',
      'index.html': '<script type="module" src="./a.js"></script>',
      'a.js': "fetch('/x', { headers: { k: process.~env.STRIPE_~SECRET_KEY, m: process.~env.MODE } });\n",
      'scripts/x.js': 'console.log(process.~env.STRIPE_~SECRET_KEY)\n',
    },
    found: ['a.js:1 client-environment-secret client'],
  },
  'calls of vendors in client modules': {
    files: {
      'package.json': '{"name":"a","dependencies":{"react-scripts":"5"}}',
      'public/index.html': '<html></html>',
      'src/index.js': [
        "import { GoogleGenerativeAI } from '@google/generative-ai';",
        "import { key } from './settings';",
        'const ai = new ~GoogleGenerativeAI(process.~env.REACT_APP_~API_~KEY);',
        "fetch('https://api.~groq.com/openai/v1/chat/completions', { headers: { Authorization: `Bearer $~{key}` } });",
        "fetch('https://api.~openai.com/v1/realtime', { headers: { Authorization: `Bearer $~{ephemeralKey}` } });",
        "fetch('/api/chat', { headers: { Authorization: key } });",
        '',
      ].join('\n'),
      'src/settings.js': 'export const key = process.~env.REACT_APP_~GROQ_KEY;\n',
      'server/index.js':
        "fetch('https://api.~groq.com/openai/v1/chat/completions', { headers: { Authorization: `Bearer $~{process.~env.GROQ_API_KEY}` } });\n",
    },
    found: [
      'src/index.js:3 browser-vendor-client client',
      'src/index.js:4 browser-vendor-call client',
      'src/settings.js:1 client-variable-secret-name client',
    ],
  },
  'a package for servers: its parts are named as those of pages are, and who installs it brings a key': {
    files: {
      'package.json': '{"name":"a","version":"1.0.0","main":"dist/index.js","files":["dist"]}',
      'dist/index.js': "export * from './chunk-HSX2K7HB.js';\n",
      'dist/chunk-HSX2K7HB.js': [
        "import { createOpenAI } from '@ai-sdk/~openai';",
        'export const model = (apiKey) => createOpen~AI({ apiKey });',
        'export const token = process.~env.NETLIFY_~TOKEN;',
        "export const ask = (key) => fetch('https://api.~resend.com/emails', { headers: { Authorization: `Bearer $~{key}` } });",
        '',
      ].join('\n'),
    },
    found: [],
  },
  'Babel: plugins that inline': {
    files: {
      'package.json': '{"name":"a","dependencies":{"react-native":"0.76"}}',
      'babel.config.js':
        "module.exports = { plugins: [['transform-inline-~environment-variables', { include: ~['API_~URL', 'OPENAI_~API_KEY'] }], ['module:react-native-~dotenv', { moduleName: '@~env', allowlist: ~['JWT_~SECRET'] }]] };\n",
    },
    found: ['babel.config.js:1 client-configuration-secret *', 'babel.config.js:1 client-configuration-secret *'],
  },
  'a worker may call vendors': {
    files: {
      'package.json': '{"name":"a","dependencies":{"hono":"4"}}',
      'wrangler.toml': ['main = "src/index.ts"', '[vars]', 'MODEL = "x"', ''].join('\n'),
      'src/index.ts': [
        "import { Hono } from 'hono';",
        'const app = new Hono();',
        "app.get('/', async (c) => { const r = await fetch('https://api.~openai.com/v1/x', { headers: { Authorization: `Bearer $~{c.env.OPENAI_~API_KEY}` } }); return c.json(await r.json()); });",
        'export default app;',
        '',
      ].join('\n'),
    },
    found: [],
  },
  'Next.js in a workspace': {
    files: {
      'package.json': '{"private":true,"workspaces":["apps/*"]}',
      'apps/web/package.json': '{"name":"web","dependencies":{"next":"15"}}',
      'apps/web/next.config.ts': [
        "import type { NextConfig } from 'next';",
        'const config: NextConfig = {',
        "  env: ~{ CLERK_~SECRET_KEY: process.~env.CLERK_~SECRET_KEY!, BUILD: '1' },",
        '};',
        'export default config;',
        '',
      ].join('\n'),
      'apps/web/app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>;\n',
      'apps/web/app/page.tsx': [
        "import { C } from './c';",
        'export default function P() { const config = { key: process.~env.RESEND_~API_KEY }; return <C config={config} />; }',
        '',
      ].join('\n'),
      'apps/web/app/c.tsx': [
        "'use client';",
        'export const C = ({ config }) => <p>{process.~env.NEXT_PUBLIC_~MAILGUN_~API_KEY}{config.key}</p>;',
        'export const D = () => process.~env.DATABASE_~URL;',
        '',
      ].join('\n'),
      'apps/web/app/actions.ts': [
        "'use server';",
        "export async function send() { await fetch('https://api.~resend.com/emails', { headers: { Authorization: `Bearer $~{process.~env.RESEND_~API_KEY}` } }); }",
        '',
      ].join('\n'),
      '.github/workflows/ci.yml': [
        'jobs:',
        '  a:',
        '    steps:',
        '      - run: npm run build',
        '        env:',
        '          NEXT_PUBLIC_~MAILGUN_~API_KEY: $~{{ secrets.MAILGUN }}',
        '          NEXT_PUBLIC_~POSTHOG_KEY: $~{{ secrets.POSTHOG_KEY }}',
        '',
      ].join('\n'),
    },
    found: [
      'apps/web/next.config.ts:3 client-configuration-secret *',
      'apps/web/app/page.tsx:2 client-environment-secret client',
      'apps/web/app/c.tsx:2 client-variable-secret-name client',
      '.github/workflows/ci.yml:6 client-variable-secret-name client',
    ],
  },
  'Vue: variables that are unpacked': {
    files: {
      'package.json': '{"name":"v","dependencies":{"vue":"3","vite":"6"}}',
      'index.html': '<script type="module" src="/src/main.ts"></script>',
      'src/main.ts': ["import App from './App.vue';", 'App;', ''].join('\n'),
      'src/App.vue': [
        '<script setup lang="ts">',
        'const { VITE_~PINECONE_~API_KEY, VITE_~API } = import.meta.env;',
        "const r = await fetch('https://api.~pinecone.io/x', { headers: { 'Api-Key': VITE_~PINECONE_~API_KEY, 'x-api-key': VITE_~API } });",
        '</script>',
        '<template><p/></template>',
        '',
      ].join('\n'),
      'vite.config.ts': "export default { envPrefix: ['VITE_', 'APP_'], define: ~{ 'process.~env': process.~env } };\n",
      'src/dead.ts': 'const x = process.~env.VITE_~STRIPE_~SECRET_KEY;\n',
      'server/index.ts': [
        "import OpenAI from 'openai';",
        'new OpenAI({ apiKey: process.~env.OPENAI_~API_KEY });',
        "fetch('https://api.~pinecone.io/x', { headers: { 'Api-Key': process.~env.PINECONE_~API_KEY } });",
        '',
      ].join('\n'),
    },
    found: [
      'src/App.vue:2 client-variable-secret-name client',
      'src/App.vue:3 browser-vendor-call client',
      'vite.config.ts:1 client-whole-environment *',
      'src/dead.ts:1 client-variable-secret-name build-only',
    ],
  },
  'keys that users bring, and servers of its own': {
    files: {
      'package.json': '{"name":"v","dependencies":{"vite":"6","openai":"4"}}',
      'index.html': '<script type="module" src="/m.js"></script>',
      'm.js': [
        "import OpenAI from 'openai';",
        "const apiKey = localStorage.getItem('key');",
        "export const a = new OpenAI({ apiKey: localStorage.getItem('key'), dangerouslyAllow~Browser: true });",
        'export const b = new OpenAI({ apiKey: session.client_secret.value, dangerouslyAllow~Browser: true });',
        "export const c = new OpenAI({ apiKey: 'x', baseURL: `$~{location.origin}/api/openai`, dangerouslyAllow~Browser: true });",
        'console.log(a, b, c);',
        '',
      ].join('\n'),
    },
    found: [],
  },
  'Astro: what components are given': {
    files: {
      'package.json': '{"name":"v","dependencies":{"astro":"5","@astrojs/react":"4"}}',
      'src/pages/index.astro': [
        '---',
        "import Chat from '../components/Chat.jsx';",
        "const posts = await fetch('https://api.~notion.com/v1/x', { headers: { Authorization: `Bearer $~{import.meta.env.NOTION_~TOKEN}` } });",
        '---',
        '<Chat client:load token={import.meta.env.OPENAI_~API_KEY} />',
        '<Chat token={import.meta.env.GITHUB_~TOKEN} />',
        '',
      ].join('\n'),
      'src/components/Chat.jsx': 'export default (p) => <p>{p.token}</p>;\n',
    },
    found: [
      'src/pages/index.astro:5 client-environment-secret client',
      'src/pages/index.astro:6 client-environment-secret client',
    ],
  },
  'arguments of compose, values of Kubernetes': {
    files: {
      'docker-compose.yml': [
        'services:',
        '  web:',
        '    build:',
        '      args:',
        '        REACT_APP_~AWS_~SECRET_ACCESS_KEY: $~{AWS_~SECRET_ACCESS_KEY}',
        '        REACT_APP_~API: $~{API}',
        '',
      ].join('\n'),
      'k8s.yaml': [
        'env:',
        '- name: GATSBY_~BACKEND',
        '  valueFrom: { secretKeyRef: { name: a, key: DB_~PASSWORD } }',
        '',
      ].join('\n'),
    },
    found: ['docker-compose.yml:5 client-variable-secret-name *', 'k8s.yaml:2 client-variable-from-secret *'],
  },
  'prose and publishable names': {
    files: {
      'README.md': 'Set VITE_~OPENAI_~API_KEY= in .env. Never use `define: ~{ "process.~env": process.~env }`.\n',
      'eslint-rule.js': 'const bad = /NEXT_PUBLIC_.*SECRET/;\n',
      '.env': [
        'VITE_~SENTRY_DSN=',
        'VITE_~SUPABASE_ANON_KEY=',
        'VITE_~STRIPE_PUBLISHABLE_KEY=',
        'VITE_~MAPBOX_TOKEN=',
        'VITE_~FIREBASE_API_KEY=',
        'VITE_~GOOGLE_MAPS_API_KEY=',
        '',
      ].join('\n'),
    },
    found: [],
  },
  'Calls of vendors: keys of each call, of users and of visits': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"vite":"6"}}',
      'index.html': '<!doctype html><body><script type="module" src="/src/main.ts"></script></body>\n',
      'src/main.ts': [
        'const key = import.meta.env.VITE_K',
        'window.a = () => fetch("https://api.~openai.com/v1/models", { headers: { Authorization: `Bearer $~{key}` } })',
        'window.b = () => fetch("https://api.~github.com/repos/a/b")',
        'window.c = async () => {',
        '  const { apiKey } = await chrome.storage.local.get("apiKey")',
        '  return fetch("https://api.~openai.com/v1/models", { headers: { Authorization: `Bearer $~{apiKey}` } })',
        '}',
        'window.d = async () => {',
        '  const { value } = await (await fetch("/api/session")).json()',
        '  return fetch("https://api.~openai.com/v1/realtime/calls", { headers: { Authorization: `Bearer $~{value}` } })',
        '}',
        'const address = "https://api.~deepl.com/v2/translate"',
        'window.e = () => fetch(address, { headers: { Authorization: `DeepL-Auth-Key $~{key}` } })',
        '',
      ].join('\n'),
    },
    found: ['src/main.ts:2 browser-vendor-call client', 'src/main.ts:12 browser-vendor-call client'],
  },
  'Answers: handlers that return, objects sent later, workers': {
    files: {
      'package.json': '{"name":"a","dependencies":{"nuxt":"3","vue":"3"}}',
      'nuxt.config.ts': 'export default defineNuxtConfig({ runtimeConfig: { public: {} } });\n',
      'app.vue': '<template><p>x</p></template>\n',
      'server/api/env.get.ts': 'export default defineEventHandler(() => process.~env);\n',
      'server/api/config.get.ts':
        'export default defineEventHandler((event) => {\n  return use~RuntimeConfig(event);\n});\n',
      'server/api/fine.get.ts':
        'export default defineEventHandler((event) => {\n  return useRuntimeConfig(event).public;\n});\n',
      'server/plugins/page.ts':
        'export default (app) => app.hooks.hook("render:html", (html) => { html.head.push(`<script>key = "$~{process.~env.OPENAI_~API_KEY}"</script>`); });\n',
      'server/utils/environment.ts': 'export function environment() { return process.env; }\n',
      'tools/serve.mjs': [
        'const config = { dbPassword: process.~env.DB_~PASSWORD, port: 1 };',
        'app.use((error, req, res, next) => { res.status(500).json({ error: String(error), config }); });',
        '',
      ].join('\n'),
      'tools/start.mjs': [
        'const config = { dbPassword: process.~env.DB_~PASSWORD, port: 1 };',
        'app.use((error, req, res, next) => { res.status(500).json({ port: config.port }); });',
        '',
      ].join('\n'),
    },
    found: [
      'server/api/env.get.ts:1 client-answer-with-environment server',
      'server/api/config.get.ts:2 client-answer-with-environment server',
      'server/plugins/page.ts:1 client-answer-with-secret server',
      'tools/serve.mjs:1 client-answer-with-secret *',
    ],
  },
  'Names of variables: texts, tests, what is unpacked, and what a setting of Parcel leaves out': {
    files: {
      'package.json': '{"name":"a","devDependencies":{"vite":"6"}}',
      'index.html': '<!doctype html><body><script type="module" src="/src/main.ts"></script></body>\n',
      'src/main.ts': [
        '// set VITE_~OPENAI_~API_KEY first',
        'const { VITE_~OPENAI_~API_KEY: key, VITE_~GROQ_~API_KEY } = import.meta.env;',
        "if (!key) throw new Error('VITE_~OPENAI_~API_KEY is not set');",
        'start(key, VITE_~GROQ_~API_KEY);',
        '',
      ].join('\n'),
      'src/main.test.ts': 'process.env.VITE_~GROQ_~API_KEY = "x";\n',
      'shop/package.json':
        '{"name":"b","source":"index.html","devDependencies":{"parcel":"2"},"@parcel/transformer-js":{"inlineEnvironment":false}}',
      'shop/index.html': '<!doctype html><body><script type="module" src="./shop.js"></script></body>\n',
      'shop/shop.js': 'start(process.~env.OPENAI_~API_KEY);\n',
      'till/package.json': '{"name":"c","source":"index.html","devDependencies":{"parcel":"2"}}',
      'till/index.html': '<!doctype html><body><script type="module" src="./till.js"></script></body>\n',
      'till/till.js': 'const { OPENAI_~API_KEY } = process.~env;\nstart(OPENAI_~API_KEY);\n',
    },
    found: [
      'src/main.ts:2 client-variable-secret-name client',
      'src/main.ts:2 client-variable-secret-name client',
      'src/main.test.ts:1 client-variable-secret-name test',
      'till/till.js:1 client-environment-secret client',
    ],
  },
  'Configurations: names of their own, builds for Node, no prefix at all': {
    files: {
      'package.json':
        '{"name":"a","type":"module","scripts":{"build":"node build.mjs"},"devDependencies":{"esbuild":"0.24"}}',
      'build.mjs': [
        "import { build } from 'esbuild';",
        "await build({ entryPoints: ['src/server.ts'], platform: 'node', define~: { 'process.~env.LINEAR_~API_KEY': JSON.stringify(process.~env.LINEAR_~API_KEY) } });",
        '',
      ].join('\n'),
      'src/server.ts': "import http from 'node:http';\nhttp.createServer(() => {}).listen(1);\n",
      'page/package.json': '{"name":"b","devDependencies":{"vite":"6"}}',
      'page/index.html': '<!doctype html><body><script type="module" src="/main.ts"></script></body>\n',
      'page/vite.config.ts': [
        'export default {',
        "  env~Prefix: '',",
        '  define~: { __ENV__: JSON.stringify(process.~env) },',
        '};',
        '',
      ].join('\n'),
      'page/main.ts': 'start(__ENV__);\n',
    },
    found: [
      'build.mjs:2 client-configuration-secret server',
      'page/vite.config.ts:2 client-whole-environment *',
      'page/vite.config.ts:3 client-whole-environment client',
    ],
  },
};

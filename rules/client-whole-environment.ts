import type { Judgement, Match } from '../src/model/index.ts';
import { because, defineRule, fake, held, leakBetween } from '../src/rule-kit/index.ts';

const blank = '\\s{0,20}';
/** An expression that is the whole environment, or a list made of all of it. */
const whole = `(?:\\.\\.\\.${blank})?(?:process\\.env|[\\w.]{0,40}\\benv\\b|[\\w$.()]{1,60}\\.parsed)`;
const ends = '(?![\\w$.[(]|\\s{0,4}\\?\\?)';

/** What of a configuration is a replacement of the whole, given at once. */
const sinks = [
  // The environment under its own name, its spread and its text.
  `["'\`]?(?:process\\.env|import\\.meta\\.env)["'\`]?${blank}:${blank}(?:JSON\\.stringify\\(${blank})?(?:\\{${blank})?${whole}${ends}`,
  // Every name of it under a key of its own.
  `\`process\\.env\\.\\$\\{${blank}\\w{1,30}${blank}}\``,
  // The list of the plugin, or the section of the configuration, is the environment.
  `(?:EnvironmentPlugin\\(|DefinePlugin\\(|\\b(?:define|env|publicRuntimeConfig|public|extra|customFields)${blank}:)${blank}(?:Object\\.keys\\(${blank}|\\{${blank})?(?:\\.\\.\\.${blank})?process\\.env${ends}`,
].join('|');

/** Where a section called `env`, `public` or `extra` is one for client code. */
const sections: readonly (readonly [section: RegExp, paths: RegExp])[] = [
  [/^env\b/, /(?:^|\/)(?:next|nuxt|quasar)\.config\.[cm]?[jt]s$/],
  [/^public\b/, /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/],
  [/^extra\b/, /(?:^|\/)app\.config\.[cm]?[jt]s$/],
  [/^customFields\b/, /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/],
];

/** Where `env` or a list of names was made of all there is: read without a prefix, or the environment itself. */
const loads =
  /\b\w{0,20}env\w{0,10}\s{0,4}=\s{0,4}(?:loadEnv\([^;\n]{0,120},\s?['"`]{2}\s?\)|(?:\{\s*\.\.\.)?process\.env\b(?![.[])|(?:require\(['"]dotenv['"]\)|dotenv)\.config\([^)]{0,100}\)\.parsed)|Object\.(?:keys|entries)\(\s{0,4}(?:process\.env|[\w$.()]{1,60}\.parsed)\s{0,4}\)/i;
const chooses = /\.filter\(|startsWith\(|\.test\(|\.match\(|\.includes\(|\bpick\(/;

const replaced = because('each use of the environment in client code becomes all of it');

const named: Judgement = {
  kind: 'plausible',
  severity: 'medium',
  title: 'Every variable of the environment offered to client code',
  evidence: [{ text: 'client code that names a variable gets its value, whichever it is', weight: 0 }],
};

function judge({ secret, window, at, path }: Match): Judgement {
  const section = sections.find(([name]) => name.test(secret));
  if (section && !section[1].test(path)) return held('not-a-value', 'no section for client code');
  const start = Math.max(0, at - 1_400);
  const around = window.slice(start, at + secret.length + 200);
  if (secret.startsWith('`'))
    return loads.test(around) && !chooses.test(window.slice(Math.max(0, at - 500), at + 200))
      ? named
      : held('not-a-value', 'names that were chosen');
  // `env` alone may be anything: it is the environment where it was loaded without a prefix.
  if (secret.endsWith('process.env') || secret.endsWith('.parsed')) return replaced;
  return loads.test(around) ? replaced : held('not-a-value', 'an object of chosen variables');
}

const answer =
  '(?:\\b(?:res|resp|response|reply|ctx|context|c|Response|NextResponse|h)(?:\\.(?:status|code|type)\\([^()]{0,40}\\)){0,2}\\.(?:json|jsonp|send|end|write|response|body)\\(|\\bnew Response\\(|\\breturn (?:json|data)\\(|\\b(?:ctx|context|res|response)\\.body\\s?=|\\.(?:render)\\([^()]{0,80},|\\bprops\\s?:|\\b(?:window|globalThis)(?:\\.|\\[[\'"])[\\w$]{1,40}(?:[\'"]\\])?\\s?=)';
const wrapped =
  '(?:\\s{0,20}(?:JSON\\.stringify\\(|serialize(?:JavaScript)?\\(|\\$\\{|<%[-=]|\\{(?:[^{}]{0,80},)?\\s{0,20}(?:\\w{1,30}\\s?:|(?=\\.\\.\\.|env\\b)))){0,3}\\s{0,20}';

/** The environment of a worker as its handler is given it, by itself or as a member. */
const ofWorker =
  '(?:(?:c|context|event|platform|event\\.platform|context\\.cloudflare)\\.)?env(?=\\s{0,20}[),}])(?![\\w$])';
const givesEnvironment =
  /\bfetch\s?\(\s{0,20}\w{1,30}(?:\s?:\s?[^,()]{1,60})?,\s{0,20}env\b|\bonRequest\w{0,10}[^{}]{0,80}\(\s{0,8}\{[^{}]{0,80}\benv\b|\{[^{}]{0,60}\benv\b[^{}]{0,60}\}\s?=\s?(?:c|context|event|platform|context\.cloudflare|event\.platform)\b/;

function judgeAnswer({ secret, window, at }: Match): Judgement {
  const isGiven = /^(?:\.\.\.)?env$/.test(secret);
  return isGiven && !givesEnvironment.test(window.slice(Math.max(0, at - 1_600), at))
    ? held('not-a-value', 'no environment of a worker')
    : because('an answer or a page holds all variables of the process');
}

const letter = (character: string): string => fake({ characters: character, inClass: character }, 1);
const environment = `process${letter('.')}env`;

export const clientWholeEnvironment = [
  defineRule({
    id: 'client-whole-environment',
    title: 'Whole environment put into client code',
    severity: 'critical',
    description:
      'The build replaces `process.env` by an object of every variable of the machine that builds: tokens of the build service and all secrets of the project stand in what browsers load.',
    remediation:
      "Name each variable that client code needs, `'process.env.API_URL': JSON.stringify(process.env.API_URL)`, and rotate every secret the build had.",
    references: [
      'https://vite.dev/config/shared-options#define',
      'https://webpack.js.org/plugins/define-plugin/',
      'https://esbuild.github.io/api/#define',
    ],
    anchors: ['process.env', '.parsed', 'import.meta.env'],
    pattern: new RegExp(`(?<secret>(?<![\\w$])(?:${sinks}))`),
    reach: { before: 1500, after: 320 },
    random: false,
    design: true,
    paths: /\.[cm]?[jt]s$/,
    judge,
    examples: () => ({
      leaks: [
        leakBetween('export default { define: { ', `'${environment}': ${environment}`, ' } };\n', 'vite.config.ts'),
        leakBetween(
          'new webpack.DefinePlugin({ ',
          `'${environment}': JSON.stringify(${environment}`,
          ') })\n',
          'webpack.config.js',
        ),
        leakBetween(
          "const env = loadEnv(mode, process.cwd(), '');\nreturn { define: { ",
          `'${environment}': env`,
          ' } };\n',
          'vite.config.ts',
        ),
        leakBetween('module.exports = { ', `env: { ...${environment}`, ' } };\n', 'next.config.js'),
        leakBetween(
          "const env = require('dotenv').config().parsed;\nconst keys = Object.keys(env).reduce((all, name) => { all[",
          `\`${environment}.$\{name}\``,
          '] = JSON.stringify(env[name]); return all; }, {});\n',
          'webpack.config.js',
        ),
        leakBetween('new webpack.', `EnvironmentPlugin(Object.keys(${environment}`, '))\n', 'webpack.config.js'),
      ],
      clean: [
        { text: "define: { 'process.env.API_URL': JSON.stringify(process.env.API_URL) }", path: 'vite.config.ts' },
        { text: "define: { 'process.env': { NODE_ENV: 'production' } }", path: 'vite.config.ts' },
        { text: `const env = pick(all, ['A']);\ndefine: { '${environment}': env }`, path: 'vite.config.ts' },
        { text: 'spawn(command, { env: process.env })', path: 'run.js' },
        { text: 'spawn(command, { env: { ...process.env, CI: 1 } })', path: 'scripts/build.js' },
        {
          text:
            "const env = loadEnv(mode, root, 'VITE_');\nObject.keys(env).map((k) => [`process.env.$" + '{k}`, env[k]])',
          path: 'vite.config.ts',
        },
        { text: 'export const env = schema.parse(process.env);', path: 'src/env.ts' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'client-answer-with-environment',
    title: 'Whole environment sent to whoever asks',
    severity: 'critical',
    description:
      'An answer or a page of the server holds every variable of the process: all secrets of the deployment are in the hands of whoever opens it.',
    remediation: 'Send the few values that are needed, each by its name, and rotate every secret the process had.',
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    anchors: ['process.env', '(env)', '.env)', '.env ', '.env,', '.env}', ' env }', ' env)', '...env', ' env,'],
    pattern: new RegExp(`${answer}${wrapped}(?<secret>(?:\\.\\.\\.)?(?:process\\.env|${ofWorker}))(?![\\w$.[]|\\?\\.)`),
    reach: { before: 1_700, after: 40 },
    random: false,
    design: true,
    paths: /\.(?:[cm]?[jt]sx?|vue|svelte|astro|ejs|html|hbs|pug)$/,
    judge: judgeAnswer,
    examples: () => ({
      leaks: [
        leakBetween("app.get('/debug', (req, res) => res.json(", environment, '));\n', 'server.js'),
        leakBetween('  return Response.json({ ok: true, env: ', environment, ' });\n', 'app/api/debug/route.ts'),
        leakBetween('<script>window.__ENV = <%- JSON.stringify(', environment, ') %></script>\n', 'views/index.ejs'),
        leakBetween(
          'export default { async fetch(request: Request, env: Env) { return Response.json({ ',
          '...env',
          ' }); } };\n',
          'src/worker.ts',
        ),
        leakBetween("app.get('/debug', (c) => c.json(", `c${letter('.')}env`, '));\n', 'src/index.ts'),
        leakBetween(
          'export const onRequest = async ({ request, env }) => new Response(JSON.stringify({ ok: true, ',
          '...env',
          ' }));\n',
          'functions/debug.ts',
        ),
        leakBetween('  res.status(500).send({ error, ', `...${environment}`, ' });\n', 'src/errors.ts'),
      ],
      clean: [
        { text: "res.json({ version: process.env.npm_package_version, region: process.env['REGION'] })", path: 'a.js' },
        { text: 'const env = schema.parse(process.env);', path: 'a.js' },
        {
          text: 'export default { async fetch(request, env) { return Response.json(await read(env)); } };',
          path: 'a.ts',
        },
        { text: "const env = 'production';\nres.json({ version, env });", path: 'a.ts' },
        { text: "app.get('/x', (c) => c.json({ region: c.env.REGION }));", path: 'a.ts' },
        { text: "fork(file, { env: { ...process.env, PORT: '1' } })", path: 'a.js' },
      ],
      notIn: ['values'],
    }),
  }),
];

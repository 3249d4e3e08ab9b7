import type { Judgement, Match } from '../src/model/index.ts';
import {
  because,
  type Container,
  containerAround,
  defineRule,
  fake,
  held,
  leakBetween,
} from '../src/rule-kit/index.ts';

const blank = '\\s{0,20}';
/** An expression that is the whole environment, or a list made of all of it. */
const whole = `(?:\\.\\.\\.${blank})?(?:process\\.env|[\\w.]{0,40}\\benv\\b|[\\w$.()]{1,60}\\.parsed)`;
const ends = '(?![\\w$.[(]|\\s{0,4}\\?\\?)';

/** What of a configuration is a replacement of the whole, given at once. */
const sinks = [
  // The environment under its own name, its spread and its text.
  `["'\`]?(?:process\\.env|import\\.meta\\.env)["'\`]?${blank}:${blank}(?:JSON\\.stringify\\(${blank})?(?:\\{${blank})?${whole}${ends}`,
  // The same, under a name of its own.
  `(?<=[{,\\n]\\s{0,20})["'\`]?[A-Za-z_$][\\w$]{2,40}["'\`]?${blank}:${blank}(?:JSON\\.stringify\\(${blank}(?:\\{${blank}\\.\\.\\.${blank})?|\\{${blank}\\.\\.\\.${blank})process\\.env${ends}`,
  // Every name of it under a key of its own.
  `\`process\\.env\\.\\$\\{${blank}\\w{1,30}${blank}}\``,
  // The list of the plugin, or the section of the configuration, is the environment.
  `(?:EnvironmentPlugin\\(|DefinePlugin\\(|\\b(?:define|env|publicRuntimeConfig|public|extra|customFields)${blank}:)${blank}(?:Object\\.keys\\(${blank}|\\{${blank})?(?:\\.\\.\\.${blank})?process\\.env${ends}`,
  // A plugin that is told to take all.
  `\\bEnvironmentPlugin\\(${blank}['"]all['"]${blank}\\)`,
  // No prefix is a prefix of every name.
  `\\benvPrefix${blank}:${blank}(?:\\[[^\\]\\n]{0,80}?)?(?:''|""|\`\`)`,
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

/** What builds put into client code by names of any kind. */
const containers: readonly Container[] = [
  { opens: /\bdefine["']?\s{0,8}[:=]\s{0,8}\{/g, what: '`define`' },
  { opens: /\bDefinePlugin\s{0,8}\(\s{0,40}\{/g, what: 'DefinePlugin' },
  { opens: /\breplace\s{0,8}\(\s{0,40}\{/g, what: '@rollup/plugin-replace' },
];

const replaced = because('each use of the environment in client code becomes all of it');

const named: Judgement = {
  kind: 'plausible',
  severity: 'medium',
  title: 'Every variable of the environment offered to client code',
  evidence: [{ text: 'client code that names a variable gets its value, whichever it is', weight: 0 }],
};

function judge({ secret, window, at, path }: Match): Judgement {
  if (/^envPrefix|^EnvironmentPlugin\(\s{0,20}['"]/.test(secret)) return named;
  const section = sections.find(([name]) => name.test(secret));
  if (section && !section[1].test(path)) return held('not-a-value', 'no section for client code');
  const own = /^["'`]?([A-Za-z_$][\w$]*)["'`]?\s{0,20}:/.exec(secret)?.[1];
  if (own !== undefined && !section && !/^(?:define|env|extra|public\w*|customFields)$/.test(own))
    return containerAround(window, at, path, containers)
      ? replaced
      : held('not-a-value', 'no entry of what a build puts in');
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
  '(?:\\b(?:res|resp|response|reply|ctx|context|c|Response|NextResponse|h)(?:\\.(?:status|code|type)\\([^()]{0,40}\\)){0,2}\\.(?:json|jsonp|send|end|write|response|body)\\(|\\bnew Response\\(|(?:\\breturn|=>)\\s{1,20}(?:json|data)\\(|\\b(?:ctx|context|res|response)\\.body\\s?=|\\.(?:render)\\([^()]{0,80},|\\bprops\\s?:|\\b(?:window|globalThis)(?:\\.|\\[[\'"])[\\w$]{1,40}(?:[\'"]\\])?\\s?=|\\b(?:JsonResponse|JSONResponse|HttpResponse|jsonify)\\()';
/** A handler of a route, of which the answer is what it returns. */
const handler =
  '(?:@(?:Get|Post|All)\\([^()]{0,60}\\)\\s{1,20}(?:async\\s{1,4})?\\w{1,40}\\([^()]{0,80}\\)[^{};]{0,60}\\{\\s{0,20}return(?=\\s)|(?:\\b(?:defineEventHandler|eventHandler|defineCachedEventHandler)\\(|\\.(?:get|post|all|put)\\(\\s{0,20}["\'`]\\/[^"\'`]{0,80}["\'`],)\\s{0,20}(?:async\\s{1,4})?(?:\\([^()]{0,60}\\)|\\w{1,30})\\s{0,4}=>)';
const wrapped =
  '(?:\\s{0,20}(?:JSON\\.stringify\\(|serialize(?:JavaScript)?\\(|dict\\(|str\\(|\\$\\{|<%[-=]|\\{(?:[^{}]{0,80},)?\\s{0,20}(?:["\']?\\w{1,30}["\']?\\s?:|\\*\\*|(?=\\.\\.\\.|env\\b)))){0,3}\\s{0,20}';

/** The environment of a worker as its handler is given it, by itself or as a member. */
const ofWorker =
  '(?:(?:c|context|event|platform|event\\.platform|context\\.cloudflare)\\.)?env(?=\\s{0,20}[),}])(?![\\w$])';
/** What holds all variables, whoever runs the code. */
const ofProcess =
  'process\\.env|import\\.meta\\.env|Bun\\.env|Deno\\.env\\.toObject\\(\\)|os\\.environ(?:\\.copy\\(\\))?|useRuntimeConfig\\((?:event|e)?\\)';
const givesEnvironment =
  /\bfetch\s?\(\s{0,20}\w{1,30}(?:\s?:\s?[^,()]{1,60})?,\s{0,20}env\b|\bonRequest\w{0,10}[^{}]{0,80}\(\s{0,8}\{[^{}]{0,80}\benv\b|\{[^{}]{0,60}\benv\b[^{}]{0,60}\}\s?=\s?(?:c|context|event|platform|context\.cloudflare|event\.platform)\b|\bimport\s{0,4}\{[^{}]{0,80}\benv\b(?!\s{1,4}as)[^{}]{0,80}\}\s{0,4}from\s{0,4}["']\$env\/dynamic\/private["']/;
/** Files of which every function that returns something answers with it. */
const answers = /(?:^|\/)server\/(?:api|routes)\/|(?:^|\/)\+(?:page|layout)\.server\./;

function judgeAnswer({ secret, window, at, path, groups }: Match): Judgement {
  const isOther = groups['returns'] !== undefined && !answers.test(path);
  if (isOther && !/\bprops\s?:|\bstatusCode\b/.test(window.slice(Math.max(0, at - 160), at)))
    return held('not-a-value', 'returned to other code');
  // What a page has of it was made for pages; an endpoint of the server has all of it.
  if (secret.endsWith('import.meta.env') && !/(?:^|\/)pages\/[^.]{1,200}(?:\.\w{1,8})?\.[jt]s$/.test(path))
    return held('public-by-design', 'only what is public is in it');
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
    anchors: ['process.env', '.parsed', 'import.meta.env', 'envPrefix', 'EnvironmentPlugin'],
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
        leakBetween('export default { ', `envPrefix: ${letter("'")}'`, ' };\n', 'vite.config.ts'),
        leakBetween('module.exports = { ', `env: { ...${environment}`, ' } };\n', 'next.config.js'),
        leakBetween(
          "const env = require('dotenv').config().parsed;\nconst keys = Object.keys(env).reduce((all, name) => { all[",
          `\`${environment}.$\{name}\``,
          '] = JSON.stringify(env[name]); return all; }, {});\n',
          'webpack.config.js',
        ),
        leakBetween(
          'replace({ preventAssignment: true, ',
          `__ENV__: JSON.stringify(${environment}`,
          ') })\n',
          'rollup.config.js',
        ),
        leakBetween('new webpack.', `EnvironmentPlugin(Object.keys(${environment}`, '))\n', 'webpack.config.js'),
      ],
      clean: [
        { text: "define: { 'process.env.API_URL': JSON.stringify(process.env.API_URL) }", path: 'vite.config.ts' },
        { text: "define: { 'process.env': { NODE_ENV: 'production' } }", path: 'vite.config.ts' },
        { text: `const env = pick(all, ['A']);\ndefine: { '${environment}': env }`, path: 'vite.config.ts' },
        { text: "export default { envPrefix: ['VITE_', 'APP_'] };", path: 'vite.config.ts' },
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
    anchors: [
      'process.env',
      'import.meta.env',
      'os.environ',
      'Deno.env',
      'Bun.env',
      'useRuntimeConfig',
      '(env)',
      '.env)',
      '.env ',
      '.env,',
      '.env}',
      ' env }',
      ' env)',
      '...env',
      ' env,',
    ],
    pattern: new RegExp(
      `(?:${answer}|${handler}|(?<returns>\\breturn(?=\\s)))${wrapped}(?<secret>(?:\\.\\.\\.)?(?:${ofProcess}|${ofWorker}))(?![\\w$.[]|\\?\\.)`,
    ),
    reach: { before: 1_700, after: 40 },
    random: false,
    design: true,
    paths: /\.(?:[cm]?[jt]sx?|vue|svelte|astro|ejs|html|hbs|pug|py)$/,
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
        leakBetween('export default defineEventHandler(() => ', environment, ');\n', 'server/api/env.get.ts'),
        leakBetween('  return ', `useRuntimeConfig${letter('(')}event)`, ';\n', 'server/api/config.get.ts'),
        leakBetween(
          "import { env } from '$env/dynamic/private';\nexport const load = async () => {\n  return { user, ",
          'env',
          ' };\n};\n',
          'src/routes/+layout.server.ts',
        ),
        leakBetween('  return { props: { posts, env: ', environment, ' } };\n', 'pages/about.js'),
        leakBetween('  return { statusCode: 200, body: JSON.stringify(', environment, ') };\n', 'functions/env.js'),
        leakBetween("  @Get('env')\n  env() { return ", environment, '; }\n', 'debug.controller.ts'),
        leakBetween('    return JsonResponse(dict(', `os${letter('.')}environ`, '))\n', 'app/views.py'),
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
        { text: 'export function environment() { return process.env; }', path: 'src/env.ts' },
        { text: 'window.env = import.meta.env;', path: 'src/main.ts' },
        { text: 'return useRuntimeConfig(event).public;', path: 'server/api/config.get.ts' },
        { text: 'subprocess.run(command, env=dict(os.environ))', path: 'run.py' },
        { text: "app.get('/x', (c) => c.json({ region: c.env.REGION }));", path: 'a.ts' },
        { text: "fork(file, { env: { ...process.env, PORT: '1' } })", path: 'a.js' },
      ],
      notIn: ['values', 'crlf', 'utf-16le', 'utf-16be'],
    }),
  }),
  defineRule({
    id: 'client-file-with-environment',
    title: 'Whole environment written to a file of the page',
    severity: 'critical',
    confidence: 'medium',
    description:
      'When the container starts, a script writes every variable of its environment into a file that pages load: whoever opens the page has all secrets of the deployment.',
    remediation:
      'Write the few variables that the page needs, each by its name or by a prefix of their own, and rotate every secret the process had.',
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    anchors: ['printenv', 'env |', 'env|'],
    pattern:
      /(?<![\w$.-])(?<secret>(?:printenv|env)\s{0,4}\|)(?<filter>[^\n>]{0,300})>>?\s{0,4}["']?(?<file>[^\s"';|&]{1,160}\.(?:js|json|html))\b/,
    random: false,
    design: true,
    reach: { before: 16, after: 600 },
    paths:
      /(?:^|\/)(?:Dockerfile|Containerfile)[\w.-]*$|\.(?:sh|bash|ya?ml|json|dockerfile)$|(?:^|\/)[\w-]{0,30}entrypoint[\w-]{0,20}$/i,
    judge: ({ groups }) =>
      /\b(?:grep|egrep|rg|awk)\b|\bsed\s{1,4}-n/.test(groups['filter'] ?? '')
        ? held('not-a-value', 'variables that were chosen')
        : because('a file of the page holds all variables of the process'),
    examples: () => ({
      leaks: [
        leakBetween(
          '',
          `printenv ${letter('|')}`,
          " sed 's/^/window./' > /usr/share/nginx/html/env.js\n",
          'entrypoint.sh',
        ),
        leakBetween('  ', `env ${letter('|')}`, ' jq -R . >> dist/config.json\n', 'start.sh'),
      ],
      clean: [
        { text: "printenv | grep ^VITE_ | sed 's/^/window./' > html/env.js", path: 'entrypoint.sh' },
        { text: 'env | sort > /tmp/env.txt', path: 'debug.sh' },
      ],
      notIn: ['values'],
    }),
  }),
];

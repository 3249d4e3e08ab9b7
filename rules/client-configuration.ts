import type { Judgement, Match } from '../src/model/index.ts';
import {
  type Container,
  containerAround,
  defineRule,
  fake,
  held,
  leakBetween,
  publicPrefixOf,
  saysSecret,
  secretName,
  valueOfEntry,
} from '../src/rule-kit/index.ts';

const script = /\.(?:[cm]?[jt]sx?|json|jsonc)$/;
const configuration = (names: string): RegExp => new RegExp(`(?:^|/)(?:${names})\\.(?:[cm]?[jt]s|json)$`);

/** What pages of Gatsby ask for: a template of a text in it is filled by nothing. */
const metadata = '`siteMetadata`';

/** What builds put into client code, each by its tool's documentation. */
const containers: readonly Container[] = [
  { opens: /\bdefine["']?\s{0,8}[:=]\s{0,8}\{/g, paths: script, what: '`define`' },
  { opens: /\bDefinePlugin\s{0,8}\(\s{0,40}\{/g, what: 'DefinePlugin' },
  { opens: /\bEnvironmentPlugin\s{0,8}\(\s{0,40}[[{]/g, what: 'EnvironmentPlugin' },
  {
    opens: /\breplace\s{0,8}\(\s{0,40}\{/g,
    paths: configuration('(?:rollup|rolldown|vite)[\\w.-]*|build|bundle'),
    what: '@rollup/plugin-replace',
  },
  {
    opens: /\benv["']?\s{0,8}[:=]\s{0,8}(?:\([^)]{0,60}\)\s{0,8}=>\s{0,8}\(?)?[[{]/g,
    paths: configuration('(?:next|nuxt|quasar|tsup|gridsome)\\.config|\\.storybook/main'),
    what: '`env` of the configuration',
  },
  { opens: /\bpublicRuntimeConfig\s{0,8}[:=]\s{0,8}\{/g, what: '`publicRuntimeConfig`' },
  { opens: /\bpublic\s{0,8}:\s{0,8}\{/g, paths: configuration('nuxt\\.config'), what: '`runtimeConfig.public`' },
  { opens: /\bdefineAppConfig\s{0,8}\(\s{0,40}\{/g, what: '`app.config`' },
  {
    opens: /\b(?:customFields|themeConfig)\s{0,8}:\s{0,8}\{/g,
    paths: configuration('docusaurus\\.config|\\.vitepress/config'),
    what: '`customFields` or `themeConfig`',
  },
  { opens: /\bsiteMetadata\s{0,8}:\s{0,8}\{/g, paths: configuration('gatsby-config'), what: metadata },
  { opens: /\bextra["']?\s{0,8}[:=]\s{0,8}\{/g, paths: configuration('app|app\\.config'), what: '`extra` of Expo' },
  {
    opens:
      /(?:inline-environment-variables|inline-dotenv|module:react-native-dotenv)["']\s{0,8},\s{0,8}\{[^}]{0,400}?\b(?:include|allowlist|whitelist)["']?\s{0,8}:\s{0,8}\[/g,
    what: 'an inlining plugin of Babel',
  },
  {
    opens: /\bENV\s{0,8}=\s{0,8}\{/g,
    paths: configuration('config/environment'),
    what: '`ENV` of Ember',
  },
  {
    opens: /\benvironment\b[^=\n]{0,60}=\s{0,8}\{/g,
    paths: /(?:^|\/)environments?\/environment[\w.-]*\.ts$/,
    what: '`environment` of Angular',
  },
];

/** Behind a name of the schema of Astro's environment that code of the browser imports. */
const ofSchema =
  /^["']?\s{0,4}:\s{0,4}envField\.\w{1,12}\(\s{0,20}\{[^{}]{0,200}?\bcontext\s{0,4}:\s{0,4}["']client["']/;
/** Only the build of the server gets what stands behind. */
const forServer = /(?<!!)\bisServer\s{0,4}(?:\)\s{0,4}\{?|&&|\?)[^;{}:]{0,160}$/;
/** Before a name where it is what the environment is asked for. */
const asked = /(?:\benv|\])(?:\?\.|\.|\[\s{0,4}["'`])$|\bgetenv\(\s{0,4}["']$/;
/** Before a name on a command line. */
const defines = /--define[:= ](?:process\.env\.)?$/;
/** A text that says nothing itself: it is replaced when the application is deployed or set when it starts. */
const replaced = /^(["'`])(?:\1|[^"'`]{0,20}(?:\$|\{\{|<%|#\{|__|%)[^"'`]{0,80}\1$)/;
const constant = /^(?:["'`]|-?\d|true\b|false\b)/;

const title = 'Secret that a build puts into client code';

function judge({ secret, window, at, path }: Match): Judgement {
  if (!saysSecret(secret)) return held('not-a-value', 'its name says no secret');
  // A public prefix is another rule's.
  if (publicPrefixOf(secret) !== '') return held('superseded');
  const before = window.slice(Math.max(0, at - 40), at);
  if (defines.test(before)) return found(secret, '`--define` of the command line');
  const isClients = ofSchema.test(window.slice(at + secret.length, at + secret.length + 300));
  if (isClients) return found(secret, 'the schema of `astro:env/client`');
  const around = containerAround(window, at, path, containers);
  if (!around) return held('not-a-value', 'stands in nothing that a build puts into client code');
  if (forServer.test(window.slice(Math.max(0, around.start - 260), around.start - 1)))
    return held('not-a-value', 'stands in the build of the server');
  const after = at + secret.length;
  const value = valueOfEntry(window, after);
  if (value === undefined) {
    const isQuoted = /["'`]$/.test(before);
    const stands = isQuoted ? window[around.start - 1] === '[' : /^[\s,}\])|?]/.test(window.slice(after, after + 1));
    return asked.test(before) || stands
      ? found(secret, around.container.what)
      : held('not-a-value', 'a text, or a part of another name');
  }
  if (constant.test(value) && (!replaced.test(value) || around.container.what === metadata))
    return held('not-a-value', 'its value stands in the file');
  const named = [...value.matchAll(/[A-Za-z_]\w{4,80}/g)].some(([name]) => saysSecret(name));
  return named && !replaced.test(value) ? held('superseded') : found(secret, around.container.what);
}

const found = (name: string, what: string): Judgement => ({
  kind: 'plausible',
  title: `${title}: ${name} in ${what}`,
  evidence: [{ text: `${what} is part of what browsers load, whatever the name starts with`, weight: 0 }],
});

const letter = (character: string): string => fake({ characters: character, inClass: character }, 1);
/** One letter comes from a call, so that no text of this file is what the rule looks for. */
const named = (name: string): string => letter(name.charAt(0)) + name.slice(1);

const plugin = ['webpack.Environment', 'Plugin'].join('');

export const clientConfiguration = [
  defineRule({
    id: 'client-configuration-secret',
    title,
    severity: 'high',
    description:
      'The configuration hands a variable to client code under a name that says its value is a secret: the build writes the value into what browsers or phones load.',
    remediation:
      'Take the entry out of the configuration, read the variable on a server only (a route handler, a server function, `runtimeConfig` without `public`), and let client code call that. Then revoke the value.',
    references: [
      'https://webpack.js.org/plugins/environment-plugin/',
      'https://vite.dev/config/shared-options#define',
      'https://nextjs.org/docs/app/api-reference/config/next-config-js/env',
      'https://nuxt.com/docs/guide/going-further/runtime-config',
    ],
    anchors: [
      'define:',
      'define =',
      '"define"',
      '--define',
      'DefinePlugin',
      'EnvironmentPlugin',
      'plugin-replace',
      'env: {',
      'env: [',
      'env: (',
      'publicRuntimeConfig',
      'runtimeConfig',
      'defineAppConfig',
      'customFields',
      'themeConfig',
      'siteMetadata',
      'envField',
      'extra: {',
      '"extra": {',
      'inline-environment-variables',
      'inline-dotenv',
      'react-native-dotenv',
      'ENV = {',
      'const environment',
    ],
    pattern: secretName,
    reach: { before: 300, after: 4000 },
    random: false,
    design: true,
    severityBy: { server: 'low' },
    paths: /\.(?:[cm]?[jt]s|json|jsonc)$|(?:^|\/)\.babelrc$/,
    judge,
    examples: () => ({
      leaks: [
        leakBetween(
          "module.exports = {\n  env: {\n    STRIPE_KEY: process.env['",
          named('STRIPE_SECRET_KEY'),
          "'],\n  },\n};\n",
          'next.config.js',
        ),
        leakBetween(
          'export default defineConfig({ define: { __KEY__: JSON.stringify(env.',
          named('OPENAI_API_KEY'),
          ') } });\n',
          'vite.config.ts',
        ),
        leakBetween(`new ${plugin}(['API_URL', '`, named('DB_PASSWORD'), "'])\n", 'webpack.config.js'),
        leakBetween(
          'export default defineNuxtConfig({ runtimeConfig: { public: { ',
          named('openaiApiKey'),
          ": '' } } });\n",
          'nuxt.config.ts',
        ),
        leakBetween(
          'export default { env: { schema: { ',
          named('CMS_ADMIN_TOKEN'),
          ": envField.string({ context: 'client', access: 'public' }) } } };\n",
          'astro.config.mjs',
        ),
        leakBetween(
          'module.exports = { siteMetadata: { title, key: process.env.',
          named('MAILCHIMP_API_KEY'),
          ' } };\n',
          'gatsby-config.js',
        ),
        leakBetween(
          'export default { expo: { extra: { eas: {}, ',
          named('anthropicKey'),
          ': keys.anthropic } } };\n',
          'app.config.js',
        ),
      ],
      clean: [
        { text: 'module.exports = { env: { API_URL: process.env.API_URL } };', path: 'next.config.js' },
        {
          text: "export default defineNuxtConfig({ runtimeConfig: { openaiApiKey: '', public: { apiBase: '' } } });",
          path: 'nuxt.config.ts',
        },
        { text: 'new webpack.DefinePlugin({ VERSION: 1 });\nconst key = env.STRIPE_SECRET_KEY;', path: 'build.js' },
        {
          text: 'module.exports = { serverRuntimeConfig: { jwtSecret: process.env.JWT_SECRET } };',
          path: 'next.config.js',
        },
        {
          text: "env: { schema: { STRIPE_SECRET: envField.string({ context: 'server', access: 'secret' }) } }",
          path: 'astro.config.mjs',
        },
        {
          text: "if (isServer) plugins.push(new webpack.DefinePlugin({ 'process.env.CRON_SECRET': process.env.CRON_SECRET }));",
          path: 'next.config.js',
        },
        { text: 'define: { __DSN__: JSON.stringify(process.env.SENTRY_DSN) }', path: 'vite.config.ts' },
        { text: 'export const environment = { firebase: { apiKey: key } };', path: 'src/environments/environment.ts' },
      ],
      notIn: ['values'],
    }),
  }),
];

import type { Judgement, Match } from '../src/model/index.ts';
import { defineRule, fake, held, leakBetween, plausible } from '../src/rule-kit/index.ts';

/** Prefixes of variables that builds put into client code, by the framework's documentation. */
const prefixes = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'VUE_APP_',
  'EXPO_PUBLIC_',
  'NUXT_PUBLIC_',
  'GATSBY_',
  'NX_PUBLIC_',
  'PLASMO_PUBLIC_',
  'WXT_',
  'NG_APP_',
  'STORYBOOK_',
  'SANITY_STUDIO_',
] as const;

/** Services of which every API key is a secret; one that also issues publishable keys is not among them. */
const services =
  /(?:^|_)(?:OPENAI|OPEN_AI|ANTHROPIC|CLAUDE|GROQ|MISTRAL|COHERE|HUGGING_?FACE|HF|REPLICATE|ELEVEN_?LABS|DEEPGRAM|DEEPSEEK|OPENROUTER|OPEN_ROUTER|PERPLEXITY|TOGETHER(?:_AI)?|XAI|FIREWORKS|ASSEMBLY_?AI|STABILITY|PINECONE|SENDGRID|RESEND|MAILGUN|POSTMARK|BREVO|MAILCHIMP|TWILIO|NOTION|AIRTABLE|LINEAR|GITHUB|GITLAB|SLACK(?:_BOT)?|DISCORD_BOT|TELEGRAM_BOT|VERCEL|NETLIFY|CLOUDFLARE|SERPAPI|TAVILY)_(?:API_?)?(?:KEY|TOKEN|SECRET|AUTH_TOKEN|PAT|ACCESS_TOKEN)$/;
/** Names that mean a secret whoever issued it. */
const secrets =
  /(?:^|_)(?:SECRET|SECRET_KEY|API_SECRET|APP_SECRET|CLIENT_SECRET|JWT_SECRET|WEBHOOK_SECRET|SECRET_ACCESS_KEY|SECRET_TOKEN|PRIVATE_KEY|PRIVATE_TOKEN|SERVICE_ROLE|SERVICE_ROLE_KEY|SERVICE_KEY|SERVICE_ACCOUNT|ADMIN_KEY|ADMIN_TOKEN|ADMIN_PASSWORD|MASTER_KEY|ENCRYPTION_KEY|SIGNING_KEY|DB_PASSWORD|DATABASE_PASSWORD|SMTP_PASSWORD|PASSWORD|DATABASE_URL|MONGODB_URI|MONGO_URI|POSTGRES_URL|REDIS_URL)$/;

const title = 'Secret in a variable that ships to browsers';
const said = (secret: string): string => prefixes.find((prefix) => secret.startsWith(prefix)) ?? '';

function judge({ secret }: Match): Judgement {
  const name = secret.slice(said(secret).length);
  if (!services.test(name) && !secrets.test(name)) return held('public-by-design', 'its name says no secret');
  return { kind: 'plausible', title: `${title}: ${name} behind ${said(secret)}` };
}

/** Where variables are set and read; not where they are only written about. */
const paths =
  /(?:^|\/)\.?env[\w.-]*$|(?:^|\/)(?:Dockerfile|Containerfile|docker-compose|compose)[\w.-]*$|\.(?:[cm]?[jt]sx?|vue|svelte|astro|html|ya?ml|toml|json|jsonc|tf|tfvars|env|dockerfile)$/i;

const letter = (character: string): string => fake({ characters: character, inClass: character }, 1);
/** One letter comes from a call, so that no text of this file is what the rules look for. */
const named = (prefix: string, name: string): string => prefix + letter(name.charAt(0)) + name.slice(1);
const environment = `process${letter('.')}env`;

export const clientEnvironment = [
  defineRule({
    id: 'client-variable-secret-name',
    title,
    severity: 'high',
    description:
      'The build writes variables of this prefix into what browsers, phones or extensions load, and the name says that the value is a secret: everybody who opens the application has it.',
    remediation:
      'Take the prefix away, read the variable on a server only (a route handler, a server function), and let client code call that. Then revoke the value: it has been sent to whoever loaded the application.',
    references: [
      'https://nextjs.org/docs/app/guides/environment-variables',
      'https://vite.dev/guide/env-and-mode',
      'https://docs.expo.dev/guides/environment-variables/',
    ],
    anchors: prefixes,
    pattern: new RegExp(`(?<![A-Za-z0-9_])(?<secret>(?:${prefixes.join('|')})[A-Z0-9_]{3,60})(?![A-Za-z0-9_])`),
    reach: { before: 16, after: 256 },
    random: false,
    paths,
    judge,
    examples: () => ({
      leaks: [
        leakBetween('', named('NEXT_PUBLIC_', 'OPENAI_API_KEY'), '=\n', '.env.example'),
        leakBetween('const key = import.meta.env.', named('VITE_', 'SUPABASE_SERVICE_ROLE_KEY'), ';\n', 'src/db.ts'),
        leakBetween('      ', named('REACT_APP_', 'STRIPE_SECRET_KEY'), ': $' + '{{ secrets.STRIPE }}\n', 'ci.yml'),
      ],
      clean: [
        { text: 'NEXT_PUBLIC_SUPABASE_ANON_KEY=\nNEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=\n', path: '.env' },
        { text: 'VITE_FIREBASE_API_KEY=\nVITE_MAPBOX_TOKEN=\nVITE_SENTRY_DSN=\nVITE_API_URL=\n', path: '.env' },
        { text: 'REACT_APP_AUTH0_CLIENT_ID=\nEXPO_PUBLIC_POSTHOG_KEY=\nVITE_RECAPTCHA_SITE_KEY=\n', path: '.env' },
        { text: 'OPENAI_API_KEY=\nSTRIPE_SECRET_KEY=\n', path: '.env' },
      ],
      notIn: ['values'],
    }),
  }),
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
    anchors: ['process.env'],
    pattern:
      /(?<secret>(?<![\w$.])["']?process\.env["']?\s{0,8}:\s{0,8}(?:JSON\.stringify\(\s{0,8})?(?:\{\s{0,40}\.\.\.\s{0,4})?(?:process\.env|env)(?![\w$.[]|\s*\?\?))/,
    reach: { before: 1500, after: 160 },
    random: false,
    paths: /\.[cm]?[jt]s$/,
    judge({ secret, window }) {
      // `env` alone may be anything: it is the environment where it was loaded without a prefix.
      if (/process\.env["']?\s*:.*process\.env/s.test(secret)) return plausible;
      const loads = /\benv\s*=\s*(?:loadEnv\([^;\n]{0,120},\s?['"`]{2}\s?\)|(?:\{\s*\.\.\.)?process\.env\b(?!\.))/.test(
        window,
      );
      return loads ? plausible : held('not-a-value', 'an object of chosen variables');
    },
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
      ],
      clean: [
        { text: "define: { 'process.env.API_URL': JSON.stringify(process.env.API_URL) }", path: 'vite.config.ts' },
        { text: "define: { 'process.env': { NODE_ENV: 'production' } }", path: 'vite.config.ts' },
        { text: `const env = pick(all, ['A']);\ndefine: { '${environment}': env }`, path: 'vite.config.ts' },
        { text: 'spawn(command, { env: process.env })', path: 'run.js' },
      ],
      notIn: ['values'],
    }),
  }),
];

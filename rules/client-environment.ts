import type { Judgement, Match } from '../src/model/index.ts';
import {
  defineRule,
  fake,
  held,
  leakBetween,
  publicPrefixes,
  publicPrefixOf,
  saysSecret,
} from '../src/rule-kit/index.ts';

const title = 'Secret in a variable that ships to browsers';

const isScript = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const inTest = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress)\/|\.(?:test|spec|cy)\.\w+$/;

/** Whether code only writes about a name there: in a comment, or between the words of a text. */
function isProse(before: string, after: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s{0,40}(?:\/\/|\/?\*|<!--)|\s\/\/\s/.test(line)) return true;
  const isBetween = /[\s"'`]$/.test(line) && /^[\s"'`.,:;!?]/.test(after) && /\s$/.test(line + after.charAt(0));
  return isBetween && /["'`]/.test(line.replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'|`[^`\n]{0,200}`/g, ''));
}

/** A name that was taken out of the environment before: where that was, is told. */
function isTaken(name: string, before: string): boolean {
  if (/[.%\w$"'`]$/.test(before)) return false;
  return new RegExp(
    `\\{[^{}()]{0,300}\\b${name}\\b[^{}()]{0,300}\\}\\s{0,8}=\\s{0,8}(?:process|import\\.meta)\\.env(?![\\w$.[])`,
  ).test(before);
}

const inImport = /\bimport\s{0,4}(?:type\s{1,4})?\{[^{}]{0,200}$/;

function judge({ secret, window, at, path }: Match): Judgement {
  const prefix = publicPrefixOf(secret);
  if (prefix === '' || !saysSecret(secret)) return held('public-by-design', 'its name says no secret');
  if (inImport.test(window.slice(Math.max(0, at - 240), at))) return held('not-a-value', 'where it is used is told');
  const before = window.slice(0, at);
  if (isScript.test(path) && isProse(before, window.slice(at + secret.length)))
    return held('not-a-value', 'stands in a text');
  if (isScript.test(path) && isTaken(secret, before)) return held('superseded');
  return {
    kind: 'plausible',
    ...(isScript.test(path) && inTest.test(path) ? { severity: 'low' as const } : {}),
    title: `${title}: ${secret.slice(prefix.length)} behind ${prefix}`,
    evidence: [{ text: `builds write what starts with ${prefix} into client code`, weight: 0 }],
  };
}

const toPublic = 'Secret given to a variable that ships to browsers';
/** What stands for the value of another variable: `$X`, `${X}`, `secrets.X`, `var.x`, `env.X`, `env['X']`, `key: X`. */
const reference =
  /(?:\$\{?|\b(?:secrets|var|local|env|vars|Values(?:\.\w{1,40}){0,4})(?:\.|\[["'])|\bkey:\s{0,4}["']?|"@)(?<name>[A-Za-z_][\w-]{2,80})/g;

function judgeValue({ secret, groups }: Match): Judgement {
  if (saysSecret(secret)) return held('superseded');
  const value = groups['value'] ?? '';
  for (const match of value.matchAll(reference)) {
    const name = match.groups?.['name'] ?? '';
    if (name.replaceAll('-', '_') !== secret && publicPrefixOf(name) === '' && saysSecret(name.replaceAll('-', '_')))
      return {
        kind: 'plausible',
        title: `${toPublic}: ${name} as ${secret}`,
        evidence: [{ text: `builds write what starts with ${publicPrefixOf(secret)} into client code`, weight: 0 }],
      };
  }
  return held('not-a-value', 'its value is no secret by its name');
}

/** Where variables are set and read; not where they are only written about, or declared. */
const paths =
  /(?:^|\/)\.?env[\w.-]*$|(?:^|\/)\.dev\.vars$|(?:^|\/)(?:Dockerfile|Containerfile|docker-compose|compose|Jenkinsfile|Makefile)[\w.-]*$|(?<!\.d)\.(?:[cm]?[jt]sx?|vue|svelte|astro|html|ejs|hbs|ya?ml|toml|json|jsonc|tf|tfvars|hcl|tpl|env|sh|dockerfile)$/i;

const letter = (character: string): string => fake({ characters: character, inClass: character }, 1);
/** One letter comes from a call, so that no text of this file is what the rules look for. */
const named = (prefix: string, name: string): string => prefix + letter(name.charAt(0)) + name.slice(1);
const [first, ...others] = publicPrefixes;
const anchors = [first, ...others] as const;
const remediation =
  'Take the prefix away, read the variable on a server only (a route handler, a server function), and let client code call that. Then revoke the value: it has been sent to whoever loaded the application.';
const references = [
  'https://nextjs.org/docs/app/guides/environment-variables',
  'https://vite.dev/guide/env-and-mode',
  'https://docs.expo.dev/guides/environment-variables/',
] as const;
const prefixed = `(?<![A-Za-z0-9_])(?<secret>(?:${publicPrefixes.join('|')})[A-Za-z0-9_]{1,60})(?![A-Za-z0-9_])`;

export const clientEnvironment = [
  defineRule({
    id: 'client-variable-secret-name',
    title,
    severity: 'high',
    description:
      'The build writes variables of this prefix into what browsers, phones or extensions load, and the name says that the value is a secret: everybody who opens the application has it.',
    remediation,
    references,
    anchors,
    pattern: new RegExp(prefixed),
    reach: { before: 1_500, after: 256 },
    random: false,
    design: true,
    paths,
    judge,
    examples: () => ({
      leaks: [
        leakBetween('', named('NEXT_PUBLIC_', 'OPENAI_API_KEY'), '=\n', '.env.example'),
        leakBetween('const key = import.meta.env.', named('VITE_', 'SUPABASE_SERVICE_ROLE_KEY'), ';\n', 'src/db.ts'),
        leakBetween('      ', named('REACT_APP_', 'STRIPE_SECRET_KEY'), ': $' + '{{ secrets.STRIPE }}\n', 'ci.yml'),
        leakBetween('ARG ', named('PUBLIC_', 'GITHUB_TOKEN'), '\n', 'Dockerfile'),
      ],
      clean: [
        { text: 'NEXT_PUBLIC_SUPABASE_ANON_KEY=\nNEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY=\n', path: '.env' },
        { text: 'VITE_FIREBASE_API_KEY=\nVITE_MAPBOX_TOKEN=\nVITE_SENTRY_DSN=\nVITE_API_URL=\n', path: '.env' },
        { text: 'REACT_APP_AUTH0_CLIENT_ID=\nEXPO_PUBLIC_POSTHOG_KEY=\nVITE_RECAPTCHA_SITE_KEY=\n', path: '.env' },
        { text: 'OPENAI_API_KEY=\nSTRIPE_SECRET_KEY=\n', path: '.env' },
        { text: `// set ${named('VITE_', 'OPENAI_API_KEY')} first`, path: 'src/ai.ts' },
        { text: `throw new Error('${named('VITE_', 'OPENAI_API_KEY')} is not set');`, path: 'src/ai.ts' },
        { text: `interface Env { ${named('VITE_', 'OPENAI_API_KEY')}: string }`, path: 'src/vite-env.d.ts' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'client-variable-from-secret',
    title: toPublic,
    severity: 'high',
    description:
      'A secret is handed to a variable that the build writes into what browsers, phones or extensions load: everybody who opens the application has it, whatever the variable is called.',
    remediation,
    references,
    anchors,
    pattern: new RegExp(
      `${prefixed}["'\\]]{0,2}(?<value>(?:\\s{0,40}[:=]\\s{0,40}|\\s{1,40}value\\s{0,4}[:=])[^\\n,;]{0,300}|\\s{1,40}valueFrom\\s{0,4}:[^\\n]{0,200}(?:\\n\\s{1,40}(?:secretKeyRef|name|key):[^\\n]{0,100}){0,4})`,
    ),
    reach: { before: 16, after: 640 },
    random: false,
    design: true,
    paths,
    judge: judgeValue,
    examples: () => ({
      leaks: [
        leakBetween(
          '          ',
          named('NEXT_PUBLIC_', 'AI_KEY'),
          ': $' + '{{ secrets.OPENAI_API_KEY }}\n',
          '.github/workflows/deploy.yml',
        ),
        leakBetween('', named('VITE_', 'API'), '=https://api.acme.io/?k=$STRIPE_SECRET_KEY\n', '.env'),
        leakBetween('    - name: ', named('REACT_APP_', 'BACKEND'), '\n      value: $' + '{DB_PASSWORD}\n', 'app.yaml'),
      ],
      clean: [
        { text: 'NEXT_PUBLIC_URL: $' + '{{ secrets.NEXT_PUBLIC_URL }}', path: 'deploy.yml' },
        { text: 'VITE_FIREBASE_KEY: $' + '{{ secrets.FIREBASE_API_KEY }}', path: 'deploy.yml' },
        { text: ['VITE_URL=$API_URL', 'SECRET=$STRIPE_SECRET_KEY'].join('\n'), path: '.env' },
      ],
      notIn: ['values'],
    }),
  }),
];

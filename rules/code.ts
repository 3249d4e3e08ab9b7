import type { Judgement, LiteralSite } from '../src/model/index.ts';
import {
  b62,
  because,
  CREDENTIAL_PART,
  defineSyntaxRule,
  fake,
  givesCredential,
  isFollowed,
  leakBetween,
  leakIn,
  looksOf,
  nameKind,
  QUOTED_VALUE,
  refused,
} from '../src/rule-kit/index.ts';

/** After `env`: a variable is read whose name may mean a credential. */
const reads = new RegExp(`^(?:\\.|\\??\\.?\\[['"\`]|\\.get\\(['"\`]|\\(['"\`])\\w{0,60}${CREDENTIAL_PART}`, 'i');
/** After the name of a service that knows the settings: one is asked for. */
const asks = new RegExp(
  `^(?:\\??\\.get\\w{0,12}(?:<[\\w\\s|]{0,40}>)?)?\\(\\s{0,20}['"\`][\\w.-]{0,60}${CREDENTIAL_PART}`,
  'i',
);
/** The name of a variable that is handed to a function of the program's own. */
const namesVariable = /\(\s{0,20}['"`][A-Z][A-Z0-9_]{0,60}(?:KEY|TOKEN|SECRET|PASS|PWD|AUTH)/;
/** Something that may fall back to a value. */
const falls = new RegExp(`(?:\\|\\||\\?\\?|:|,|=)=?${QUOTED_VALUE}`);
const unpacks = /\}\s{0,3}=\s{0,3}[\w.]{0,40}\benv\b/;
const defaults = new RegExp(`${CREDENTIAL_PART}\\w{0,60}\\s{0,3}=${QUOTED_VALUE}`, 'i');
/** After `process.env`: one is assigned a value. */
const assigns = new RegExp(
  `^(?:,\\s{0,20}\\{[^;]{0,200}?${CREDENTIAL_PART}\\w{0,60}['"\`]?\\s{0,3}:${QUOTED_VALUE}|(?:\\.|\\[['"\`])\\w{0,60}${CREDENTIAL_PART}\\w{0,60}(?:['"\`]\\])?\\s{0,3}(?:\\|\\||\\?\\?)?=${QUOTED_VALUE})`,
  'i',
);
const readsEnvironment = (text: string): boolean =>
  ['env', 'Env'].some((word) => isFollowed(text, word, reads, 90)) ||
  ['onfig', 'ervice', 'Var'].some((word) => isFollowed(text, word, asks, 90));
const hasFallback = (text: string): boolean => falls.test(text) || givesCredential(text, 'default', 120);

/** Whether a part of a program may read a variable with a fallback; where a function reads it, the call may be anywhere. */
function mayFallBack(text: string): boolean | undefined {
  if ((readsEnvironment(text) && hasFallback(text)) || (unpacks.test(text) && defaults.test(text))) return true;
  if (!text.includes('env[')) return false;
  return namesVariable.test(text) && hasFallback(text) ? true : undefined;
}

/** A value follows the name of an option: `.option('--api-key', 'the key', '…')`, `config.get('apiKey', '…')`. */
const optional = new RegExp(`^\\(\\s{0,20}['"\`][^'"\`]{0,60}${CREDENTIAL_PART}[^;]{0,200}?,${QUOTED_VALUE}`, 'i');
const namesOption = (text: string): boolean =>
  ['.option', 'dOption', 'onfig.get', 'ervice.get'].some((word) => isFollowed(text, word, optional, 500));

/** A value behind a schema: `optional(string(), 'the key')`. */
const behindSchema = new RegExp(`^\\([^;'"\`]{0,120},${QUOTED_VALUE}`);
const defaultsBehind = (text: string): boolean =>
  ['optional', 'fallback', 'nullish'].some((word) => isFollowed(text, word, behindSchema, 500));

const references = ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'] as const;
/** Declarations hold no values. */
const programs = /(?<!\.d)\.(?!json)\w+$/;
const inProgram = leakIn('src/config.ts');
const program = (text: string) => ({ text, path: 'src/config.ts' });

/** Words with a number among them: what people choose where they mean it, not only as a stand-in. */
const isNumbered = (text: string, kind: string): boolean =>
  (kind === 'password' || kind === 'secret') && text.length >= 10 && /[a-z]/i.test(text) && /\d/.test(text);

/** A literal under a name that means a credential: judged by what it looks like. */
function judgeNamed(name: string | undefined, { text, holes }: LiteralSite, why: string): Judgement | undefined {
  const kind = name === undefined || holes ? undefined : nameKind(name);
  if (kind === undefined) return undefined;
  const looks = looksOf(text);
  if ('reason' in looks) return refused(looks);
  if (looks.strength === 'random') return because(why);
  const isLikely =
    (looks.strength === 'mixed' && (kind === 'password' || looks.length >= 12)) || isNumbered(text, kind);
  return isLikely ? because(why) : because(`${why}, but the value could be a word`, -1);
}

/** `NAME=value` on a line of its own, as `.env` files have it. */
const line =
  /^\s*(?:export\s+)?(?<name>[A-Za-z_][\w.]{0,80})\s*=\s*(?<quote>['"]?)(?<value>[^\s'"]{4,200})\k<quote>\s*$/;
const mostLines = 400;

/** The first line of a text in the form of `.env` files that gives a value to a credential. */
function judgeLines(site: LiteralSite): Judgement | undefined {
  for (const each of site.text.split(/\r?\n/, mostLines)) {
    const { name = '', value = '' } = line.exec(each)?.groups ?? {};
    const judgement = value.includes('${') ? undefined : judgeNamed(name, { ...site, text: value }, `read as ${name}`);
    if (judgement?.kind === 'plausible') return { ...judgement, part: value };
  }
  return undefined;
}

export const code = [
  defineSyntaxRule({
    id: 'env-fallback-secret',
    title: 'Fallback for a secret of the environment',
    severity: 'high',
    confidence: 'medium',
    description: 'Is used wherever the variable is not set: whoever reads the source knows it, in production too.',
    remediation:
      'Remove the fallback, and let the program stop when the variable is missing. Change the value where it is used.',
    references,
    anchors: ['env', 'Env', 'onfig.get', 'ervice.get'],
    paths: programs,
    reach: { before: 1000, after: 600 },
    mayMatch: mayFallBack,
    literal: (site) =>
      site.environment !== undefined && (site.role === 'fallback' || site.role === 'default')
        ? judgeNamed(site.environment, site, `used where ${site.environment} is not set`)
        : undefined,
    examples: () => ({
      leaks: [
        inProgram`export const key = process.env.PAYMENT_API_KEY ?? '${fake(b62, 32, 1)}';`,
        inProgram`export const secret = process.env['JWT_SECRET'] || '${fake(b62, 28, 2)}';`,
        inProgram`const { SESSION_SECRET = '${fake(b62, 30, 3)}' } = process.env;`,
        inProgram`export const token = import.meta.env.API_TOKEN ? import.meta.env.API_TOKEN : "${fake(b62, 30, 4)}";`,
      ],
      clean: [
        program("export const key = process.env.PAYMENT_API_KEY ?? '';"),
        program("export const key = process.env.PAYMENT_API_KEY ?? 'changeme';"),
        program("export const port = process.env.PORT || '8080';"),
        program(`export const build = process.env.BUILD_ID ?? '${fake(b62, 32, 5)}';`),
        program('export const key = process.env.PAYMENT_API_KEY ?? readKey();'),
      ],
    }),
  }),
  defineSyntaxRule({
    id: 'env-assigned-secret',
    title: 'Secret assigned to a variable of the environment',
    severity: 'high',
    confidence: 'medium',
    description: 'Is what the program and all it starts use, however the environment is set.',
    remediation: 'Remove the assignment and set the variable outside the source. Change the value where it is used.',
    references,
    anchors: ['process.env'],
    paths: programs,
    reach: { before: 0, after: 400 },
    mayMatch: (text) => isFollowed(text, 'process.env', assigns, 400),
    literal: (site) =>
      site.role === 'environment' ? judgeNamed(site.name, site, `assigned to ${site.name}`) : undefined,
    examples: () => ({
      leaks: [
        inProgram`process.env.PAYMENT_API_KEY = '${fake(b62, 32, 1)}';`,
        inProgram`process.env['JWT_SECRET'] = "${fake(b62, 28, 2)}";`,
      ],
      clean: [
        program("process.env.NODE_ENV = 'production';"),
        program("process.env.JWT_SECRET = 'test-secret';"),
        program('process.env.JWT_SECRET = generate();'),
      ],
    }),
  }),
  defineSyntaxRule({
    id: 'env-text-secret',
    title: 'Secret in a text that is read as variables of the environment',
    severity: 'high',
    confidence: 'medium',
    description: 'Is what the program uses, however the environment is set: whoever reads the source knows it.',
    remediation: 'Remove the text and set the variable outside the source. Change the value where it is used.',
    references,
    supersedes: ['generic-secret', 'generic-password'],
    anchors: ["'dotenv'", '"dotenv"'],
    paths: programs,
    mayMatch: (text) => /\bparse\b|\bpopulate\b/.test(text) && /\w=/.test(text),
    literal: (site) =>
      site.call?.module === 'dotenv' && /(?:^|\.)parse$/.test(site.call.callee) ? judgeLines(site) : undefined,
    examples: () => ({
      leaks: [
        leakBetween(
          "import dotenv from 'dotenv';\nexport const env = dotenv.parse(`HOST=db1\nPAYMENT_API_KEY=",
          fake(b62, 32, 1),
          '\n`);\n',
          'src/config.ts',
        ),
        leakBetween(
          "import { parse } from 'dotenv';\nexport const env = parse(Buffer.from('JWT_SECRET=",
          fake(b62, 28, 2),
          "'));\n",
          'src/config.ts',
        ),
      ],
      clean: [
        program("import { parse } from 'dotenv';\nexport const env = parse('JWT_SECRET=changeme\\nPORT=8080');"),
        program("import { parse } from 'dotenv';\nexport const env = parse(`JWT_SECRET=${process.env.JWT_SECRET}`);"),
        program(`import { parse } from './dotenv.ts';\nexport const env = parse('BUILD_ID=${fake(b62, 32, 3)}');`),
      ],
      notIn: ['values'],
    }),
  }),
  defineSyntaxRule({
    id: 'option-default-secret',
    title: 'Default for a secret of the configuration',
    severity: 'high',
    confidence: 'medium',
    description: 'Is used wherever nothing else is configured: whoever reads the source knows it.',
    remediation:
      'Remove the default, and let the program stop when the option is missing. Change the value where it is used.',
    references,
    paths: programs,
    anchors: [
      ...(['default(', 'default:', 'Default:', '.catch(', 'optional(', 'fallback('] as const),
      ...(['.option(', 'dOption(', 'onfig.get(', 'ervice.get'] as const),
    ],
    reach: { before: 160, after: 560 },
    mayMatch: (text) =>
      ['default', 'Default', 'catch'].some((word) => givesCredential(text, word, 120)) ||
      namesOption(text) ||
      defaultsBehind(text),
    literal: (site) =>
      site.call !== undefined && site.environment === undefined && (site.role === 'default' || site.role === 'fallback')
        ? judgeNamed(site.name, site, `default of ${site.name}`)
        : undefined,
    examples: () => ({
      leaks: [
        inProgram`export const schema = z.object({ apiKey: z.string().default('${fake(b62, 32, 1)}') });`,
        inProgram`export const options = yargs.option('api-key', { type: 'string', default: '${fake(b62, 32, 2)}' });`,
      ],
      clean: [
        program("export const schema = z.object({ apiKey: z.string().default('') });"),
        program("export const schema = z.object({ region: z.string().default('eu-central-1') });"),
      ],
    }),
  }),
];

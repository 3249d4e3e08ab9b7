import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings } from '../support/inspect.ts';

/* Programs as people write them, each alone in its file: nothing else in it may be the reason to read it. */

let seed = 100;
const K = (length = 32): string => fake(b62, length, ++seed);
/** Weak, but chosen: what stands for a value has no number and no second word. */
const [P, Q] = [['hunter2', 'prod'].join('-'), ['kitten', 'mittens9'].join('-')];

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium', showPublic: false });
/** Without what only a whole project can tell: whether it reaches clients. */
const found = (path: string, text: string): string[] =>
  inspector
    .inspect(blobOf(text, `src/${path}`))
    .findings.filter(({ ruleId }) => !ruleId.startsWith('client-'))
    .map(({ ruleId, start }) => `${ruleId}:${start.line}`);

describe('settings with a value for when they are not set', () => {
  test.each<readonly [string, string]>([
    ['??', `export const a = process.env.API_SECRET ?? '${K(24)}';`],
    ['|| weak', `export const a = process.env.DB_PASSWORD || '${P}';`],
    ['bracket', `export const a = process.env['JWT_SECRET'] || "${Q}";`],
    ['ternary', `export const a = process.env.JWT_SECRET ? process.env.JWT_SECRET : '${Q}';`],
    ['destr', `const { DB_PASSWORD = '${P}', PORT = '3000' } = process.env;`],
    ['destr rename', `const { JWT_SECRET: code = '${K(24)}' } = process.env;`],
    ['env alias', `const env = process.env;\nexport const a = env.DB_PASSWORD || '${P}';`],
    ['import env', `import { env } from 'node:process';\nexport const a = env.DB_PASSWORD ?? '${P}';`],
    ['import.meta', `export const a = import.meta.env.PAYMENT_API_SECRET ?? '${K(24)}';`],
    ['Deno', `const a = Deno.env.get('API_TOKEN') ?? '${K(24)}';`],
    ['Bun', `const a = Bun.env.API_TOKEN ?? '${K(24)}';`],
    ['if not', `let a = process.env.JWT_SECRET;\nif (!a) a = '${Q}';`],
    ['let ??=', `let jwtSecret = process.env.JWT_SECRET;\njwtSecret ??= '${Q}';`],
    ['helper env()', `export default { code: env('APP_KEY', '${K(32)}') };`],
    ['helper env weak', `module.exports = ({ env }) => ({ connection: { pw: env('DATABASE_PASSWORD', '${P}') } });`],
    ['getEnv', `const pw = getEnv('DB_PASSWORD', '${P}');`],
    ['requireEnv default', `const x = requireEnv('SESSION_SECRET', '${Q}');`],
    ['getEnvVar opts', `const x = getEnvVar('SESSION_SECRET', { default: '${Q}' });`],
    [
      'local helper',
      `function e(name: string, fallback: string) { return process.env[name] ?? fallback; }\nexport const x = e('DB_PASSWORD', '${P}');`,
    ],
    [
      'lookup table',
      `const defaults = { DB_PASSWORD: '${P}' };\nexport const x = process.env.DB_PASSWORD || defaults.DB_PASSWORD;`,
    ],
    ['zod default', `const s = z.object({ JWT_SECRET: z.string().min(8).default('${Q}') });`],
    ['zod catch', `const s = z.object({ DB_PASSWORD: z.string().catch('${P}') });`],
    [
      't3',
      `import { createEnv } from '@t3-oss/env-nextjs';\nexport const env = createEnv({ server: { AUTH_SECRET: z.string().default('${K(24)}') }, runtimeEnv: {} });`,
    ],
    [
      'envalid',
      `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { SESSION_SECRET: str({ default: '${Q}' }), A: str({ devDefault: 'x' }) });`,
    ],
    [
      'envalid devDefault',
      `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { SESSION_SECRET: str({ devDefault: '${Q}' }) });`,
    ],
    ['valibot', `import * as v from 'valibot';\nconst s = v.object({ DB_PASSWORD: v.optional(v.string(), '${P}') });`],
    ['joi', `const s = Joi.object({ JWT_SECRET: Joi.string().default('${Q}') });`],
    ['yup', `const s = yup.object({ dbPassword: yup.string().default('${P}') });`],
    [
      'convict',
      `const c = convict({ db: { password: { doc: 'x', format: String, default: '${P}', env: 'DB_PASSWORD' } } });`,
    ],
    ['config.get', `const x = config.get('jwt.secret', '${Q}');`],
    ['configService', `const x = this.configService.get<string>('JWT_SECRET', '${Q}');`],
    ['configService ||', `const x = this.configService.get('JWT_SECRET') || '${Q}';`],
    ['commander', `program.option('--db-password <pw>', 'the password', '${P}');`],
    ['commander requiredOption', `program.requiredOption('-k, --api-key <key>', 'key', '${K(24)}');`],
    ['yargs', `yargs.option('db-password', { type: 'string', default: '${P}' }).argv;`],
    ['yargs options', `yargs.options({ 'api-key': { alias: 'k', default: '${K(24)}' } });`],
    ['yargs default', `yargs.default('api-key', '${K(24)}');`],
    ['assign', `process.env.DB_PASSWORD = '${P}';`],
    ['assign bracket', `process.env['OPENAI_API_KEY'] = '${K(24)}';`],
    ['assign ||=', `process.env.JWT_SECRET ||= '${Q}';`],
    ['Object.assign', `Object.assign(process.env, { JWT_SECRET: '${Q}' });`],
    ['cross call', `const port = Number(process.env.PORT || 3000), pw = String(process.env.DB_PASSWORD || '${P}');`],
    ['nested fallback', `const x = process.env.DB_PASSWORD || process.env.PGPASSWORD || '${P}';`],
    ['sink fallback', `import { Client } from 'pg';\nnew Client({ password: process.env.PGPASSWORD ?? '${P}' });`],
    ['jwt fallback', `import jwt from 'jsonwebtoken';\njwt.sign({}, process.env.SECRET || '${Q}');`],
    ['env-var lib', `import * as env from 'env-var';\nconst x = env.get('DB_PASSWORD').default('${P}').asString();`],
  ])('%s', (_, text) => {
    expect(found('config.ts', text)).not.toEqual([]);
  });

  test.each<readonly [string, string]>([
    ['empty', `export const a = process.env.API_SECRET ?? '';`],
    [
      'placeholder',
      `export const a = process.env.JWT_SECRET || 'your-secret-key';\nexport const b = process.env.JWT_SECRET || 'secret';\nexport const c = process.env.API_KEY || 'changeme';`,
    ],
    [
      'not secret',
      `export const a = process.env.REGION || 'us-east-1a9';\nexport const b = process.env.NODE_ENV || 'development1';\nexport const tokenUrl = process.env.TOKEN_URL || 'https://auth.acme.io/oauth2/token';`,
    ],
    [
      'zod',
      `z.object({ REGION: z.string().default('eu-central-1'), TOKEN_HEADER: z.string().default('x-auth-token-2') });`,
    ],
    ['cookie name', `const x = process.env.SESSION_TOKEN_NAME || 'app.session-token2';`],
    ['test env', `process.env.JWT_SECRET = 'test';\nprocess.env.API_KEY = 'test-key';`],
    ['expiry', `const x = process.env.TOKEN_EXPIRY || '15m';\nconst y = process.env.JWT_SECRET_LENGTH || '64';`],
    ['getEnv name only', `const x = getEnv('DB_PASSWORD', 'DATABASE_PASSWORD');`],
  ])('is no secret: %s', (_, text) => {
    expect(found('config.ts', text)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings } from '../support/inspect.ts';

/* Programs as compilers and merges leave them. */

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium', showPublic: false });
const found = (text: string, path = 'src/db.js'): string[] =>
  inspector
    .inspect(blobOf(text, path))
    .findings.filter(({ ruleId }) => !ruleId.startsWith('browser-'))
    .map(({ ruleId, start }) => `${ruleId}:${start.line}`);

const word = ['kitten', 'mittens9'].join('-');
const key = fake(b62, 32, 3);

describe('an import is seen through what a compiler puts around it', () => {
  test.each<readonly [string, string]>([
    [
      'TypeScript',
      'var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };\nconst pg_1 = __importDefault(require("pg"));\nnew pg_1.default.Pool',
    ],
    [
      'TypeScript with tslib',
      'const tslib_1 = require("tslib");\nconst pg_1 = tslib_1.__importDefault(require("pg"));\nnew pg_1.default.Pool',
    ],
    ['TypeScript, all of it', '//\nconst pg_1 = __importStar(require("pg"));\nnew pg_1.Pool'],
    [
      'Babel',
      'var _pg = _interopRequireDefault(require("pg"));\nfunction _interopRequireDefault(e) { return e && e.__esModule ? e : { default: e }; }\nnew _pg.default.Pool',
    ],
    ['SWC', '//\nvar _pg = /*#__PURE__*/ _interop_require_default(require("pg"));\nnew _pg.default.Pool'],
    ['esbuild', '//\nvar import_pg = __toESM(require("pg"));\nnew import_pg.default.Pool'],
    ['Rollup', "//\nvar pg = _interopDefault(require('pg'));\nnew pg.Pool"],
    ['Rollup, of old', "//\nvar pg__default = _interopDefaultLegacy(require('pg'));\nnew pg__default['default'].Pool"],
  ])('%s', (_compiler, before) => {
    expect(found(`${before}({ user: 'app', password: '${word}' });`)).toEqual([
      'postgres-client-hardcoded-credential:3',
    ]);
    expect(
      found(`${before.replace('"pg"', '"./pg"').replace("'pg'", "'./pg'")}({ user: 'app', note: '${word}' });`),
    ).toEqual([]);
  });
});

test('both sides of a conflict are read', () => {
  const ours = `<<<<<<< HEAD\nnew Stripe('${key}');\n=======\nnew Stripe(process.env.KEY);\n>>>>>>> branch\n`;
  const theirs = `<<<<<<< HEAD\nnew Stripe(process.env.KEY);\n=======\nnew Stripe('${key}');\n>>>>>>> branch\n`;
  const start = "import Stripe from 'stripe';\n";
  expect(found(start + ours)).toEqual(['stripe-hardcoded-credential:3']);
  expect(found(start + theirs)).toEqual(['stripe-hardcoded-credential:5']);
});

test('a password in an address that is put together', () => {
  const text = `const name = 'app', word = '${fake(b62, 20, 4)}';\nexport const url = \`postgres://\${name}:\${word}@db.acme.io/shop\`;\n`;
  expect(found(text)).toEqual(['database-url-password:2']);
  expect(found(text.replace('word =', 'other ='))).toEqual([]);
});

import type { Judgement, Leak, LiteralSite } from '../src/model/index.ts';
import {
  b62,
  because,
  defineSyntaxRule,
  fake,
  hasQuotedKey,
  hidesText,
  leakBetween,
  looksOf,
  mostForGuess,
  nameKind,
} from '../src/rule-kit/index.ts';

/** What is done to a text so that nobody reads it in the source; joining pieces alone is not. */
const hides =
  /^(?:String\.from|Buffer|atob|btoa|unescape|decodeURI|TextDecoder|Uint8Array|\.split|\.reverse|\.replace|\.slice|\.subst|\.pad|\[…\])/;

/** A text that a program makes of one that was disguised, under a name that means a credential. */
function judge(site: LiteralSite): Judgement | undefined {
  const { text, built, holes } = site;
  if (built.kind !== 'folded' || holes || site.call?.module === '.') return undefined;
  const { name } = site;
  const how = built.how.filter((each) => hides.test(each));
  if (how.length === 0 || name === undefined || nameKind(name) === undefined) return undefined;
  const looks = looksOf(text);
  if ('reason' in looks || looks.strength !== 'random') return undefined;
  return because('it is written so that a reader does not see it');
}

const path = 'src/keys.ts';
const codes = (text: string): string => [...Buffer.from(text)].map((code) => code ^ 42).join(', ');
const reversed = (text: string): string => [...text].reverse().join('');
/** The finding is the expression: what it makes stands nowhere. */
const inCode = (expression: string): Leak => leakBetween('export const apiSecret = ', expression, ';\n', path);

export const disguised = [
  defineSyntaxRule({
    id: 'disguised-secret',
    title: 'Secret disguised in a program',
    severity: 'high',
    confidence: 'medium',
    description:
      'Is put together by the program itself, so whoever has the program has it, as plain as if it stood there.',
    remediation:
      'Change it where it is used, and read it from the environment or a secret manager: no disguise keeps it.',
    references: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
    supersedes: ['generic-secret', 'generic-password'],
    anchors: [
      ...['fromCharCode', 'fromCodePoint', 'charCodeAt', 'TextDecoder', 'Buffer.from([', '].map(', '].join('],
      ...['.reverse(', '.reduce(', '.replace(', '.replaceAll(', '.slice(', '.substring(', '.substr(', '.split('],
      ...['.padStart(', "'.to", '".to'],
    ] as unknown as [string, ...string[]],
    paths: /(?<!\.d)\.(?!json)\w+$/,
    reach: { before: 1000, after: 1000 },
    mayMatch: (text) => text.length <= mostForGuess && (hidesText(text) || hasQuotedKey(text)),
    literal: judge,
    examples: () => ({
      leaks: [
        inCode(`'${reversed(fake(b62, 32, 1))}'.split('').reverse().join('')`),
        inCode(`[${codes(fake(b62, 32, 2))}].map((code) => String.fromCharCode(code ^ 42)).join('')`),
        inCode(`'${[...fake(b62, 32, 3)].join('-')}'.replaceAll('-', '')`),
      ],
      clean: [
        { text: `export const apiSecret = [...fromOutside].reverse().join('');`, path },
        { text: `export const alphabet = '${reversed(fake(b62, 32, 4))}'.split('').reverse().join('');`, path },
        { text: "export const apiSecret = 'your-secret-here'.replaceAll('-', '_');", path },
        { text: 'export const name = String.fromCharCode(104, 101, 108, 108, 111);', path },
      ],
    }),
  }),
];

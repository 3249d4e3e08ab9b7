import { literal } from './pattern.ts';

/** Cheap looks at the text of a program, before it is parsed. */

const hosts = [
  ...['npm:', 'https://esm.sh/', 'https://esm.run/', 'https://cdn.skypack.dev/', 'https://unpkg.com/'],
  ...['https://cdn.jsdelivr.net/npm/', 'https://deno.land/x/'],
];

/** How imports start that name a package by where it lies, as programs for Deno and for browsers do. */
export const remoteImports: readonly string[] = hosts.flatMap((host) => [`from '${host}`, `from "${host}`]);

/**
 * Whether a text imports one of some modules outside a comment: `from 'm'`, `import 'm'`, `require('m')`, `import('m')`,
 * `from 'npm:m@1'`.
 * @param modules as they are named; a `*` at the end takes all that start so
 */
export function importsOneOf(modules: readonly string[]): (text: string) => boolean {
  const names = modules.map((name) =>
    name.endsWith('*') ? `${literal(name.slice(0, -1))}[^'"\`\\s]{0,80}` : literal(name),
  );
  const any = `(?:${names.join('|')})`;
  const placed = `(?:${hosts.map(literal).join('|')})(?:v\\d{1,4}/)?${any}(?:[@/?][^'"\`\\s]{0,160})?`;
  const source = `(?:\\bfrom|\\brequire|\\bimport)\\s{0,3}\\(?\\s{0,3}['"\`](?:${any}|${placed})['"\`]`;
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= new RegExp(source, 'g');
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text))
      if (!isCommented(text, match.index)) return true;
    return false;
  };
}

/** True where the line starts as a comment does. */
function isCommented(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /^\s{0,80}(?:\/\/|\/?\*)/.test(text.slice(start, Math.min(at, start + 90)));
}

/** Larger texts are bundles of other people's code: what only might match is not worth parsing them. Characters. */
export const mostForGuess = 300_000;

const quoted = /['"`]([A-Za-z0-9!@#$%^&*_+=.,~/-]{8,200})['"`]/g;
const ordinary =
  /^(?:[./@]|(?:aes|sha|md|rsa|ecdsa|ed|x|utf|ucs|latin|iso|secp|prime|tls|pkcs|http|es|hmac|base|id-)[\w-]*\d)|\.(?:[cm]?[jt]sx?|json|node|css|html|com|org|net|io)$/i;

/** Whether a text has a quoted value in it that could be a key: with a digit, and no path or name of an algorithm. */
export function hasQuotedValue(text: string): boolean {
  for (const [, value = ''] of text.matchAll(quoted)) if (/\d/.test(value) && !ordinary.test(value)) return true;
  return false;
}

const quotedKey = /['"`]([^'"`\s\\()]{20,300})['"`]/g;

/** Whether a text has a quoted value in it that is as long and mixed as a key, disguised or not. */
export function hasQuotedKey(text: string): boolean {
  for (const [, value = ''] of text.matchAll(quotedKey))
    if (/\d/.test(value) && /[A-Za-z]/.test(value) && !addressed.test(value)) return true;
  return false;
}

const quotedPieces = /['"`]([\w-]{3,40})['"`]\s{0,20}[+,]\s{0,20}['"`]([\w-]{3,40})['"`]/g;

/** Whether a text has quoted pieces side by side, put together or listed, that are as mixed as a key. */
export function hasQuotedPieces(text: string): boolean {
  for (const [, one = '', other = ''] of text.matchAll(quotedPieces))
    if (one.length + other.length >= 10 && /\d/.test(one + other) && /[A-Za-z]/.test(one + other)) return true;
  return false;
}

/** Paths, addresses, templates. */
const addressed = /[/.]\w+[/.]|^[\w-]+:\/\/|\$\{|\.\w{1,4}$/;

/** A part of a name that may mean a credential. As the source of a pattern, for any case. */
export const CREDENTIAL_PART = '(?:key|token|secret|pass|pwd|cred|auth|salt|jwt|psw)';
const inName = new RegExp(CREDENTIAL_PART, 'i');

/** A quoted value without blanks, long and mixed enough for a credential. As the source of a pattern. */
export const QUOTED_VALUE = `\\s{0,20}['"\`](?=[^'"\`\\s]{0,200}[\\dA-Z])[^'"\`\\s]{8}`;
const quotedValue = new RegExp(`^['"]?\\s{0,3}[:(,]${QUOTED_VALUE}`);

/**
 * Whether a word is followed at once by something. Looks from word to word, which is many times faster than one pattern.
 * @param pattern anchored at its start
 * @param reach characters after the word that the pattern sees
 */
export function isFollowed(text: string, word: string, pattern: RegExp, reach: number): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (!isLetter(text.charCodeAt(end)) && pattern.test(text.slice(end, end + reach))) return true;
  }
  return false;
}

const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
const [BLANK, QUOTES] = [/\s/, `'"\``];

/**
 * Whether a word, such as `default`, is followed by a quoted value, and a name that may mean a credential stands shortly
 * before it.
 * @param reach characters before the word that are looked at
 */
export function givesCredential(text: string, word: string, reach: number): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (!opensQuote(text, end)) continue;
    if (quotedValue.test(text.slice(end, end + 250)) && inName.test(text.slice(Math.max(0, at - reach), at)))
      return true;
  }
  return false;
}

/** True where a quote stands within a few characters, with only blanks and signs between. */
function opensQuote(text: string, from: number): boolean {
  for (let at = from; at < from + 24; at++) {
    const character = text[at] ?? '';
    if (QUOTES.includes(character) && at > from) return true;
    if (!(BLANK.test(character) || ':(,\'"'.includes(character))) return false;
  }
  return false;
}

const [SPACE, TAB, LINE, COMMA] = [0x20, 0x09, 0x0a, 0x2c];
const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || isHexadecimalLetter(unit | 0x20);
const isHexadecimalLetter = (unit: number): boolean => (unit >= 0x61 && unit <= 0x66) || unit === 0x78;
/** Numbers that may be the characters of a key. */
const leastCodes = 12;

/** Whether a text lists as many small numbers as a key has characters: `[104, 0x65, …]`. */
export function hidesText(text: string): boolean {
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) {
    const end = numbersFrom(text, at + 1);
    if (end < 0) return true;
    // The run ends before a character that is no comma, or at one that cannot go on with it.
    at = Math.max(at, end - 1);
  }
  return false;
}

/** Where a run of numbers and commas ends; -1 where it holds enough of them. */
function numbersFrom(text: string, from: number): number {
  let commas = 0;
  let digits = 0;
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit)) {
      if (++digits > 4) return at;
    } else if (unit === COMMA) {
      if (digits === 0) return at;
      digits = 0;
      if (++commas >= leastCodes) return -1;
    } else if (unit !== SPACE && unit !== LINE && unit !== TAB) return at;
  }
  return at;
}

const openText = /\\n[^"'`\n]{0,200}$/;

/** True behind a text that ends within a string of several lines, as documentation does that a bundle carries: it never runs. */
export const endsInQuotedProgram = (before: string): boolean => openText.test(before);

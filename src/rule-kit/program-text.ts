import { literal } from './pattern.ts';

/** Cheap looks at the text of a program, before it is parsed. */

/**
 * Whether a text imports one of some modules outside a comment: `from 'm'`, `import 'm'`, `require('m')`, `import('m')`.
 * @param modules as they are named; a `*` at the end takes all that start so
 */
export function importsOneOf(modules: readonly string[]): (text: string) => boolean {
  const names = modules.map((name) =>
    name.endsWith('*') ? `${literal(name.slice(0, -1))}[^'"\`\\s]{0,80}` : literal(name),
  );
  const source = `(?:\\bfrom|\\brequire|\\bimport)\\s{0,3}\\(?\\s{0,3}['"\`](?:${names.join('|')})['"\`]`;
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

const quoted = /['"`]([A-Za-z0-9!@#$%^&*_+=.,~/-]{8,200})['"`]/g;
const ordinary =
  /^(?:[./@]|(?:aes|sha|md|rsa|ecdsa|ed|x|utf|ucs|latin|iso|secp|prime|tls|pkcs|http|es|hmac|base|id-)[\w-]*\d)|\.(?:[cm]?[jt]sx?|json|node|css|html|com|org|net|io)$/i;

/** Whether a text has a quoted value in it that could be a key: with a digit, and no path or name of an algorithm. */
export function hasQuotedValue(text: string): boolean {
  for (const [, value = ''] of text.matchAll(quoted)) if (/\d/.test(value) && !ordinary.test(value)) return true;
  return false;
}

/** A part of a name that may mean a credential. As the source of a pattern, for any case. */
export const CREDENTIAL_PART = '(?:key|token|secret|pass|pwd|cred|auth|salt|jwt|psw)';
const inName = new RegExp(CREDENTIAL_PART, 'i');

/** A quoted value without blanks that is long enough for a credential. As the source of a pattern. */
export const QUOTED_VALUE = `\\s{0,20}['"\`][^'"\`\\s]{8}`;

/**
 * Whether a name that may mean a credential stands shortly before a match.
 * @param pattern with the flag `g`
 * @param reach characters before the match that are looked at
 */
export function followsCredentialName(text: string, pattern: RegExp, reach: number): boolean {
  for (const { index } of text.matchAll(pattern))
    if (inName.test(text.slice(Math.max(0, index - reach), index))) return true;
  return false;
}

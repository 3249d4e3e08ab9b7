import type { Leak, Rule } from '../../src/model/index.ts';

/** What of an example is carried over into other kinds of files. */
export interface Subject {
  /** The name the value is given. */
  readonly name: string;
  readonly value: string;
  /** The secret, a part of the value. */
  readonly secret: string;
  /** The example's own surroundings, where the value and its name do not tell whose it is. */
  readonly hint?: string;
}

/** Says nothing of the vendor, nor of the kind of secret. */
const neutralName = 'access_value';
const nameBefore =
  /(?<name>[A-Za-z_][\w.-]*)(?:\\?["'\])]){0,3}\s*(?:=>|:=|=|:|,|\()?\s*(?:\\?["'`])?(?:Bearer |Basic )?$/;
const wordAround = /[^\s"'`<>(){},\\]*/;

/**
 * The ways to carry an example over, the barest first: its secret under a neutral name, under its own, the whole
 * word it stands in, all of this with its surroundings near by, and at last the whole example as one value.
 */
export function* subjectsOf(rule: Rule, leak: Leak): Generator<Subject> {
  const before = leak.text.slice(0, leak.start);
  const after = leak.text.slice(leak.start + leak.secret.length);
  const own = nameBefore.exec(before)?.groups?.['name'];
  const values = [
    ...new Set(rule.kind === 'pattern' ? [leak.secret, word(leak), core(rule.pattern, leak)] : [leak.secret]),
  ]
    .filter((value) => value.includes(leak.secret))
    .map(unescaped);
  const names = rule.kind === 'pattern' ? [neutralName, own] : [own];
  const secret = unescaped(leak.secret);
  const hint = `${before} ${after} ${leak.path ?? ''}`.replace(/[^\w./@-]+/g, ' ').trim();
  for (const surroundings of [undefined, hint]) {
    for (const value of values) {
      for (const name of surroundings === undefined ? names : [...names].reverse()) {
        if (name === undefined) continue;
        yield { name, value, secret, ...(surroundings === undefined ? {} : { hint: surroundings }) };
      }
    }
  }
  yield { name: 'command', value: unescaped(leak.text), secret };
}

/** All that the pattern matches: the secret, and what must stand right beside it. */
function core(pattern: RegExp, { text, start, secret }: Leak): string {
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}dg`))) {
    if (match.indices?.groups?.['secret']?.[0] === start) return match[0].replace(/^[\s"'`=:]+|[\s"'`,;]+$/g, '');
  }
  return secret;
}

/** The secret with what stands around it up to the next blank or quote: the whole of an address. */
function word({ text, start, secret }: Leak): string {
  const before = wordAround.exec([...text.slice(0, start)].reverse().join(''))?.[0] ?? '';
  const after = wordAround.exec(text.slice(start + secret.length))?.[0] ?? '';
  return [...before].reverse().join('') + secret + after;
}

/** A secret written down with `\n` in it means line breaks. */
const unescaped = (text: string): string => text.replaceAll('\\n', '\n').replaceAll('\\r', '\r');

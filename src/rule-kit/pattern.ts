import type { Alphabet } from './alphabets.ts';

/**
 * Where a token may start: not inside a longer word. The end of an escape (`\n`, `%3D`, `\u003d`, `\x3d`) is no word.
 * As the source of a pattern.
 */
export const START = String.raw`(?:(?<![A-Za-z0-9_-])|(?<=\\[nrtb])|(?<=%[0-9A-Fa-f]{2})|(?<=\\u[0-9A-Fa-f]{4})|(?<=\\x[0-9A-Fa-f]{2}))`;

/**
 * What may stand between the end of a name and its value, the end of the text included: signs, a type and `=`, the start
 * of a default in Terraform, the elements of a property list. As the source of a pattern.
 */
export const AFTER_NAME = String.raw`(?:\W{1,16}|\W{1,3}[\w&*\x20]{1,16}=\W{1,4}|\W{1,12}(?:type\s{1,8}=\s{1,8}\w{1,10}\s{1,12})?default\W{1,12}|<\/key>\s{0,40}<string>)$`;

/** Text of a pattern that stands for itself. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** `[0-9a-f]{32}`; a range of lengths as two numbers. As the source of a pattern. */
export const run = (alphabet: Alphabet, least: number, most = least): string =>
  `[${alphabet.inClass}]{${least === most ? least : `${least},${most}`}}`;

/**
 * A token with a constant prefix and a body of one alphabet, standing alone.
 * @param prefix literal text, or several
 * @param body source of a pattern, as `run` makes it
 * @param alphabet of the last part: a token that goes on in it is longer, and not this one
 */
export function token(prefix: string | readonly string[], body: string, alphabet: Alphabet): RegExp {
  const prefixes = typeof prefix === 'string' ? literal(prefix) : `(?:${prefix.map(literal).join('|')})`;
  return alone(prefixes + body, alphabet);
}

/** The source of a pattern as the whole secret, standing alone: neither preceded by a word nor followed by more of it. */
export const alone = (source: string, alphabet: Alphabet): RegExp =>
  new RegExp(`${START}(?<secret>${source})(?![${alphabet.inClass}])`);

/** The source of a pattern of a whole value, for `value` of a named rule. */
export const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** A UUID, lower or upper case. As the source of a pattern. */
export const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

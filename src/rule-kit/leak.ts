import type { Leak } from '../model/index.ts';

/**
 * Marks the secret in an example: the one interpolated value is the secret, and the law asserts that exactly it is found.
 */
export function leak(strings: TemplateStringsArray, secret: string): Leak {
  const [before = '', after = ''] = strings;
  return { text: before + secret + after, secret, start: before.length };
}

/** The same, in a file of that name. */
export function leakIn(path: string): (strings: TemplateStringsArray, secret: string) => Leak {
  return (strings, secret) => ({ ...leak(strings, secret), path });
}

/** An example of which `before` and `after` are made up as well. */
export const leakBetween = (before: string, secret: string, after = '', path?: string): Leak => ({
  text: before + secret + after,
  secret,
  start: before.length,
  ...(path === undefined ? {} : { path }),
});

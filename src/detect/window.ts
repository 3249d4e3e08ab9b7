import type { Match } from '../model/index.ts';

/** Bytes as text with one character a byte, so that offsets in the text are offsets in the bytes. */
export const latin1 = (bytes: Uint8Array, start: number, end: number): string =>
  (bytes as Buffer).toString('latin1', Math.max(0, start), Math.min(bytes.length, end));

/** The text that bytes of a content stand for: UTF-8, or Latin-1 where the content is. */
export const decode = (bytes: Uint8Array, start: number, end: number, encoding: string): string =>
  encoding === 'latin1' || encoding === 'binary'
    ? (bytes as Buffer).toString('latin1', start, end)
    : (bytes as Buffer).toString('utf8', start, end);

/** A match as a rule's own check sees it. */
export function matchIn(
  window: string,
  at: number,
  secret: string,
  groups: Readonly<Record<string, string | undefined>>,
  path: string,
): Match {
  return {
    secret,
    groups,
    window,
    at,
    path,
    near(words, bytes = window.length) {
      const around = window.slice(Math.max(0, at - bytes), at + secret.length + bytes).toLowerCase();
      return words.some((word) => around.includes(word.toLowerCase()));
    },
  };
}

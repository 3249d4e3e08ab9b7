import { LINE_FEED, spaceBytes } from './bytes.ts';
import { at, is, skip } from './read-bytes.ts';

const [GREATER, LESS, SLASH] = Buffer.from('></') as unknown as number[] as [number, number, number];
const mostAttributes = 80;

/**
 * `<name>NAME</name> <value>…</value>` of Hadoop and its like.
 * @param after past the name
 * @returns where the text of the second element starts
 */
export function valueBesideName(bytes: Uint8Array, after: number): number | undefined {
  if (!is(bytes, after, '</name>')) return undefined;
  const start = skip(bytes, after + 7, spaceBytes);
  return is(bytes, start, '<value>') ? start + 7 : undefined;
}

/**
 * `<Pass encoding="base64">…</Pass>`: past the attributes of an element.
 * @param from past the name
 * @returns where its text starts
 */
export function pastAttributes(bytes: Uint8Array, from: number): number | undefined {
  for (let offset = from; offset - from < mostAttributes && offset < bytes.length; offset++) {
    const byte = at(bytes, offset);
    if (byte === GREATER) return at(bytes, offset - 1) === SLASH ? undefined : offset + 1;
    if (byte === LESS || byte === LINE_FEED) return undefined;
  }
  return undefined;
}

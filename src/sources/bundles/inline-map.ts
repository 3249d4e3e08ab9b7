const LINE_FEED = 0x0a;
const mark = /^(?:\/\/|\/\*)[#@]\s*sourceMappingURL=data:application\/json[^,]{0,80},/;
const longestMark = 200;
const code = /\.(?:[cm]?jsx?|css|[cm]?ts|html?|bundle)$/i;

/**
 * The source map that a generated file carries in its last line.
 * @param bytes the whole file
 * @param path tells whether it is one that may carry a map
 */
export function inlineMap(bytes: Uint8Array, path: string): Buffer | undefined {
  if (!code.test(path)) return undefined;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = content.length;
  while (end > 0 && (content[end - 1] as number) <= 0x20) end--;
  const start = content.lastIndexOf(LINE_FEED, end - 1) + 1;
  const found = mark.exec(content.toString('latin1', start, start + longestMark))?.[0];
  if (found === undefined) return undefined;
  const data = content.toString('latin1', start + found.length, end).replace(/(?<!\s)\s*\*\/$/, '');
  return found.endsWith(';base64,') ? Buffer.from(data, 'base64') : decoded(data);
}

function decoded(data: string): Buffer | undefined {
  try {
    return Buffer.from(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}

import { parse, TomlError } from 'smol-toml';
import { literal } from '../rule-kit/index.ts';
import { type Document, type Malformed, placeOf } from './document.ts';

/** Reads TOML 1.0. Its parser keeps no places, so a key is looked for in the text. */
export function parseToml(text: string): Document | Malformed {
  try {
    return { data: parse(text), locate: (path) => find(text, path) };
  } catch (error) {
    const place = error instanceof TomlError ? { line: error.line, column: error.column } : undefined;
    return { problem: 'not valid TOML', ...(place ? { place } : {}) };
  }
}

/** Where the last of these keys stands: each is looked for after the one before it, `[[name]]` by its number. */
function find(text: string, path: readonly (string | number)[]) {
  let found: number | undefined;
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') {
      const name = literal(String(path[index - 1]));
      const headers = [...text.matchAll(new RegExp(`^[ \\t]*\\[\\[${name}\\]\\]`, 'gm'))];
      found = headers[key]?.index ?? found;
      continue;
    }
    const name = literal(key);
    const pattern = new RegExp(`(?:^|[{,.[])[ \\t]*(?<key>"${name}"|'${name}'|${name})[ \\t]*(?=[=.\\]])`, 'dgm');
    pattern.lastIndex = found ?? 0;
    const [start] = pattern.exec(text)?.indices?.groups?.['key'] ?? [];
    found = start ?? found;
  }
  return found === undefined ? undefined : placeOf(text, found);
}

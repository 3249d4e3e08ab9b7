import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Document, Malformed } from './document.ts';

/** Reads YAML 1.2, one document. Aliases are few: a text cannot grow by them. */
export function parseYaml(text: string): Document | Malformed {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error) return { problem: `not valid YAML (${error.code})`, place: place(error.pos[0]) };
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    return { problem: 'not usable YAML (too many aliases)' };
  }
  return {
    data,
    locate(path, key) {
      const parent = document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
        : undefined;
      const value = document.getIn([...path], true) as Node | undefined;
      const node = key ? ((pair?.key as Node | undefined) ?? value) : value;
      return node?.range ? place(node.range[0]) : undefined;
    },
  };
}

import { findNodeAtLocation, getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Document, type Malformed, placeOf } from './document.ts';

/** Reads JSON; comments and trailing commas are fine. */
export function parseJson(text: string): Document | Malformed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || !root) {
    const problem = `not valid JSON (${error ? printParseErrorCode(error.error) : 'empty'})`;
    return { problem, place: placeOf(text, error?.offset ?? 0) };
  }
  return {
    data: getNodeValue(root),
    locate(path, key) {
      const node = findNodeAtLocation(root, [...path]);
      const property = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
      const found = key ? (property ?? node) : node;
      return found && placeOf(text, found.offset);
    },
  };
}

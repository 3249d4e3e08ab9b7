import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { parse } from '../parse.ts';
import { Canvas } from './canvas.ts';
import type { Laid } from './pages.ts';

/** The code cells of a notebook whose language is JavaScript or TypeScript; undefined where it is another. */
export function layNotebook(text: string): Laid | undefined {
  const file = parse(text, 'json');
  const [statement] = file?.statements ?? [];
  const root = statement && compiler.isExpressionStatement(statement) ? statement.expression : undefined;
  if (!file || !root || !/"(?:language|name)"\s*:\s*"(?:javascript|typescript|deno|jslab|tslab)"/i.test(text))
    return undefined;
  const canvas = new Canvas(text);
  for (const cell of itemsOf(field(root, 'cells'))) {
    const type = field(cell, 'cell_type');
    if (!type || !compiler.isStringLiteral(type) || type.text !== 'code') continue;
    const source = field(cell, 'source');
    if (!source) continue;
    for (const line of compiler.isStringLiteral(source) ? [source] : itemsOf(source)) {
      if (!compiler.isStringLiteral(line)) continue;
      const start = line.getStart(file) + 1;
      canvas.write(start, unescaped(text.slice(start, line.end - 1)));
    }
  }
  return { text: canvas.toString(), dialect: 'tsx' };
}

function field(node: ts.Node, name: string): ts.Expression | undefined {
  if (!compiler.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties)
    if (compiler.isPropertyAssignment(property) && plainName(property.name) === name) return property.initializer;
  return undefined;
}

const itemsOf = (node: ts.Node | undefined): readonly ts.Expression[] =>
  node && compiler.isArrayLiteralExpression(node) ? node.elements : [];

/** Escapes undone within their own length: blanks stand outside of what quotes enclose. */
function unescaped(raw: string): string {
  let opens = true;
  return raw.replace(/\\(["\\/bfnrt]|u[\da-fA-F]{4})/g, (written, what: string) => {
    if (what === '"') {
      opens = !opens;
      return opens ? '" ' : ' "';
    }
    if (what === 'n' || what === 'r') return ' \n';
    return what === '\\' ? ' \\' : ' '.repeat(written.length);
  });
}

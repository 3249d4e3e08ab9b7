import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { parse } from '../parse.ts';
import { Canvas } from './canvas.ts';
import type { Laid } from './pages.ts';

const program = /"(?:language|name)"\s*:\s*"(?:javascript|typescript|deno|jslab|tslab)"/i;
/** The first line of a cell that says it is a program whatever the others are. */
const magic = /^%%(?:javascript|js|typescript)\b/i;

/**
 * The code cells of a notebook whose language is JavaScript or TypeScript, and those of another that say they are;
 * undefined where there are none.
 */
export function layNotebook(text: string): Laid | undefined {
  const file = parse(text, 'json');
  const [statement] = file?.statements ?? [];
  const root = statement && compiler.isExpressionStatement(statement) ? statement.expression : undefined;
  const isAll = program.test(text);
  if (!file || !root || !(isAll || text.includes('%%'))) return undefined;
  const canvas = new Canvas(text);
  for (const cell of itemsOf(field(root, 'cells'))) {
    const type = field(cell, 'cell_type');
    if (!type || !compiler.isStringLiteral(type) || type.text !== 'code') continue;
    const source = field(cell, 'source');
    if (!source) continue;
    const lines = (compiler.isStringLiteral(source) ? [source] : itemsOf(source)).filter((line) =>
      compiler.isStringLiteral(line),
    );
    const says = magic.test(lines[0]?.text ?? '');
    if (!isAll && !says) continue;
    for (const line of says && lines.length > 1 ? lines.slice(1) : lines) {
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

import { compiler, type ts } from '../compiler.ts';

/** The innermost string, template or text of markup that holds a range of UTF-16 units; undefined in code and comments. */
export function stringAround(file: ts.SourceFile, start: number, end: number): ts.Expression | undefined {
  const holds = (child: ts.Node): ts.Node | undefined => (child.pos <= start && end <= child.end ? child : undefined);
  let node: ts.Node | undefined = file;
  let found: ts.Node | undefined;
  while (node) {
    if (isText(node) && node.getStart(file) <= start) found = node;
    else if (found && !isPartOfTemplate(node)) found = undefined;
    node = compiler.forEachChild(node, holds);
  }
  return found as ts.Expression | undefined;
}

const isText = (node: ts.Node): boolean =>
  compiler.isStringLiteralLike(node) ||
  compiler.isTemplateExpression(node) ||
  compiler.isRegularExpressionLiteral(node) ||
  compiler.isJsxText(node);

/** Code between `${` and `}` is none of the template's text. */
const isPartOfTemplate = (node: ts.Node): boolean =>
  compiler.isTemplateSpan(node) || compiler.isTemplateHead(node) || compiler.isTemplateMiddleOrTemplateTail(node);

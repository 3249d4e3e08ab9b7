import { compiler, type ts } from '../compiler.ts';

/** The value of `module.exports = …`. */
export function moduleExports(statement: ts.Statement): ts.Expression | undefined {
  if (!compiler.isExpressionStatement(statement) || !compiler.isBinaryExpression(statement.expression))
    return undefined;
  const { left, right } = statement.expression;
  const isTarget =
    compiler.isPropertyAccessExpression(left) &&
    compiler.isIdentifier(left.expression) &&
    left.expression.text === 'module' &&
    left.name.text === 'exports';
  return isTarget ? right : undefined;
}

/** Whether a declaration has a modifier, such as `export`. */
export function has(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return (
    compiler.canHaveModifiers(node) && (compiler.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind)
  );
}

/** The names a pattern binds. */
export function namesIn(name: ts.BindingName): string[] {
  if (compiler.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (compiler.isBindingElement(element) ? namesIn(element.name) : []));
}

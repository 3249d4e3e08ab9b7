import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';

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

/** The target and the value of an assignment that is a statement of its own. */
function assigned(statement: ts.Statement): readonly [ts.PropertyAccessExpression, ts.Expression] | undefined {
  if (!compiler.isExpressionStatement(statement) || !compiler.isBinaryExpression(statement.expression))
    return undefined;
  const { left, right, operatorToken } = statement.expression;
  return operatorToken.kind === compiler.SyntaxKind.EqualsToken && compiler.isPropertyAccessExpression(left)
    ? [left, right]
    : undefined;
}

/** `*exports.name` and the value, of `exports.name = …` and `module.exports.name = …`. */
export function exportedMember(statement: ts.Statement): readonly [string, ts.Expression] | undefined {
  const [target, value] = assigned(statement) ?? [];
  if (!target || !value) return undefined;
  const { expression: root, name } = target;
  const isExports =
    (compiler.isIdentifier(root) && root.text === 'exports') ||
    (compiler.isPropertyAccessExpression(root) &&
      root.name.text === 'exports' &&
      compiler.isIdentifier(root.expression) &&
      root.expression.text === 'module');
  return isExports ? [`*exports.${name.text}`, value] : undefined;
}

/** The name and the value, of `Name.member = …`. */
export function memberOfName(statement: ts.Statement): readonly [string, ts.Expression] | undefined {
  const [target, value] = assigned(statement) ?? [];
  const root = target && unwrap(target.expression);
  return root && value && compiler.isIdentifier(root) ? [root.text, value] : undefined;
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

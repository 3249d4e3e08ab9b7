import { compiler, type ts } from '../compiler.ts';
import { isMember, unwrap } from '../nodes.ts';
import type { Conditions } from './known.ts';

/** True for what a minifier knows when it builds: literals, names, functions, and objects and lists of those. */
export function isConstant(expression: ts.Expression, conditions: Conditions): boolean {
  const node = unwrap(expression);
  const next = (inner: ts.Expression): boolean => isConstant(inner, conditions);
  if (compiler.isObjectLiteralExpression(node))
    return node.properties.every((property) => !compiler.isPropertyAssignment(property) || next(property.initializer));
  if (compiler.isArrayLiteralExpression(node)) return node.elements.every(next);
  if (compiler.isBinaryExpression(node)) return next(node.left) && next(node.right);
  if (compiler.isPrefixUnaryExpression(node)) return next(node.operand);
  if (compiler.isConditionalExpression(node))
    return next(node.condition) && next(node.whenTrue) && next(node.whenFalse);
  if (compiler.isTemplateExpression(node)) return node.templateSpans.every((span) => next(span.expression));
  if (isMember(node)) return conditions.value(node) !== undefined || conditions.isSet(node);
  return !compiler.isCallExpression(node) && !compiler.isNewExpression(node) && !compiler.isAwaitExpression(node);
}

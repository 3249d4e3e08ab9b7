import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import type { Conditions } from './known.ts';

/** The name and all members of `config.deep.key` and `config['deep'].key`; nothing where one is computed, or none is read. */
export function pathOf(node: ts.Node): readonly string[] | undefined {
  const members: string[] = [];
  let inner: ts.Node = node;
  while (isMember(inner)) {
    const member = memberName(inner);
    if (member === undefined) return undefined;
    members.unshift(member);
    inner = unwrap(inner.expression);
  }
  return compiler.isIdentifier(inner) && members.length > 0 ? [inner.text, ...members] : undefined;
}

/**
 * True for texts of which a minifier writes no more than what is asked of them: their length, their type, whether they
 * are like another; and for those that are said for nothing.
 */
export function isOnlyAsked(node: ts.Node, conditions: Conditions): boolean {
  if (compiler.isTypeOfExpression(node) || compiler.isVoidExpression(node))
    return compiler.isStringLiteralLike(unwrap(node.expression));
  if (compiler.isPropertyAccessExpression(node))
    return node.name.text === 'length' && compiler.isStringLiteralLike(unwrap(node.expression));
  if (compiler.isExpressionStatement(node)) return compiler.isStringLiteralLike(node.expression);
  if (!compiler.isBinaryExpression(node)) return false;
  const K = compiler.SyntaxKind;
  const { kind } = node.operatorToken;
  const compares =
    kind === K.EqualsEqualsToken ||
    kind === K.EqualsEqualsEqualsToken ||
    kind === K.ExclamationEqualsToken ||
    kind === K.ExclamationEqualsEqualsToken;
  return compares && conditions.value(node) !== undefined;
}

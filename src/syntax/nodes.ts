import { compiler, onFirstUse, type ts } from './compiler.ts';

/** Small questions about single nodes. */

export const isPlus = (node: ts.BinaryExpression): boolean => node.operatorToken.kind === compiler.SyntaxKind.PlusToken;

export function isAssignment(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return kind >= compiler.SyntaxKind.FirstAssignment && kind <= compiler.SyntaxKind.LastAssignment;
}

/** The outermost pair of parentheses around an expression, or the expression itself. */
export function outermostParens(node: ts.Node): ts.Node {
  let outer = node;
  while (outer.parent && compiler.isParenthesizedExpression(outer.parent)) outer = outer.parent;
  return outer;
}

const wrappers = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  return new Set<ts.SyntaxKind>([
    K.ParenthesizedExpression,
    K.AsExpression,
    K.SatisfiesExpression,
    K.NonNullExpression,
    K.TypeAssertionExpression,
    K.AwaitExpression,
    K.ExpressionWithTypeArguments,
    K.PartiallyEmittedExpression,
  ]);
});

/** True for what has the value of the one expression in it: parentheses, `as`, `satisfies`, `!`, `await`. */
export const isWrapper = (node: ts.Node): node is ts.ParenthesizedExpression => wrappers().has(node.kind);

/** The expression without parentheses, `as`, `satisfies`, `!` and `await`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The text of a name that is known without folding: `x`, `'x'`, `1`, `#x`; undefined for `[x]`. */
export function plainName(name: ts.PropertyName | ts.JsxAttributeName | ts.BindingName): string | undefined {
  if (compiler.isIdentifier(name) || compiler.isPrivateIdentifier(name)) return name.text;
  if (compiler.isStringLiteralLike(name) || compiler.isNumericLiteral(name)) return name.text;
  if (compiler.isJsxNamespacedName(name)) return `${name.namespace.text}:${name.name.text}`;
  if (compiler.isComputedPropertyName(name) && compiler.isStringLiteralLike(name.expression))
    return name.expression.text;
  return undefined;
}

/** `name` of `x.name` and of `x['name']`; undefined where it is computed. */
export function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (compiler.isPropertyAccessExpression(node)) return node.name.text;
  const argument = node.argumentExpression;
  return compiler.isStringLiteralLike(argument) || compiler.isNumericLiteral(argument) ? argument.text : undefined;
}

export const isMember = (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression =>
  compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node);

export const isClass = (node: ts.Node): node is ts.ClassLikeDeclaration =>
  compiler.isClassDeclaration(node) || compiler.isClassExpression(node);

/** The class whose `this` a place means: not past a function that has its own. */
export function classOf(from: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let node: ts.Node | undefined = from; node; node = node.parent) {
    if (isClass(node)) return node;
    if (compiler.isFunctionDeclaration(node) || compiler.isFunctionExpression(node)) return undefined;
  }
  return undefined;
}

import { compiler, type ts } from '../compiler.ts';

/** The component whose tag stands around; nothing for an element of HTML or an island, whose values go into the page. */
export function tagOf(parents: readonly ts.Node[]): string | undefined {
  const element = parents.at(-2);
  if (!element || !(compiler.isJsxOpeningElement(element) || compiler.isJsxSelfClosingElement(element)))
    return undefined;
  const { tagName, attributes } = element;
  // What an island is given is written into the page.
  const isIsland = attributes.properties.some(
    (attribute) =>
      compiler.isJsxAttribute(attribute) &&
      compiler.isJsxNamespacedName(attribute.name) &&
      attribute.name.namespace.text === 'client',
  );
  if (isIsland) return undefined;
  if (compiler.isIdentifier(tagName)) return /^[A-Z]/.test(tagName.text) ? tagName.text : undefined;
  return compiler.isPropertyAccessExpression(tagName) && compiler.isIdentifier(tagName.expression)
    ? tagName.expression.text
    : undefined;
}

/** Nodes through which values are handed on. */
export const hands = (node: ts.Node): boolean =>
  compiler.isJsxExpression(node) ||
  compiler.isJsxText(node) ||
  compiler.isJsxAttribute(node) ||
  compiler.isJsxSpreadAttribute(node) ||
  compiler.isReturnStatement(node) ||
  compiler.isThrowStatement(node) ||
  compiler.isArrowFunction(node) ||
  compiler.isBinaryExpression(node) ||
  compiler.isCallExpression(node);

/** Nodes that are texts of the program. */
export const isText = (node: ts.Node): boolean =>
  compiler.isJsxText(node) ||
  compiler.isStringLiteralLike(node) ||
  compiler.isTemplateHead(node) ||
  compiler.isTemplateMiddle(node) ||
  compiler.isTemplateTail(node) ||
  compiler.isRegularExpressionLiteral(node) ||
  compiler.isNumericLiteral(node);

type Named = ts.Node & { readonly name?: ts.Node };
/** Nodes with a name that is no use of anything. */
export const isNamed = (node: ts.Node): node is Named =>
  compiler.isPropertyAssignment(node) ||
  compiler.isVariableDeclaration(node) ||
  compiler.isParameter(node) ||
  compiler.isFunctionLike(node) ||
  compiler.isClassLike(node) ||
  compiler.isPropertyDeclaration(node) ||
  compiler.isEnumDeclaration(node) ||
  compiler.isEnumMember(node) ||
  compiler.isModuleDeclaration(node);

/** Syntax that no program runs. `extends X` and the expression of `x as T` are values. */
export function isTypeOnly(node: ts.Node): boolean {
  if (compiler.isExpressionWithTypeArguments(node)) return false;
  if (compiler.isHeritageClause(node)) return node.token === compiler.SyntaxKind.ImplementsKeyword;
  if (compiler.isFunctionDeclaration(node) && node.body === undefined) return true;
  return (
    compiler.isTypeNode(node) ||
    compiler.isInterfaceDeclaration(node) ||
    compiler.isTypeAliasDeclaration(node) ||
    compiler.isTypeParameterDeclaration(node) ||
    (compiler.canHaveModifiers(node) &&
      (compiler.getModifiers(node) ?? []).some(({ kind }) => kind === compiler.SyntaxKind.DeclareKeyword))
  );
}

/** A function that starts with `'use server'`: its body is none of the client's. */
export function isFunctionOnServer(node: ts.Node): boolean {
  const body = compiler.isFunctionLike(node) && 'body' in node ? node.body : undefined;
  if (!body || !compiler.isBlock(body)) return false;
  const [first] = body.statements;
  return (
    first !== undefined &&
    compiler.isExpressionStatement(first) &&
    compiler.isStringLiteral(first.expression) &&
    /^use server/.test(first.expression.text)
  );
}

/** A statement that always ends the function around it. What follows a `switch` of which each case does is kept by bundlers. */
export const leaves = (node: ts.Statement): boolean =>
  compiler.isBlock(node)
    ? node.statements.some(leaves)
    : compiler.isIfStatement(node)
      ? node.elseStatement !== undefined && leaves(node.thenStatement) && leaves(node.elseStatement)
      : compiler.isReturnStatement(node) || compiler.isThrowStatement(node);

/** A statement after which no other case of a choice runs. */
export const endsCase = (node: ts.Statement): boolean => compiler.isBreakStatement(node) || leaves(node);

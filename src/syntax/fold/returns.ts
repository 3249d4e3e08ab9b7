import { lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { isMember, unwrap } from '../nodes.ts';
import { union } from '../values/combine.ts';
import { type CodeValue, justUnknown, type Value, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';
import { mayRun } from './run.ts';

/** Functions with more ends are not looked through. */
const mostReturns = 8;
const known = new WeakMap<ts.Node, readonly ts.Expression[]>();

/** Texts and objects that a function of the program may return, whatever it is given; and that it may return something else. */
export function anyReturn(code: CodeValue, fold: Folder): Values {
  if (code.frame || !mayRun(code)) return justUnknown;
  const returned = returnsOf(code.node);
  if (returned.length === 0 || returned.length > mostReturns) return justUnknown;
  const values = returned
    .flatMap(choicesOf)
    .filter((expression) => isFixed(expression, fold))
    .flatMap((expression) => fold.evaluate(expression).filter(isConstant));
  return values.length > 0 ? union([values, justUnknown]) : justUnknown;
}

const isConstant = (value: Value): boolean =>
  value.kind === 'text' ? value.holes === 0 && value.origin !== undefined : value.kind === 'fields';

/** The expressions of which one is the value. */
function choicesOf(expression: ts.Expression): ts.Expression[] {
  const node = unwrap(expression);
  if (compiler.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(choicesOf);
  const isChoice = compiler.isBinaryExpression(node) && choosing.test(node.operatorToken.getText());
  return isChoice ? [node.left, node.right].flatMap(choicesOf) : [node];
}
const choosing = /^(?:\|\||\?\?|&&)$/;

/** A literal, or a name that is never given another value: what changes while the function runs is not known here. */
function isFixed(node: ts.Expression, fold: Folder): boolean {
  if (compiler.isIdentifier(node)) {
    const { kind } = lookup(fold.scopes, node, node.text) ?? {};
    return kind === 'const' || kind === 'import' || kind === 'enum' || kind === 'class';
  }
  if (isMember(node)) return isFixed(unwrap(node.expression), fold);
  return compiler.isStringLiteralLike(node) || node.kind === compiler.SyntaxKind.ThisKeyword;
}

/** What stands behind the `return`s of a function, or its whole body. */
function returnsOf({ body }: CodeValue['node']): readonly ts.Expression[] {
  if (!body) return [];
  if (!compiler.isBlock(body)) return [body];
  const before = known.get(body);
  if (before) return before;
  const all: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isReturnStatement(node)) {
      if (node.expression) all.push(node.expression);
    } else if (!compiler.isFunctionLike(node)) compiler.forEachChild(node, visit);
  };
  visit(body);
  known.set(body, all);
  return all;
}

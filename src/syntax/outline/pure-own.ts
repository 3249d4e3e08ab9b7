import { compiler, loadCompiler, type ts } from '../compiler.ts';
import { dialectOf } from '../languages.ts';
import { parse } from '../parse.ts';
import { isPure, isPureClass, type PureContext } from './pure.ts';
import type { Reading } from './types.ts';

type Callable = ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration;

/** Functions and classes of a module, by their names. */
function callablesOf(source: ts.SourceFile): ReadonlyMap<string, Callable> {
  const found = new Map<string, Callable>();
  for (const statement of source.statements)
    if ((compiler.isFunctionDeclaration(statement) || compiler.isClassDeclaration(statement)) && statement.name)
      found.set(statement.name.text, statement);
    else if (compiler.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (
          compiler.isIdentifier(name) &&
          initializer &&
          (compiler.isArrowFunction(initializer) || compiler.isFunctionExpression(initializer))
        )
          found.set(name.text, initializer);
  return found;
}

const known = new WeakMap<ts.SourceFile, ReadonlyMap<string, Callable>>();
const mostDepth = 6;

/**
 * Whether calling a function of the module, or making an instance of a class of it, changes nothing: so that a bundler
 * that looks into functions leaves the call out when its value is not used.
 */
export function isPureOwn(name: string, isNew: boolean, context: PureContext, depth = 0): boolean {
  const { source } = context;
  const callables = known.get(source) ?? callablesOf(source);
  known.set(source, callables);
  const node = callables.get(name);
  if (!node || depth > mostDepth) return false;
  const inner = { ...context, own: (other: string, made: boolean) => isPureOwn(other, made, context, depth + 1) };
  if (!compiler.isClassLike(node)) return !isNew && doesNothing(node, inner);
  return (
    isNew &&
    !node.heritageClauses?.length &&
    isPureClass(node, inner) &&
    node.members.every((each) => isPureMember(each, inner))
  );
}

/** The same of a name that another module exports. */
export function isPureIn(text: string, path: string, reading: Reading, name: string, isNew: boolean): boolean {
  const dialect = dialectOf(path);
  if (dialect === undefined || dialect === 'json') return false;
  loadCompiler();
  const source = parse(text, dialect);
  return source !== undefined && isPureOwn(name, isNew, { source, pure: reading.pure });
}

/** True for fields that start with something pure, and a constructor that does no more than set fields. */
function isPureMember(member: ts.ClassElement, context: PureContext): boolean {
  if (compiler.isPropertyDeclaration(member)) return !member.initializer || isPure(member.initializer, context);
  if (!compiler.isConstructorDeclaration(member)) return true;
  return (member.body?.statements ?? []).every((statement) => {
    if (!compiler.isExpressionStatement(statement) || !compiler.isBinaryExpression(statement.expression)) return false;
    const { left, right } = statement.expression;
    const isField =
      compiler.isPropertyAccessExpression(left) && left.expression.kind === compiler.SyntaxKind.ThisKeyword;
    return isField && isPure(right, context);
  });
}

/** True for a function that gives back a value and does nothing besides. */
function doesNothing({ body, parameters, asteriskToken }: ts.FunctionLikeDeclaration, context: PureContext): boolean {
  if (!body || asteriskToken) return false;
  const isPlain = parameters.every(({ initializer }) => !initializer || isPure(initializer, context));
  if (!compiler.isBlock(body)) return isPlain && isPure(body, context);
  return isPlain && body.statements.every((statement) => isPureStatement(statement, context));
}

function isPureStatement(statement: ts.Statement, context: PureContext): boolean {
  if (compiler.isReturnStatement(statement)) return !statement.expression || isPure(statement.expression, context);
  if (compiler.isFunctionDeclaration(statement)) return true;
  if (compiler.isVariableStatement(statement))
    return statement.declarationList.declarations.every(
      ({ name, initializer }) => compiler.isIdentifier(name) && (!initializer || isPure(initializer, context)),
    );
  if (compiler.isBlock(statement)) return statement.statements.every((each) => isPureStatement(each, context));
  if (!compiler.isIfStatement(statement)) return false;
  const { expression, thenStatement, elseStatement } = statement;
  return (
    isPure(expression, context) &&
    isPureStatement(thenStatement, context) &&
    (!elseStatement || isPureStatement(elseStatement, context))
  );
}

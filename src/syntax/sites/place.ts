import type { CallSite, LiteralRole } from '../../model/index.ts';
import { compiler, onFirstUse, type ts } from '../compiler.ts';
import { isAssignment, isMember, isWrapper, memberName, plainName, unwrap } from '../nodes.ts';
import { calledPlace } from './called-place.ts';
import { environmentIn } from './environment-in.ts';
import { holdsHeaders, isCredentialHeader } from './headers.ts';
import { assignedPlace, declaredPlace } from './named-place.ts';
import type { Sites } from './sites.ts';
import { roleByAttribute, roleByOption } from './valueless.ts';

/** What a text is in its program: `LiteralSite` without the text. */
export interface Place {
  readonly role: LiteralRole;
  readonly name?: string;
  readonly call?: CallSite;
  readonly environment?: string;
  /** True where `role` and `environment` may be other ones, had what stands beside the text been folded. */
  readonly isOpen?: boolean;
}

/** What is known on the way from a text outwards to what it is given to. */
export interface Way {
  /** Names of options, the innermost first. */
  readonly options: string[];
  role?: LiteralRole;
  name?: string;
  environment?: string;
  call?: CallSite;
  /** Whether what stands beside the text is folded, to see if it comes from the environment. */
  readonly folds: boolean;
  /** True once something was not folded that might have come from there. */
  isOpen?: boolean;
}

/** One step outwards: the next node to look at, or the end of the way. */
export type Step = ts.Node | 'end';

/** A step from `at` to its parent, by the parent's kind. Notes what it learns. */
export type Stepper = (parent: ts.Node, at: ts.Node, way: Way, sites: Sites) => Step;

/** Notes a role unless a nearer one is known, and ends the way. */
const endAs =
  (role: LiteralRole): Stepper =>
  (_parent, _at, way) => {
    way.role = role;
    return 'end';
  };

/**
 * Finds what a text is: goes outwards from it until something says so.
 * @param folds false: what stands beside the text is left alone, which costs least, and `isOpen` says where it matters
 */
export function placeOf(node: ts.Node, sites: Sites, folds = true): Place {
  const steppers = table();
  const way: Way = { options: [], folds };
  let at = node;
  for (let parent = at.parent; parent; parent = at.parent) {
    const step = isWrapper(parent) ? parent : (steppers[parent.kind]?.(parent, at, way, sites) ?? 'end');
    if (step === 'end') break;
    at = step;
  }
  const { role, name, call, environment, isOpen } = way;
  return {
    role: role ?? 'other',
    ...(name === undefined ? {} : { name }),
    ...(call ? { call } : {}),
    ...(environment === undefined ? {} : { environment }),
    ...(isOpen ? { isOpen } : {}),
  };
}

const property: Stepper = (parent, at, way, sites) => {
  const { name, initializer } = parent as ts.PropertyAssignment;
  if (initializer !== at) return endAs('key')(parent, at, way, sites);
  const key = plainName(name) ?? '[?]';
  const holder = way.options.at(-1);
  way.options.push(key);
  way.name ??= key;
  // `headers: { Authorization: … }`: the step before this one was the header.
  if (holder !== undefined && way.options.length === 2 && holdsHeaders(key)) way.role = 'header';
  way.role ??= isCredentialHeader(key) && key.toLowerCase() !== 'apikey' ? 'header' : roleByOption(key);
  return parent;
};

/** `a ? b : c`: each branch is what the whole is given to. */
const conditional: Stepper = (parent, at, way, sites) => {
  const { condition, whenTrue, whenFalse } = parent as ts.ConditionalExpression;
  if (condition === at) return endAs('comparison')(parent, at, way, sites);
  noteFallback(at === whenTrue ? whenFalse : whenTrue, way, sites);
  return parent;
};

/** The text stands in for an expression: where that comes from the environment, it is its fallback. */
function noteFallback(other: ts.Expression, way: Way, sites: Sites): void {
  if (!way.folds) {
    way.isOpen = true;
    return;
  }
  const environment = environmentIn(other, sites);
  if (environment === undefined) return;
  way.environment ??= environment;
  way.role = 'fallback';
}

const binary: Stepper = (parent, at, way, sites) => {
  const K = compiler.SyntaxKind;
  const expression = parent as ts.BinaryExpression;
  const { kind } = expression.operatorToken;
  const isRight = expression.right === at;
  if (isAssignment(expression)) return isRight ? assignedPlace(parent, at, way, sites) : 'end';
  switch (kind) {
    case K.BarBarToken:
    case K.QuestionQuestionToken:
      if (isRight) noteFallback(expression.left, way, sites);
      if (isRight) way.role ??= 'fallback';
      return parent;
    case K.AmpersandAmpersandToken:
    case K.CommaToken:
      return isRight ? parent : 'end';
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return endAs('comparison')(parent, at, way, sites);
    case K.InKeyword:
      return endAs('key')(parent, at, way, sites);
    default:
      return 'end';
  }
};

const attribute: Stepper = (parent, _at, way) => {
  const name = plainName((parent as ts.JsxAttribute).name) ?? '?';
  way.name ??= name;
  way.role ??= roleByAttribute(name);
  return 'end';
};

const element: Stepper = (parent, _at, way) => {
  way.options.push('[]');
  way.role ??= 'element';
  return parent;
};

/** `'use strict'`, `'use client'`: strings before any other statement. */
const statement: Stepper = (parent, at, way) => {
  const holder = parent.parent;
  if (!compiler.isStringLiteral(at) || !(compiler.isSourceFile(holder) || compiler.isBlock(holder))) return 'end';
  const isPrologue = holder.statements
    .slice(0, holder.statements.indexOf(parent as ts.Statement) + 1)
    .every((other) => compiler.isExpressionStatement(other) && compiler.isStringLiteral(other.expression));
  if (isPrologue && at.text.startsWith('use ')) way.role = 'directive';
  return 'end';
};

const elementAccess: Stepper = (parent, at, way, sites) => {
  const access = parent as ts.ElementAccessExpression;
  return access.argumentExpression === at ? endAs('key')(parent, at, way, sites) : 'end';
};

/** `'name'() {}`, `get 'name'() {}`. */
const asName: Stepper = (parent, at, way) => {
  if ((parent as ts.MethodDeclaration).name === at) way.role = 'key';
  return 'end';
};

const table = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const steppers: Stepper[] = [];
  for (const kind of [
    ...[K.ImportDeclaration, K.ExportDeclaration, K.ExternalModuleReference, K.ImportAttribute, K.ModuleDeclaration],
    ...[K.ImportSpecifier, K.ExportSpecifier, K.NamespaceExport],
  ])
    steppers[kind] = endAs('import');
  for (const kind of [K.LiteralType, K.PropertySignature, K.MethodSignature, K.TemplateLiteralType])
    steppers[kind] = endAs('type');
  for (const kind of [K.ComputedPropertyName, K.JsxNamespacedName]) steppers[kind] = endAs('key');
  for (const kind of [K.MethodDeclaration, K.GetAccessor, K.SetAccessor]) steppers[kind] = asName;
  steppers[K.CaseClause] = (parent, at, way, sites) =>
    (parent as ts.CaseClause).expression === at ? endAs('comparison')(parent, at, way, sites) : 'end';
  steppers[K.PropertyAssignment] = property;
  steppers[K.ShorthandPropertyAssignment] = (parent, at, way) => {
    const { text } = at as ts.Identifier;
    way.options.push(text);
    way.name ??= text;
    way.role ??= 'property';
    return parent;
  };
  steppers[K.ObjectLiteralExpression] = steppers[K.SpreadElement] = steppers[K.SpreadAssignment] = (parent) => parent;
  steppers[K.ArrayLiteralExpression] = element;
  steppers[K.ConditionalExpression] = conditional;
  steppers[K.BinaryExpression] = binary;
  steppers[K.CallExpression] = steppers[K.NewExpression] = calledPlace;
  steppers[K.JsxAttribute] = attribute;
  steppers[K.JsxExpression] = (parent) =>
    compiler.isJsxAttribute(parent.parent) || compiler.isJsxElement(parent.parent) ? parent : 'end';
  steppers[K.JsxElement] = steppers[K.JsxFragment] = endAs('markup');
  steppers[K.ThrowStatement] = endAs('error-text');
  steppers[K.ExpressionStatement] = statement;
  steppers[K.ElementAccessExpression] = elementAccess;
  for (const kind of [
    ...[K.VariableDeclaration, K.BindingElement, K.Parameter, K.PropertyDeclaration, K.EnumMember],
    ...[K.ReturnStatement, K.ArrowFunction, K.ExportAssignment],
  ])
    steppers[kind] = declaredPlace;
  return steppers;
});

/** The name a target of an assignment has: `x`, or the last part of `a.b.x`. */
export function targetName(target: ts.Expression): string | undefined {
  const node = unwrap(target);
  if (compiler.isIdentifier(node)) return node.text;
  return isMember(node) ? memberName(node) : undefined;
}

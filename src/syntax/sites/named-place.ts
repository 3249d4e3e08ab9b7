import { compiler, type ts } from '../compiler.ts';
import { isMember, outermostParens, plainName, unwrap } from '../nodes.ts';
import { environmentIn } from './environment-in.ts';
import { holdsHeaders, isCredentialHeader } from './headers.ts';
import { type Stepper, targetName, type Way } from './place.ts';
import type { Sites } from './sites.ts';

/** `x = …`, `a.x = …`, `headers['X'] = …`, `process.env.X = …`, `process.env.X ||= …`. */
export const assignedPlace: Stepper = (parent, _at, way, sites) => {
  const { left, operatorToken } = parent as ts.BinaryExpression;
  const K = compiler.SyntaxKind;
  const target = unwrap(left);
  const name = targetName(target);
  const keeps = operatorToken.kind !== K.EqualsToken;
  if (!way.folds) way.isOpen = true;
  const environment = way.folds ? environmentIn(target, sites) : undefined;
  if (environment !== undefined) {
    way.environment ??= environment;
    // `if (!key) key = '…'`: a name that is read from the environment first.
    way.role ??= keeps || !isMember(target) ? 'fallback' : 'environment';
  }
  if (isMember(target)) noteHeader(targetName(target.expression) ?? '', name ?? '', way);
  noteOwner(name, way);
  if (name !== undefined) way.name ??= name;
  way.role ??= isMember(target) ? 'property' : 'variable';
  return 'end';
};

/** `headers.X = …`. */
function noteHeader(owner: string, name: string, way: Way): void {
  if (way.options.length === 0 && (holdsHeaders(owner) || isCredentialHeader(name))) way.role ??= 'header';
}

/** `headers = { X: … }`: the property is a header because of what holds it. */
function noteOwner(name: string | undefined, way: Way): void {
  if (name !== undefined && way.options.length === 1 && way.role === 'property' && holdsHeaders(name))
    way.role = 'header';
}

/** Declarations, parameters, members of classes and enums, what a function returns. */
export const declaredPlace: Stepper = (parent, at, way, sites) => {
  if (compiler.isVariableDeclaration(parent)) {
    if (parent.initializer !== at) return 'end';
    const name = compiler.isIdentifier(parent.name) ? parent.name.text : undefined;
    noteOwner(name, way);
    note(way, 'variable', name);
  } else if (compiler.isBindingElement(parent)) element(parent, at, way, sites);
  else if (compiler.isParameter(parent)) {
    if (parent.initializer === at)
      note(way, 'default', compiler.isIdentifier(parent.name) ? parent.name.text : undefined);
  } else if (compiler.isPropertyDeclaration(parent)) {
    if (parent.initializer === at) note(way, 'property', plainName(parent.name));
    else way.role = 'key';
  } else if (compiler.isEnumMember(parent)) enumMember(parent, at, way);
  else if (compiler.isReturnStatement(parent) || compiler.isArrowFunction(parent))
    note(way, 'return', functionName(parent));
  else note(way, 'return', 'default');
  return 'end';
};

function note(way: Way, role: NonNullable<Way['role']>, name: string | undefined): void {
  way.role ??= role;
  if (name !== undefined) way.name ??= name;
}

/** `const { X = '…' } = process.env`. */
function element(node: ts.BindingElement, at: ts.Node, way: Way, sites: Sites): void {
  if (node.initializer !== at) {
    way.role = 'key';
    return;
  }
  const name = node.propertyName ?? node.name;
  const key = compiler.isIdentifier(name) || compiler.isStringLiteral(name) ? name.text : undefined;
  const holder = node.parent.parent;
  if (key !== undefined && compiler.isVariableDeclaration(holder) && holder.initializer) {
    const [value] = sites.fold.evaluate(holder.initializer);
    if (value?.kind === 'reference' && value.path.at(-1) === 'env') {
      way.environment ??= key;
      way.role = 'fallback';
    }
  }
  note(way, 'default', key);
}

/** A member of an enum whose value is its own name says nothing. */
function enumMember(node: ts.EnumMember, at: ts.Node, way: Way): void {
  const name = compiler.isIdentifier(node.name) || compiler.isStringLiteral(node.name) ? node.name.text : undefined;
  if (node.initializer !== at) way.role = 'key';
  else if (compiler.isStringLiteral(at) && at.text === name) way.role = 'enum-name';
  else note(way, 'property', name);
}

/** The name of the function a `return` or a body stands in. */
function functionName(from: ts.Node): string | undefined {
  for (let node = from; node; node = node.parent) {
    if (!compiler.isFunctionLike(node)) continue;
    if (node.name && compiler.isIdentifier(node.name)) return node.name.text;
    const { parent } = outermostParens(node);
    if (compiler.isVariableDeclaration(parent) && compiler.isIdentifier(parent.name)) return parent.name.text;
    return compiler.isPropertyAssignment(parent) ? plainName(parent.name) : undefined;
  }
  return undefined;
}

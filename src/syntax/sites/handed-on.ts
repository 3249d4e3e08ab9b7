import type { CallSite } from '../../model/index.ts';
import { type Binding, lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { baseOf } from '../fold/classes.ts';
import type { Folder } from '../fold/folder.ts';
import { isMember, memberName, outermostParens, plainName } from '../nodes.ts';
import type { Value } from '../values/value.ts';
import { callOf } from './callee.ts';
import { placeOf } from './place.ts';
import type { Sites } from './sites.ts';

/** What is looked for in a function: a parameter, and the way from there to the text, from outside inwards. */
interface Wanted {
  readonly binding: Binding;
  readonly path: readonly string[];
}

/** Longer functions are not looked through. Characters. */
const longest = 20_000;
/** Uses of one parameter that are followed. */
const mostUses = 16;

/** True for what comes from a package, or from the platform by a name that is imported. */
export const isOfPackage = ({ module }: Pick<CallSite, 'module'>): boolean =>
  module !== undefined && !module.startsWith('.');

/**
 * The call of a package that a function or class of the program hands what it is given on to.
 * @param value what is called
 * @param argument the number of the argument
 * @param path options on the way to the text, from outside inwards; `[]` for an item of a list
 */
export function handedOn(value: Value, argument: number, path: readonly string[], sites: Sites): CallSite | undefined {
  if (value.kind === 'code') return throughParameter(value.node, argument, path, value.node.body, sites);
  if (value.kind !== 'class') return undefined;
  const { node } = value;
  const maker = node.members.find((member) => compiler.isConstructorDeclaration(member));
  if (maker) return throughParameter(maker, argument, path, node, sites);
  const base = baseOf(node);
  for (const extended of base ? sites.fold.evaluate(base) : []) {
    if (extended.kind === 'reference') return { ...callOf(extended, true), argument, option: joined('', path) };
    const found = handedOn(extended, argument, path, sites);
    if (found) return found;
  }
  return undefined;
}

function throughParameter(
  { parameters }: ts.SignatureDeclaration,
  argument: number,
  path: readonly string[],
  body: ts.Node | undefined,
  sites: Sites,
): CallSite | undefined {
  const parameter = parameters[argument];
  if (!parameter || parameter.dotDotDotToken || !body || body.end - body.pos > longest) return undefined;
  const wanted = wantedOf(parameter, path, sites.fold);
  if (!wanted) return undefined;
  const isKept = compiler.isParameterPropertyDeclaration(parameter, parameter.parent);
  const kept = new Set(isKept ? [wanted.binding.name] : []);
  return throughUses(wanted, body, kept, sites) ?? throughFields(wanted.path, body, kept, sites);
}

/** The name that a parameter or its pattern gives to what is reached by a path, and what is left of the path. */
function wantedOf(parameter: ts.ParameterDeclaration, path: readonly string[], fold: Folder): Wanted | undefined {
  let { name }: { name: ts.BindingName } = parameter;
  let rest = path;
  while (compiler.isObjectBindingPattern(name)) {
    const [first, ...others] = rest;
    const element: ts.BindingElement | undefined = name.elements.find(
      (each) => !each.dotDotDotToken && plainName((each.propertyName ?? each.name) as ts.PropertyName) === first,
    );
    if (!element) return undefined;
    name = element.name;
    rest = others;
  }
  if (!compiler.isIdentifier(name)) return undefined;
  const binding = lookup(fold.scopes, name, name.text);
  return binding && { binding, path: rest };
}

/** Where the name is used; what it is kept as (`this.key = key`) is added to `kept`. */
function throughUses({ binding, path }: Wanted, body: ts.Node, kept: Set<string>, sites: Sites): CallSite | undefined {
  let uses = 0;
  return first(body, (node) => {
    if (!compiler.isIdentifier(node) || node.text !== binding.name || uses >= mostUses) return undefined;
    if (lookup(sites.fold.scopes, node, node.text) !== binding) return undefined;
    uses++;
    const found = through(node, path, sites);
    const field = found ? undefined : fieldOf(node);
    if (field !== undefined) kept.add(field);
    return found;
  });
}

/** Where `this.name` is used of what a class keeps. */
function throughFields(
  path: readonly string[],
  body: ts.Node,
  kept: ReadonlySet<string>,
  sites: Sites,
): CallSite | undefined {
  if (kept.size === 0) return undefined;
  return first(body, (node) =>
    isMember(node) && node.expression.kind === compiler.SyntaxKind.ThisKeyword && kept.has(memberName(node) ?? '')
      ? through(node, path, sites)
      : undefined,
  );
}

/** The call of a package that is given what stands at a node, or what is reached from there by a path. */
function through(node: ts.Node, path: readonly string[], sites: Sites): CallSite | undefined {
  let at = node;
  let rest = path;
  while (at.parent && isMember(at.parent) && at.parent.expression === at) {
    const [name, ...others] = rest;
    if (name === undefined || memberName(at.parent) !== name) return undefined;
    at = at.parent;
    rest = others;
  }
  const { call } = placeOf(at, sites);
  return call && isOfPackage(call) ? { ...call, option: joined(call.option, rest) } : undefined;
}

/** `name` of `this.name = value`. */
function fieldOf(node: ts.Node): string | undefined {
  const value = outermostParens(node);
  const { parent } = value;
  if (!compiler.isBinaryExpression(parent) || parent.right !== value || !isMember(parent.left)) return undefined;
  return parent.left.expression.kind === compiler.SyntaxKind.ThisKeyword ? memberName(parent.left) : undefined;
}

const joined = (option: string, path: readonly string[]): string =>
  path.reduce((way, part) => (part === '[]' ? `${way}[]` : way === '' ? part : `${way}.${part}`), option);

/** The first answer that a node below gives, in the order of the text. */
function first<T>(node: ts.Node, ask: (node: ts.Node) => T | undefined): T | undefined {
  return ask(node) ?? compiler.forEachChild(node, (child) => first(child, ask));
}

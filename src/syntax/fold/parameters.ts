import { type Binding, lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { isClass, isMember, memberName, outermostParens } from '../nodes.ts';
import { each, union } from '../values/combine.ts';
import { justUnknown, type Value, type Values } from '../values/value.ts';
import { anyOf } from './arrays.ts';
import type { Folder } from './folder.ts';
import { list } from './lift.ts';

/** Calls of one function that are followed; of a function called more often, nothing is said of its parameters. */
const mostCalls = 24;

/** Everything a parameter may be: not known, its default, what calls in the same file give it. */
export function parameterValues(node: ts.ParameterDeclaration, binding: Binding | undefined, fold: Folder): Values {
  const owner = node.parent;
  const index = owner.parameters.indexOf(node);
  const sets: Values[] = [];
  for (const call of fold.follows ? callsOf(owner, fold) : []) {
    const given = argumentValues(call, index, node.dotDotDotToken !== undefined, fold);
    if (given) sets.push(given);
  }
  const handed = callbackValues(owner, index, fold);
  if (handed) sets.push(handed);
  if (node.initializer) sets.push(fold.evaluate(node.initializer));
  const type = node.type && typeValues(node.type, fold);
  sets.push(type ?? [binding ? { kind: 'unknown', parameter: binding } : (justUnknown[0] as Value)]);
  return union(sets);
}

/** What `name: Type` says of a value where the type is a class of a module: it was made by it. */
function typeValues(type: ts.TypeNode, fold: Folder): Values | undefined {
  if (!compiler.isTypeReferenceNode(type) || !compiler.isIdentifier(type.typeName)) return undefined;
  const binding = lookup(fold.scopes, type, type.typeName.text);
  if (binding?.kind !== 'import') return undefined;
  const [value] = fold.valuesOf(binding);
  if (value?.kind !== 'reference') return undefined;
  return [{ ...value, path: [...value.path.slice(0, -1), `${value.path.at(-1) ?? 'default'}()`] }];
}

function argumentValues(
  call: ts.CallExpression | ts.NewExpression,
  index: number,
  rest: boolean,
  fold: Folder,
): Values | undefined {
  const given = call.arguments ?? [];
  if (given.slice(0, index + 1).some((argument) => compiler.isSpreadElement(argument))) return undefined;
  if (rest) return [list(given.slice(index).map((argument) => fold.evaluate(argument)))];
  const argument = given[index];
  return argument && fold.evaluate(argument);
}

/** Calls of a function by the name it has in its file. */
function callsOf(owner: ts.SignatureDeclaration, fold: Folder): readonly (ts.CallExpression | ts.NewExpression)[] {
  const name = nameNode(owner);
  const binding = name && lookup(fold.scopes, name, name.text);
  const calls = binding ? fold.callsOf(binding) : [];
  return calls.length <= mostCalls ? calls : [];
}

/** The name a function, or the class a constructor makes, is called by. */
function nameNode(owner: ts.Node): ts.Identifier | undefined {
  if (compiler.isConstructorDeclaration(owner)) return nameNode(owner.parent);
  if (compiler.isFunctionDeclaration(owner) || compiler.isClassDeclaration(owner)) return owner.name;
  if (!compiler.isFunctionExpression(owner) && !compiler.isArrowFunction(owner) && !isClass(owner)) return undefined;
  const { parent } = outermostParens(owner);
  return compiler.isVariableDeclaration(parent) && compiler.isIdentifier(parent.name) ? parent.name : undefined;
}

const overItems = new Set(['forEach', 'map', 'filter', 'find', 'some', 'every', 'flatMap']);

/** What a function gets that is itself an argument: an item of the list, what a promise holds. */
function callbackValues(owner: ts.Node, index: number, fold: Folder): Values | undefined {
  const { parent: call } = outermostParens(owner);
  if (index !== 0 || !compiler.isCallExpression(call) || !isMember(call.expression)) return undefined;
  if (call.arguments[0] === undefined || outermostParens(owner) !== call.arguments[0]) return undefined;
  const method = memberName(call.expression) ?? '';
  if (method === 'then') return fold.evaluate(call.expression.expression);
  return overItems.has(method) ? each(fold.evaluate(call.expression.expression), anyOf) : undefined;
}

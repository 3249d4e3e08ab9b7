import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { namesIn } from './declared.ts';
import { memberPath } from './flow-paths.ts';
import { assignedIn, callbackOf, declaredIn, type FunctionNode, removedIn } from './flow-scope.ts';

/** One expression that a name may stand for: members that are read of it, and the nodes around it. */
export interface Source {
  readonly value: ts.Expression;
  readonly path: readonly string[];
  readonly around: readonly ts.Node[];
}

/** What a name stands for within functions. */
export type Named =
  | { readonly kind: 'values'; readonly sources: readonly Source[] }
  /** A parameter: of which function, the how manieth, and what a pattern reads of it. */
  | {
      readonly kind: 'parameter';
      readonly of: ts.Node;
      readonly position: number;
      readonly read: readonly string[];
      /** What it is where nothing is given. */
      readonly otherwise?: ts.Expression;
      readonly around: readonly ts.Node[];
    };

/**
 * Looks for what a name stands for in the nodes around, from the inside.
 * @param path the members that are read of it
 * @returns nothing for a name of the module
 */
export function lookUp(name: string, path: readonly string[], around: readonly ts.Node[]): Named | undefined {
  for (let index = around.length - 1; index >= 0; index--) {
    const node = around[index] as ts.Node;
    const outside = around.slice(0, index + 1);
    if (compiler.isFunctionLike(node)) {
      const position = node.parameters.findIndex((each) => memberPath(each.name, name));
      const parameter = node.parameters[position];
      const read = parameter && memberPath(parameter.name, name);
      if (!parameter || !read) continue;
      const otherwise = defaultOf(parameter, name);
      const own = { of: node, position, read, around: around.slice(0, index) };
      return { kind: 'parameter', ...own, ...(otherwise ? { otherwise } : {}) };
    } else if (compiler.isForOfStatement(node) && compiler.isVariableDeclarationList(node.initializer)) {
      const read = node.initializer.declarations.map((each) => memberPath(each.name, name)).find((each) => each);
      if (read)
        return { kind: 'values', sources: [{ value: node.expression, path: [...read, ...path], around: outside }] };
    } else if (compiler.isBlock(node)) {
      const own = declaredIn(node, name);
      if (own)
        return {
          kind: 'values',
          sources: [
            ...initialOf(own, name, path, outside, removedIn(node, name)),
            ...givenTo(node, name, path, outside),
          ],
        };
    }
  }
  return undefined;
}

/** What a parameter, or a name of its pattern, is where nothing is given. */
function defaultOf({ name: pattern, initializer }: ts.ParameterDeclaration, name: string): ts.Expression | undefined {
  if (compiler.isIdentifier(pattern)) return initializer;
  const element = pattern.elements.find((each) => compiler.isBindingElement(each) && namesIn(each.name).includes(name));
  return element && compiler.isBindingElement(element) ? element.initializer : undefined;
}

/** The list of which a function is given each element: that before `.map(…)`. */
export function listOf(of: ts.Node, around: readonly ts.Node[]): ts.Expression | undefined {
  const call = around.at(-1);
  const callee = call && compiler.isCallExpression(call) ? unwrap(call.expression) : undefined;
  const isFirst = call && compiler.isCallExpression(call) && call.arguments[0] === of;
  return isFirst &&
    callee &&
    isMember(callee) &&
    /^(?:map|flatMap|forEach|filter|find|then)$/.test(memberName(callee) ?? '')
    ? callee.expression
    : undefined;
}

function initialOf(
  own: ts.VariableDeclaration | ts.FunctionDeclaration,
  name: string,
  path: readonly string[],
  around: readonly ts.Node[],
  removed: readonly string[],
): Source[] {
  if (!compiler.isVariableDeclaration(own) || !own.initializer || removed.includes(path[0] ?? '')) return [];
  const left = path.length === 0 && removed.length > 0 ? [`-${removed.join(',')}`] : path;
  return [{ value: own.initializer, path: [...(memberPath(own.name, name) ?? []), ...left], around }];
}

/** What a variable is given later, as far as it has to do with the members that are read. */
const givenTo = (block: ts.Block, name: string, path: readonly string[], around: readonly ts.Node[]): Source[] =>
  assignedIn(block, name)
    .filter(({ members }) => members.every((member, place) => (path[place] ?? member) === member))
    .map(({ members, value, around: inner }) => ({
      value,
      path: path.slice(members.length),
      around: [...around, ...inner],
    }));

/** The function of that name in the functions around; nothing where the module has to say. */
export function functionNamed(
  name: string,
  around: readonly ts.Node[],
): { readonly of: FunctionNode | undefined; readonly around: readonly ts.Node[] } | undefined {
  for (let index = around.length - 1; index >= 0; index--) {
    const node = around[index] as ts.Node;
    const own = compiler.isBlock(node) ? declaredIn(node, name) : undefined;
    if (!own) continue;
    const of = compiler.isVariableDeclaration(own) ? callbackOf(own.initializer) : own;
    return { of, around: around.slice(0, index + 1) };
  }
  return undefined;
}

/** The function that a member is. */
export function methodOf(part: ts.ObjectLiteralElementLike | ts.ClassElement): FunctionNode | undefined {
  if (compiler.isMethodDeclaration(part) || compiler.isGetAccessor(part)) return part;
  if (compiler.isPropertyAssignment(part) || compiler.isPropertyDeclaration(part)) return callbackOf(part.initializer);
  return undefined;
}

/** Members of a class by name: what fields start with, the functions that methods and getters are, classes of what it is given. */
export function fieldsOf(node: ts.ClassLikeDeclaration, member: string): readonly (ts.Expression | FunctionNode)[] {
  const own = node.members.flatMap((part): (ts.Expression | FunctionNode)[] => {
    const name = part.name && plainName(part.name);
    const method = methodOf(part);
    if (method && name === member.replace(/\(\)$/, '')) return [method];
    return name === member && compiler.isPropertyDeclaration(part) && part.initializer ? [part.initializer] : [];
  });
  const injected = own.length === 0 ? injectedAs(node, member) : undefined;
  return injected ? [injected] : own;
}

/** The class that a class is given an instance of: `constructor(private readonly cats: Cats)`. */
function injectedAs(node: ts.ClassLikeDeclaration, member: string): ts.Identifier | undefined {
  const typed = [
    ...node.members.filter(compiler.isConstructorDeclaration).flatMap(({ parameters }) => [...parameters]),
    ...node.members.filter(compiler.isPropertyDeclaration).filter(({ initializer }) => !initializer),
  ].find(({ name, modifiers }) => modifiers !== undefined && plainName(name as ts.BindingName) === member)?.type;
  return typed && compiler.isTypeReferenceNode(typed) && compiler.isIdentifier(typed.typeName)
    ? typed.typeName
    : undefined;
}

/** What a name stands for in the functions around, or a field of `this` in the class around. */
export function sourcesOf(
  node: ts.Identifier | ts.PropertyAccessExpression,
  around: readonly ts.Node[],
): readonly Source[] {
  if (compiler.isIdentifier(node)) {
    const named = lookUp(node.text, [], around);
    return named?.kind === 'values' ? named.sources : [];
  }
  const isOwn = node.expression.kind === compiler.SyntaxKind.ThisKeyword;
  const index = isOwn ? around.findLastIndex(compiler.isClassLike) : -1;
  const own = around[index];
  if (!own || !compiler.isClassLike(own)) return [];
  const within = around.slice(0, index + 1);
  return fieldsOf(own, node.name.text).flatMap((value) =>
    compiler.isFunctionLike(value) ? [] : [{ value, path: [], around: within }],
  );
}

/** The class that another extends. */
export const extended = (node: ts.ClassLikeDeclaration): ts.Expression | undefined =>
  node.heritageClauses?.find(({ token }) => token === compiler.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;

/** The function of the functions or the class around that is called. */
export function calledBy(
  callee: ts.Expression,
  around: readonly ts.Node[],
): { readonly of: FunctionNode; readonly around: readonly ts.Node[] } | undefined {
  if (compiler.isIdentifier(callee)) {
    const own = functionNamed(callee.text, around);
    return own?.of && { of: own.of, around: own.around };
  }
  const isOwn = isMember(callee) && callee.expression.kind === compiler.SyntaxKind.ThisKeyword;
  const index = isOwn ? around.findLastIndex(compiler.isClassLike) : -1;
  const own = around[index];
  if (!own || !compiler.isClassLike(own) || !isMember(callee)) return undefined;
  const [of] = fieldsOf(own, `${memberName(callee)}()`);
  return of && compiler.isFunctionLike(of) ? { of: of as FunctionNode, around: around.slice(0, index + 1) } : undefined;
}

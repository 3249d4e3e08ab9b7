import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { memberPath } from './flow-paths.ts';
import { assignedIn, callbackOf, declaredIn, type FunctionNode } from './flow-scope.ts';

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
      if (read) return { kind: 'parameter', of: node, position, read, around: around.slice(0, index) };
    } else if (compiler.isForOfStatement(node) && compiler.isVariableDeclarationList(node.initializer)) {
      const read = node.initializer.declarations.map((each) => memberPath(each.name, name)).find((each) => each);
      if (read)
        return { kind: 'values', sources: [{ value: node.expression, path: [...read, ...path], around: outside }] };
    } else if (compiler.isBlock(node)) {
      const own = declaredIn(node, name);
      if (own)
        return {
          kind: 'values',
          sources: [...initialOf(own, name, path, outside), ...givenTo(node, name, path, outside)],
        };
    }
  }
  return undefined;
}

function initialOf(
  own: ts.VariableDeclaration | ts.FunctionDeclaration,
  name: string,
  path: readonly string[],
  around: readonly ts.Node[],
): Source[] {
  if (!compiler.isVariableDeclaration(own) || !own.initializer) return [];
  return [{ value: own.initializer, path: [...(memberPath(own.name, name) ?? []), ...path], around }];
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

/** Members of a class by name: what fields start with, and the functions that methods and getters are. */
export function fieldsOf(node: ts.ClassLikeDeclaration, member: string): readonly (ts.Expression | FunctionNode)[] {
  return node.members.flatMap((part): (ts.Expression | FunctionNode)[] => {
    const name = part.name && plainName(part.name);
    const method = methodOf(part);
    if (method && name === member.replace(/\(\)$/, '')) return [method];
    return name === member && compiler.isPropertyDeclaration(part) && part.initializer ? [part.initializer] : [];
  });
}

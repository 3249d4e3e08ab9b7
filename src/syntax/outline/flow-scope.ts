import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import { namesIn } from './declared.ts';
import type { Decide } from './flow-found.ts';

/** A function of which the body is known. */
export type FunctionNode = ts.FunctionLikeDeclaration;

/** An expression within a function, with the nodes between. */
export interface Inside {
  readonly value: ts.Expression;
  readonly around: readonly ts.Node[];
}

/** What a name is given within a block: to itself, or to a member of it. */
export interface Assigned extends Inside {
  readonly members: readonly string[];
}

/** The function that an expression is. */
export function callbackOf(expression: ts.Node | undefined): ts.ArrowFunction | ts.FunctionExpression | undefined {
  const node = expression && unwrap(expression as ts.Expression);
  return node && (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) ? node : undefined;
}

type Declared = ts.VariableDeclaration | ts.FunctionDeclaration;
const declarations = new WeakMap<ts.Block, ReadonlyMap<string, Declared>>();

/** The variable or function of that name that a block declares itself. */
export function declaredIn(block: ts.Block, name: string): Declared | undefined {
  const found = declarations.get(block) ?? declarationsOf(block);
  declarations.set(block, found);
  return found.get(name);
}

function declarationsOf({ statements }: ts.Block): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  const add = (name: string, declared: Declared): void => {
    if (!found.has(name)) found.set(name, declared);
  };
  for (const statement of statements)
    if (compiler.isFunctionDeclaration(statement)) {
      if (statement.name) add(statement.name.text, statement);
    } else if (compiler.isVariableStatement(statement))
      for (const declaration of statement.declarationList.declarations)
        for (const name of namesIn(declaration.name)) add(name, declaration);
  return found;
}

/** Those that no branch holds which is never taken. */
export const alive = <T extends Inside>(all: readonly T[], holds: Decide): readonly T[] =>
  all.filter(({ value, around }) => !around.some((node) => isNever(node, value, holds)));

function isNever(node: ts.Node, value: ts.Node, holds: Decide): boolean {
  if (!compiler.isIfStatement(node)) return false;
  const { expression, thenStatement, elseStatement } = node;
  const isIn = (branch: ts.Node | undefined): boolean =>
    branch !== undefined && value.pos >= branch.pos && value.end <= branch.end;
  if (isIn(thenStatement)) return holds(expression) === false;
  return isIn(elseStatement) && holds(expression) === true;
}

/** The expressions that a function gives back. */
export function returnsOf({ body }: FunctionNode): readonly Inside[] {
  if (!body) return [];
  if (!compiler.isBlock(body)) return [{ value: body, around: [] }];
  const found: Inside[] = [];
  walk(body, [], (node, around) => {
    if (compiler.isReturnStatement(node) && node.expression) found.push({ value: node.expression, around });
    return !compiler.isFunctionLike(node) && !compiler.isClassLike(node);
  });
  return found;
}

type Known = Assigned & { readonly name: string; readonly isCall: boolean };
const known = new WeakMap<ts.Node, ReadonlyMap<string, readonly Known[]>>();
const adds = /^(?:push|unshift|add|append|set)$/;

/**
 * What a name is given within a node: `name = x`, `name.a = x`, `name.push(x)`, `Object.assign(name, x)`.
 * @param how `called` for what it is called with
 */
export function assignedIn(node: ts.Node, name: string, how?: 'called'): readonly Assigned[] {
  const found = known.get(node) ?? byName(assignmentsOf(node));
  known.set(node, found);
  return (found.get(name) ?? []).filter(({ isCall }) => isCall === (how === 'called'));
}

function byName(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const found = new Map<string, Known[]>();
  for (const each of all) {
    const group = found.get(each.name);
    if (group) group.push(each);
    else found.set(each.name, [each]);
  }
  return found;
}

function assignmentsOf(top: ts.Node): readonly (Assigned & { readonly name: string; readonly isCall: boolean })[] {
  const found: (Assigned & { readonly name: string; readonly isCall: boolean })[] = [];
  walk(top, [], (node, around) => {
    if (compiler.isBinaryExpression(node)) {
      const target = assignedBy(node);
      if (target) found.push({ ...target, value: node.right, around, isCall: false });
    } else if (compiler.isCallExpression(node)) {
      const callee = unwrap(node.expression);
      const [first, second] = node.arguments;
      if (compiler.isIdentifier(callee) && first)
        found.push({ name: callee.text, members: [], value: first, around, isCall: true });
      const root = isMember(callee) ? rootOf(callee.expression) : undefined;
      const method = isMember(callee) ? memberName(callee) : undefined;
      if (root?.name === 'Object' && method === 'assign' && first && second) {
        const target = rootOf(first);
        if (target) found.push({ ...target, value: second, around, isCall: false });
      } else if (root && first && method !== undefined && adds.test(method))
        found.push({ ...root, value: method === 'set' ? (second ?? first) : first, around, isCall: false });
    }
    return true;
  });
  return found;
}

const removed = new WeakMap<ts.Node, ReadonlyMap<string, readonly string[]>>();

/** Members of a name that are taken away within a node: `delete name.a`, `name.a = undefined`. */
export function removedIn(node: ts.Node, name: string): readonly string[] {
  const found = removed.get(node) ?? removalsOf(node);
  removed.set(node, found);
  return found.get(name) ?? [];
}

function removalsOf(top: ts.Node): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  walk(top, [], (node, around) => {
    const isUnset =
      compiler.isBinaryExpression(node) && compiler.isIdentifier(node.right) && node.right.text === 'undefined';
    const target = compiler.isDeleteExpression(node) ? rootOf(node.expression) : isUnset ? assignedBy(node) : undefined;
    const [member] = target?.members ?? [];
    // What happens on one condition only may not happen.
    if (target?.members.length === 1 && member !== undefined && member !== '*' && around.length <= 1)
      found.set(target.name, [...(found.get(target.name) ?? []), member]);
    return !compiler.isFunctionLike(node);
  });
  return found;
}

/** What an assignment sets. */
export function assignedBy({
  left,
  operatorToken: { kind },
}: ts.BinaryExpression): { readonly name: string; readonly members: readonly string[] } | undefined {
  const K = compiler.SyntaxKind;
  const sets =
    kind === K.EqualsToken ||
    kind === K.PlusEqualsToken ||
    kind === K.QuestionQuestionEqualsToken ||
    kind === K.BarBarEqualsToken;
  return sets ? rootOf(left) : undefined;
}

function rootOf(expression: ts.Expression): { readonly name: string; readonly members: readonly string[] } | undefined {
  const members: string[] = [];
  let node = unwrap(expression);
  while (isMember(node)) {
    members.unshift(memberName(node) ?? '*');
    node = unwrap(node.expression);
  }
  return compiler.isIdentifier(node) ? { name: node.text, members } : undefined;
}

const mostNodes = 20_000;

/** Visits what is in a node, with the nodes between; the visitor says whether to look into what it was shown. */
function walk(
  top: ts.Node,
  start: readonly ts.Node[],
  visit: (node: ts.Node, around: readonly ts.Node[]) => boolean,
): void {
  let left = mostNodes;
  const step = (node: ts.Node, around: readonly ts.Node[]): void => {
    if (left-- <= 0 || !visit(node, around)) return;
    const scope =
      compiler.isBlock(node) ||
      compiler.isFunctionLike(node) ||
      compiler.isForOfStatement(node) ||
      compiler.isIfStatement(node);
    const inner = scope ? [...around, node] : around;
    compiler.forEachChild(node, (child) => step(child, inner));
  };
  step(top, start);
}

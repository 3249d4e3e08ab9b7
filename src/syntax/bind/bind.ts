import { compiler, type ts } from '../compiler.ts';
import { declarers } from './declare.ts';
import { exportsOf } from './exports.ts';
import { Gathered, gatherers } from './gather.ts';
import { type Binding, type Bound, type Scope, scopeKinds } from './scope.ts';
import { noteWrites } from './writes.ts';

/**
 * One pass over a tree: sets parent pointers, finds scopes and names, and gathers what the rest of the room looks at.
 * Keeps its own stack: trees of long concatenations are as deep as they are long.
 * @param scopes where the scopes it finds are added
 */
export function bind(file: ts.SourceFile, scopes: Map<ts.Node, Scope>): Bound {
  const kinds = scopeKinds();
  const declare = declarers();
  const gather = gatherers();
  const found = new Gathered();
  const top = newScope(file, undefined, true);
  scopes.set(file, top);

  const nodes: ts.Node[] = [file];
  const holders: Scope[] = [top];
  let parent: ts.Node = file;
  let inside: Scope = top;
  const push = (child: ts.Node): void => {
    (child as { parent: ts.Node }).parent = parent;
    nodes.push(child);
    holders.push(inside);
  };
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const outer = holders.pop() as Scope;
    const kind = node.kind;
    inside = outer;
    const opens = kinds[kind];
    if (opens !== undefined && node !== file) {
      // The body of a function is the function's own block: a `var` of it does not reach its parameters.
      const body = opens === 'function' || (kinds[node.parent.kind] === 'function' && node.parent !== file);
      inside = newScope(node, outer, body);
      scopes.set(node, inside);
    }
    declare[kind]?.(node, outer, inside);
    gather[kind]?.(node, found);
    parent = node;
    const start = nodes.length;
    compiler.forEachChild(node, push);
    reverse(nodes, start);
  }
  noteWrites(scopes, found);
  return { file, ...found.lists(), exports: exportsOf(file, found) };
}

/** The children lie on the stack in order; the first is to be taken first. Their scopes are all the same. */
function reverse(nodes: ts.Node[], start: number): void {
  for (let left = start, right = nodes.length - 1; left < right; left++, right--) {
    const node = nodes[left] as ts.Node;
    nodes[left] = nodes[right] as ts.Node;
    nodes[right] = node;
  }
}

function newScope(node: ts.Node, parent: Scope | undefined, holdsVars: boolean): Scope {
  const scope = { node, names: new Map<string, Binding>(), parent, holder: undefined as unknown as Scope };
  scope.holder = holdsVars || !parent ? scope : parent.holder;
  return scope;
}

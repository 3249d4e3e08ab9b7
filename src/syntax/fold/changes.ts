import type { Binding } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { type Frame, justUndefined, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';
import { runAll } from './run.ts';

/**
 * What a name holds after all that changes it step by step, where that stands in the block the name is declared in:
 * `let s = 'a'; s += 'b'; for (const c of codes) s += String.fromCharCode(c);`
 * Undefined where a change stands in another function, or depends on something that is not known.
 */
export function settle(binding: Binding, fold: Folder): Values | undefined {
  const [declaration, ...others] = binding.declarations;
  if (!declaration || others.length > 0 || binding.elusive) return undefined;
  if (!compiler.isVariableDeclaration(declaration) || !compiler.isIdentifier(declaration.name)) return undefined;
  const block = declaration.parent.parent.parent;
  if (!block || !(compiler.isBlock(block) || compiler.isSourceFile(block))) return undefined;
  const touched = new Set<ts.Statement>();
  for (const node of [...binding.changes, ...binding.writes]) {
    const statement = statementIn(block, node);
    if (!statement) return undefined;
    touched.add(statement);
  }
  const { initializer } = declaration;
  const frame: Frame = { names: new Map(), outer: undefined };
  frame.names.set(binding, initializer ? fold.evaluate(initializer) : justUndefined);
  const outcome = runAll(
    [...touched].sort((a, b) => a.pos - b.pos),
    fold,
    frame,
  );
  return outcome === 'next' ? frame.names.get(binding) : undefined;
}

/** The statement of a block that holds a node, where no function lies between. */
function statementIn(block: ts.Node, node: ts.Node): ts.Statement | undefined {
  let inner = node;
  while (inner.parent && inner.parent !== block) {
    if (compiler.isFunctionLike(inner)) return undefined;
    inner = inner.parent;
  }
  return inner.parent === block ? (inner as ts.Statement) : undefined;
}

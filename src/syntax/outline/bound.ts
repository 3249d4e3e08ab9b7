import { compiler, type ts } from '../compiler.ts';
import { namesIn } from './declared.ts';
import { memberPath } from './flow-paths.ts';
import type { Unit } from './types.ts';
import type { FlowReader } from './values.ts';

/** What a pattern reads for each of its names, and what they are otherwise; nothing where there is no pattern. */
export function boundBy(node: ts.Node, flow: FlowReader): Unit['bound'] {
  if (!compiler.isVariableDeclaration(node) || compiler.isIdentifier(node.name)) return undefined;
  const pattern = node.name;
  const bound = new Map<string, { path: readonly string[]; otherwise?: ReturnType<FlowReader['valueOf']> }>();
  for (const element of pattern.elements)
    if (compiler.isBindingElement(element))
      for (const name of namesIn(element.name))
        bound.set(name, {
          path: memberPath(pattern, name) ?? [],
          ...(element.initializer ? { otherwise: flow.valueOf(element.initializer) } : {}),
        });
  return bound;
}

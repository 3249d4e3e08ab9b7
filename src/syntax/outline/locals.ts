import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import { isPure, type PureContext } from './pure.ts';

/** A variable or function within a function, which counts only when something uses it. */
export interface Local {
  readonly name: string;
  readonly node: ts.Node;
  /** True for a constant of one text. */
  readonly isText?: boolean;
}

/** One that was met, with the nodes around it. */
export interface Deferred extends Local {
  readonly parents: readonly ts.Node[];
}

/** What a statement within a function declares and does nothing besides; nothing for any other statement. */
export function localsOf(statement: ts.Statement, context: PureContext): Local[] | undefined {
  if (compiler.isFunctionDeclaration(statement))
    return statement.name ? [{ name: statement.name.text, node: statement }] : undefined;
  if (!compiler.isVariableStatement(statement)) return undefined;
  const locals: Local[] = [];
  for (const declaration of statement.declarationList.declarations) {
    const { name, initializer } = declaration;
    if (!compiler.isIdentifier(name) || (initializer && !isPure(initializer, context))) return undefined;
    const isText = initializer && compiler.isStringLiteralLike(unwrap(initializer));
    locals.push({ name: name.text, node: declaration, ...(isText ? { isText } : {}) });
  }
  return locals;
}

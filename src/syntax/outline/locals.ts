import { compiler, type ts } from '../compiler.ts';
import { plainName, unwrap } from '../nodes.ts';
import { isPure, type PureContext } from './pure.ts';

/** A variable or function within a function, which counts only when something uses it. */
export interface Local {
  readonly name: string;
  readonly node: ts.Node;
  /** True for a constant of one text. */
  readonly isText?: boolean;
  /** The members of a constant object, by name. */
  readonly members?: ReadonlyMap<string, ts.Node>;
}

/** One that was met, with the nodes around it. */
export interface Deferred extends Local {
  /** The members that were read. */
  read?: Set<ts.Node>;
  readonly parents: readonly ts.Node[];
}

/** True for an object with a function that may read its members: `this.key`. */
export function readsItself(node: ts.Node): boolean {
  if (node.kind === compiler.SyntaxKind.ThisKeyword) return true;
  return compiler.forEachChild(node, (child) => readsItself(child) || undefined) ?? false;
}

/** The members of a constant object, where nothing is computed about them. */
function membersOf(initializer: ts.Expression | undefined): ReadonlyMap<string, ts.Node> | undefined {
  const node = initializer && unwrap(initializer);
  if (!node || !compiler.isObjectLiteralExpression(node) || readsItself(node)) return undefined;
  const members = new Map<string, ts.Node>();
  for (const property of node.properties) {
    const name = property.name && plainName(property.name);
    if (name === undefined || compiler.isAccessor(property)) return undefined;
    members.set(name, property);
  }
  return members;
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
    const isConstant = (statement.declarationList.flags & compiler.NodeFlags.Const) !== 0;
    const members = isConstant ? membersOf(initializer) : undefined;
    locals.push({
      name: name.text,
      node: declaration,
      ...(isText ? { isText } : {}),
      ...(members ? { members } : {}),
    });
  }
  return locals;
}

import { compiler, onFirstUse, type ts } from '../compiler.ts';
import type { Binding, BindingKind, Scope } from './scope.ts';

/** Enters what a node declares. `outer` is the scope it stands in, `inner` the one it opens (else the same). */
type Declarer = (node: ts.Node, outer: Scope, inner: Scope) => void;

function enter(scope: Scope, name: string, kind: BindingKind, node: ts.Node): void {
  const known = scope.names.get(name);
  if (known) known.declarations.push(node);
  else scope.names.set(name, newBinding(name, kind, node));
}

const newBinding = (name: string, kind: BindingKind, node: ts.Node): Binding => ({
  name,
  kind,
  declarations: [node],
  writes: [],
  members: new Map(),
  changes: [],
  elusive: false,
});

/** `const`, `let` or `var`, from the list a variable stands in; `catch` where it stands in a clause. */
function variableKind(node: ts.Node): BindingKind {
  const list = node.parent;
  if (list.kind !== compiler.SyntaxKind.VariableDeclarationList) return 'catch';
  const flags = list.flags & compiler.NodeFlags.BlockScoped;
  return flags === 0 ? 'var' : flags === compiler.NodeFlags.Let ? 'let' : 'const';
}

/** The variable or parameter an element of a pattern belongs to. */
function rootOf(element: ts.BindingElement): ts.Node {
  let node: ts.Node = element;
  while (compiler.isBindingElement(node)) node = node.parent.parent;
  return node;
}

/** By kind of node. */
export const declarers = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const table: Declarer[] = [];
  table[K.VariableDeclaration] = (node, outer) => {
    const { name } = node as ts.VariableDeclaration;
    if (!compiler.isIdentifier(name)) return;
    const kind = variableKind(node);
    enter(kind === 'var' ? outer.holder : outer, name.text, kind, node);
  };
  table[K.Parameter] = (node, outer) => {
    const { name } = node as ts.ParameterDeclaration;
    if (compiler.isIdentifier(name)) enter(outer, name.text, 'parameter', node);
  };
  table[K.BindingElement] = (node, outer) => {
    const { name } = node as ts.BindingElement;
    if (!compiler.isIdentifier(name)) return;
    const root = rootOf(node as ts.BindingElement);
    const kind = compiler.isParameter(root) ? 'parameter' : variableKind(root);
    enter(kind === 'var' ? outer.holder : outer, name.text, kind, node);
  };
  const named =
    (kind: BindingKind): Declarer =>
    (node, outer) => {
      const { name } = node as ts.NamedDeclaration;
      if (name && compiler.isIdentifier(name)) enter(outer, name.text, kind, node);
    };
  const namedInside =
    (kind: BindingKind): Declarer =>
    (node, _, inner) =>
      named(kind)(node, inner, inner);
  table[K.FunctionDeclaration] = named('function');
  table[K.FunctionExpression] = namedInside('function');
  table[K.ClassDeclaration] = named('class');
  table[K.ClassExpression] = namedInside('class');
  table[K.EnumDeclaration] = named('enum');
  table[K.ModuleDeclaration] = named('namespace');
  table[K.ImportClause] = named('import');
  table[K.NamespaceImport] = named('import');
  table[K.ImportSpecifier] = named('import');
  table[K.ImportEqualsDeclaration] = named('import');
  return table;
});

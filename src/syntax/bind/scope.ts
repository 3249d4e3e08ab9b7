import { compiler, onFirstUse, type ts } from '../compiler.ts';

/** How a name came into its scope. */
export type BindingKind =
  | 'const'
  | 'let'
  | 'var'
  | 'parameter'
  | 'function'
  | 'class'
  | 'enum'
  | 'namespace'
  | 'import'
  | 'catch';

/** A name of the program: where it is declared, and everything that gives it a value. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /**
   * The declarations: a variable, parameter, element of a pattern, function, class, enum, namespace or import.
   * More than one where `var`, functions or enums are declared again.
   */
  readonly declarations: ts.Node[];
  /** `x = …`, `x ||= …`, `x ??= …`, in the order of the text. */
  readonly writes: ts.BinaryExpression[];
  /** Values given to its members: `x.name = …`, `x['name'] = …`. */
  readonly members: Map<string, ts.Expression[]>;
  /** Where it is changed step by step: `x += …`, `x++`, `x.push(…)`, `x[i] = …`. */
  readonly changes: ts.Node[];
  /** True where it is written in a way that is not followed: `[x] = …`, `for (x of …)`. */
  elusive: boolean;
}

/** The names of a block, function, class or file. */
export interface Scope {
  readonly node: ts.Node;
  readonly names: Map<string, Binding>;
  readonly parent: Scope | undefined;
  /** Where a `var` inside goes. */
  readonly holder: Scope;
}

/** The scopes of all files that are looked at together, by the node that opens them. */
export type Scopes = ReadonlyMap<ts.Node, Scope>;

/** Kinds of nodes with names of their own; `function` where a `var` inside stays in them. */
export const scopeKinds = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const kinds: ('block' | 'function' | undefined)[] = [];
  for (const kind of [
    ...[K.CaseBlock, K.ForStatement, K.ForInStatement, K.ForOfStatement, K.CatchClause],
    ...[K.ClassDeclaration, K.ClassExpression, K.Block],
  ])
    kinds[kind] = 'block';
  for (const kind of [
    ...[K.SourceFile, K.ModuleBlock, K.FunctionDeclaration, K.FunctionExpression, K.ArrowFunction],
    ...[K.MethodDeclaration, K.Constructor, K.GetAccessor, K.SetAccessor, K.ClassStaticBlockDeclaration],
  ])
    kinds[kind] = 'function';
  return kinds;
});

/** What one pass over a file's tree found. Parent pointers are set. */
export interface Bound {
  readonly file: ts.SourceFile;
  /** String literals, templates, text and attributes of JSX, regular expressions, in the order of the text. */
  readonly strings: readonly ts.Node[];
  /** Expressions that may fold to a text, in the order of the text; of nested ones the outer first. */
  readonly foldable: readonly ts.Expression[];
  /** Calls and `new`. */
  readonly calls: readonly (ts.CallExpression | ts.NewExpression)[];
  /** Properties and JSX attributes that are given a flag. */
  readonly flags: readonly ts.Node[];
  /** `this.x = …`, by class. */
  readonly fields: ReadonlyMap<ts.Node, ReadonlyMap<string, readonly ts.Expression[]>>;
  /** Modules named by `import`, `export … from`, `require` and `import()`. */
  readonly imports: readonly string[];
  /** What other files may import. */
  readonly exports: Exports;
}

/** What a module gives to others. */
export interface Exports {
  /** `export const x`, `export { y as x }`, `exports.x = …`: an expression, a declared name, or a name of another module. */
  readonly named: ReadonlyMap<string, Exported>;
  /** Modules of `export * from …`. */
  readonly stars: readonly string[];
  /** `module.exports = …`, `export = …`. */
  readonly whole: ts.Expression | undefined;
}

export type Exported =
  | { readonly kind: 'expression'; readonly node: ts.Expression }
  /** A name that stands in the module's own scope. */
  | { readonly kind: 'local'; readonly name: string }
  /** `name` is `*` for the whole module. */
  | { readonly kind: 'from'; readonly module: string; readonly name: string };

/** The binding a name means at a place; undefined where the file declares none. Needs parent pointers. */
export function lookup(scopes: Scopes, from: ts.Node, name: string): Binding | undefined {
  const kinds = scopeKinds();
  for (let node: ts.Node | undefined = from; node; node = node.parent) {
    const binding = kinds[node.kind] === undefined ? undefined : scopes.get(node)?.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

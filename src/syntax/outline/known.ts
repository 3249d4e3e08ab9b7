import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import type { Constant, Reading } from './types.ts';

/** A value that is known; nothing where it is not. */
type Found = { readonly value: Constant } | undefined;
const is = (value: Constant): Found => ({ value });
const mostDepth = 20;

/** Decides conditions as a bundler does that knows some expressions: `import.meta.env.SSR`, `typeof window`, constants. */
export class Conditions {
  readonly #reading: Reading;
  /** What each constant is made of; nothing for a name whose value is not known. */
  readonly #constants = new Map<string, ts.Expression | undefined>();
  readonly #before: (readonly [string, ts.Expression | undefined, boolean])[] = [];
  readonly #imports = new Map<string, { readonly specifier: string; readonly name: string }>();
  readonly #source: ts.SourceFile;
  #depth = 0;

  /** @param source its constants, such as `const isServer = typeof window === 'undefined'`, are known too */
  constructor(source: ts.SourceFile, reading: Reading) {
    this.#reading = reading;
    this.#source = source;
    for (const statement of source.statements) {
      this.learn(statement);
      if (compiler.isImportDeclaration(statement) && reading.imported) this.#learnImport(statement);
    }
  }

  /** Takes note of constants. One of the same name without a value hides it. */
  learn(statement: ts.Statement): void {
    if (!compiler.isVariableStatement(statement)) return;
    const isConstant = (statement.declarationList.flags & compiler.NodeFlags.Const) !== 0;
    for (const { name, initializer } of statement.declarationList.declarations)
      if (compiler.isIdentifier(name)) this.#set(name.text, isConstant ? initializer : undefined);
  }

  /** Hides constants that names of a function stand before. */
  hide(names: readonly string[]): void {
    for (const name of names) this.#set(name, undefined);
  }

  /** Where a block starts: what is learned after it can be forgotten. */
  get mark(): number {
    return this.#before.length;
  }

  /** Forgets what was learned since a mark. */
  forget(mark: number): void {
    while (this.#before.length > mark) {
      const [name, value, known] = this.#before.pop() as readonly [string, ts.Expression | undefined, boolean];
      if (known) this.#constants.set(name, value);
      else this.#constants.delete(name);
    }
  }

  #set(name: string, value: ts.Expression | undefined): void {
    this.#before.push([name, this.#constants.get(name), this.#constants.has(name)]);
    this.#constants.set(name, value);
  }

  #learnImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): void {
    if (!compiler.isStringLiteral(moduleSpecifier) || !importClause) return;
    const specifier = moduleSpecifier.text;
    if (importClause.name) this.#imports.set(importClause.name.text, { specifier, name: 'default' });
    const named = importClause.namedBindings;
    if (named && compiler.isNamedImports(named))
      for (const { name, propertyName } of named.elements)
        this.#imports.set(name.text, { specifier, name: (propertyName ?? name).text });
  }

  /** True or false where the bundler knows. */
  holds(condition: ts.Expression): boolean | undefined {
    if (!this.#reading.dropsBranches) return undefined;
    const found = this.value(condition);
    return found ? Boolean(found.value) : undefined;
  }

  /** True for an expression that is sure to have a value, although that is not known. */
  isSet(expression: ts.Expression): boolean {
    const { isSet } = this.#reading;
    return isSet !== undefined && isMember(expression) && isSet(this.#textOf(expression));
  }

  /** The value of a constant of the module, or of a member of one. */
  valueOf(name: string, member?: string): Found {
    const initializer = this.#constants.get(name);
    if (!initializer) return undefined;
    return member === undefined ? this.value(initializer) : this.#memberOf(initializer, member);
  }

  value(expression: ts.Expression): Found {
    if (this.#depth > mostDepth) return undefined;
    this.#depth++;
    try {
      return this.#value(unwrap(expression));
    } finally {
      this.#depth--;
    }
  }

  #value(node: ts.Expression): Found {
    const K = compiler.SyntaxKind;
    if (compiler.isStringLiteralLike(node)) return is(node.text);
    if (compiler.isNumericLiteral(node)) return is(Number(node.text));
    if (node.kind === K.TrueKeyword) return is(true);
    if (node.kind === K.FalseKeyword) return is(false);
    if (node.kind === K.NullKeyword) return is(null);
    if (compiler.isVoidExpression(node)) return is(undefined);
    if (compiler.isIdentifier(node)) return this.#named(node);
    if (compiler.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
      const found = this.value(node.operand);
      return found && is(!found.value);
    }
    if (compiler.isBinaryExpression(node)) return this.#binary(node);
    if (compiler.isCallExpression(node)) return this.#call(node);
    if (compiler.isTypeOfExpression(node)) return this.#lookUp(node) ?? this.#typeOf(node);
    return isMember(node) ? (this.#lookUp(node) ?? this.#member(node)) : undefined;
  }

  #call(node: ts.CallExpression): Found {
    const [first] = node.arguments;
    const found =
      first && compiler.isIdentifier(node.expression) && node.expression.text === 'Boolean' && this.value(first);
    if (found) return is(Boolean(found.value));
    // What a program is called with: the known name is the flag.
    const flag = /^process\.argv(?:\.slice\(2\))?\.includes\((["'`])(-[\w-]{1,60})\1\)$/.exec(this.#textOf(node))?.[2];
    const { known } = this.#reading;
    return flag !== undefined && Object.hasOwn(known, 'process.argv') ? is(known[flag] === true) : undefined;
  }

  #named(node: ts.Identifier): Found {
    if (node.text === 'undefined') return is(undefined);
    const known = (this.#reading.foldsConstants ? this.valueOf(node.text) : undefined) ?? this.#lookUp(node);
    if (known || this.#constants.has(node.text)) return known;
    const from = this.#imports.get(node.text);
    return from && this.#reading.imported?.(from.specifier, from.name);
  }

  #member(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): Found {
    const member = memberName(node);
    const root = unwrap(node.expression);
    if (member === undefined || !compiler.isIdentifier(root)) return undefined;
    if (this.#constants.has(root.text))
      return this.#reading.foldsConstants ? this.valueOf(root.text, member) : undefined;
    const from = this.#imports.get(root.text);
    return from && this.#reading.imported?.(from.specifier, from.name, member);
  }

  #memberOf(initializer: ts.Expression, member: string): Found {
    const object = unwrap(initializer);
    if (!compiler.isObjectLiteralExpression(object)) return undefined;
    const property = object.properties.find(
      (each) => compiler.isPropertyAssignment(each) && compiler.isIdentifier(each.name) && each.name.text === member,
    );
    const value = property && compiler.isPropertyAssignment(property) ? unwrap(property.initializer) : undefined;
    // A member may be assigned to: only what is written as a plain flag is taken at its word.
    const K = compiler.SyntaxKind;
    return value && (value.kind === K.FalseKeyword || value.kind === K.TrueKeyword) ? this.#value(value) : undefined;
  }

  #typeOf({ expression }: ts.TypeOfExpression): Found {
    const found = compiler.isIdentifier(expression) ? undefined : this.value(expression);
    return found && is(found.value === null ? 'object' : typeof found.value);
  }

  /** An expression without spaces, its members after dots. */
  #textOf(node: ts.Node): string {
    return this.#source.text
      .slice(node.getStart(this.#source), node.end)
      .replace(/\s+/g, '')
      .replaceAll('?.', '.')
      .replace(/\[['"](\w+)['"]\]/g, '.$1');
  }

  #lookUp(node: ts.Node): Found {
    const text = this.#textOf(node);
    const key = text.startsWith('typeof') ? `typeof ${text.slice(6)}` : text;
    return Object.hasOwn(this.#reading.known, key) ? is(this.#reading.known[key]) : undefined;
  }

  #binary(node: ts.BinaryExpression): Found {
    const K = compiler.SyntaxKind;
    const { kind } = node.operatorToken;
    const left = this.value(node.left);
    if (kind === K.AmpersandAmpersandToken) {
      if (left && !left.value) return left;
      const right = this.value(node.right);
      return right && !right.value ? is(false) : left && right;
    }
    if (kind === K.BarBarToken) {
      if (left?.value) return left;
      const right = this.value(node.right);
      return right?.value ? is(true) : left && right;
    }
    if (kind === K.QuestionQuestionToken) return left && (left.value ?? undefined) !== undefined ? left : undefined;
    const right = left && this.value(node.right);
    if (!left || !right) return undefined;
    switch (kind) {
      case K.EqualsEqualsEqualsToken:
      case K.EqualsEqualsToken:
        return is(left.value === right.value);
      case K.ExclamationEqualsEqualsToken:
      case K.ExclamationEqualsToken:
        return is(left.value !== right.value);
      case K.PlusToken:
        return typeof left.value === 'number' && typeof right.value === 'number'
          ? is(left.value + right.value)
          : undefined;
      default:
        return undefined;
    }
  }
}

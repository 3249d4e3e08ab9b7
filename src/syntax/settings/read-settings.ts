import { compiler, loadCompiler, type ts } from '../compiler.ts';
import { dialectOf } from '../languages.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import { takenOf } from '../outline/branches.ts';
import { Conditions } from '../outline/known.ts';
import type { Known, Reading } from '../outline/types.ts';
import { parse } from '../parse.ts';
import { ExpressionReader, membered } from './expressions.ts';
import type { Setting, SettingEntry, Settings } from './types.ts';

/** Longer programs set up no build. */
const mostText = 300_000;

/**
 * Reads the program of a build, or a file of JSON that one takes in. Loads the compiler on first use.
 * @param path its ending decides how the text is read
 * @param known what is known when users' builds run it, such as `mode`: only branches that are taken then are read
 * @returns nothing where the text cannot be read as a program
 */
export function readSettings(text: string, path: string, known: Known = {}): Settings | undefined {
  const dialect = dialectOf(path);
  if (dialect === undefined || text.length > mostText) return undefined;
  loadCompiler();
  const source = parse(text, dialect);
  return source && new SettingsReader(source, dialect === 'json', known).read();
}

/** Decides conditions by constants and by what is known, and by nothing else. */
const plain: Reading = {
  known: {},
  pure: { constructors: 'none', functions: 'none', wrappers: false, reads: false, enums: false, decorators: false },
  dropsBranches: true,
  dropsLocals: false,
  foldsTexts: 'nothing',
  foldsConstants: true,
};

class SettingsReader {
  readonly #source: ts.SourceFile;
  readonly #isJson: boolean;
  readonly #conditions: Conditions;
  readonly #expressions: ExpressionReader;
  readonly #declared = new Map<string, Setting[]>();
  readonly #added = new Map<string, SettingEntry[]>();
  readonly #imports = new Map<string, { readonly specifier: string; readonly imported: string }>();
  readonly #exported = new Map<string, Setting>();

  constructor(source: ts.SourceFile, isJson: boolean, known: Known) {
    this.#source = source;
    this.#isJson = isJson;
    this.#conditions = new Conditions(source, { ...plain, known });
    this.#expressions = new ExpressionReader(source, this.#conditions);
  }

  read(): Settings {
    for (const statement of this.#source.statements) {
      if (this.#isJson && compiler.isExpressionStatement(statement)) this.#offer('default', statement.expression);
      this.#visit(statement);
    }
    return {
      declared: this.#declared,
      added: this.#added,
      imports: this.#imports,
      exported: this.#exported,
      tables: this.#expressions.tables,
      calls: this.#expressions.calls,
    };
  }

  #offer(name: string, expression: ts.Expression): void {
    this.#exported.set(name, this.#expressions.read(expression));
  }

  #declare(name: string, setting: Setting): void {
    const known = this.#declared.get(name);
    if (known) known.push(setting);
    else this.#declared.set(name, [setting]);
  }

  #visit(node: ts.Node): void {
    const taken = takenOf(node, this.#conditions);
    if (taken) for (const inner of taken) this.#visit(inner);
    else if (compiler.isBlock(node)) this.#block(node);
    else this.#read(node);
  }

  /** The constants of a block decide conditions within it. */
  #block(node: ts.Block): void {
    const { mark } = this.#conditions;
    for (const statement of node.statements) this.#conditions.learn(statement);
    compiler.forEachChild(node, (inner) => this.#visit(inner));
    this.#conditions.forget(mark);
  }

  #read(node: ts.Node): void {
    if (compiler.isImportDeclaration(node)) this.#import(node);
    else if (compiler.isVariableDeclaration(node) && node.initializer)
      this.#bind(node.name, this.#expressions.read(node.initializer));
    else if (compiler.isFunctionDeclaration(node) && node.name)
      this.#declare(node.name.text, this.#expressions.function(node));
    else if (compiler.isExportAssignment(node)) this.#offer('default', node.expression);
    else if (compiler.isExportDeclaration(node)) this.#reexport(node);
    else if (compiler.isForOfStatement(node) && compiler.isVariableDeclarationList(node.initializer))
      for (const { name } of node.initializer.declarations) this.#bind(name, this.#expressions.read(node.expression));
    else if (compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.EqualsToken)
      this.#assign(node.left, node.right);
    else if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) this.#expressions.read(node);
    else if (compiler.isObjectLiteralExpression(node)) this.#expressions.read(node);
    compiler.forEachChild(node, (inner) => this.#visit(inner));
  }

  #import(node: ts.ImportDeclaration): void {
    if (!compiler.isStringLiteral(node.moduleSpecifier)) return;
    const specifier = node.moduleSpecifier.text;
    const { name, namedBindings } = node.importClause ?? {};
    if (name) this.#imports.set(name.text, { specifier, imported: 'default' });
    if (namedBindings && compiler.isNamespaceImport(namedBindings))
      this.#imports.set(namedBindings.name.text, { specifier, imported: '*' });
    else if (namedBindings)
      for (const each of namedBindings.elements)
        this.#imports.set(each.name.text, { specifier, imported: (each.propertyName ?? each.name).text });
  }

  #reexport({ exportClause, moduleSpecifier }: ts.ExportDeclaration): void {
    if (!exportClause || !compiler.isNamedExports(exportClause)) return;
    for (const { name, propertyName } of exportClause.elements) {
      const local = (propertyName ?? name).text;
      const place = { start: name.getStart(this.#source), end: name.end };
      this.#exported.set(
        name.text,
        moduleSpecifier && compiler.isStringLiteral(moduleSpecifier)
          ? { kind: 'module', specifier: moduleSpecifier.text, path: [local], ...place }
          : { kind: 'name', name: local, path: [], ...place },
      );
    }
  }

  /** A variable, or those of a pattern: each stands for a member. */
  #bind(name: ts.BindingName, value: Setting): void {
    if (compiler.isIdentifier(name)) {
      this.#declare(name.text, value);
      return;
    }
    for (const element of name.elements) {
      if (compiler.isOmittedExpression(element)) continue;
      const key = element.propertyName ?? element.name;
      const member =
        compiler.isArrayBindingPattern(name) || element.dotDotDotToken || !compiler.isIdentifier(key)
          ? undefined
          : key.text;
      this.#bind(element.name, member === undefined ? value : membered(value, member, value));
      if (element.initializer) this.#bind(element.name, this.#expressions.read(element.initializer));
    }
  }

  #assign(left: ts.Expression, right: ts.Expression): void {
    const target = unwrap(left);
    const value = this.#expressions.read(right);
    if (compiler.isIdentifier(target)) this.#declare(target.text, value);
    if (!isMember(target)) return;
    const text = target.getText(this.#source).replace(/\s+/g, '');
    if (text === 'module.exports') this.#exported.set('*module', value);
    const member = memberName(target);
    if (member !== undefined && /^(?:module\.)?exports\./.test(text)) this.#exported.set(member, value);
    const table = unwrap(target.expression).getText(this.#source);
    const place = { start: target.getStart(this.#source), end: target.end };
    const computed = compiler.isElementAccessExpression(target)
      ? { computed: this.#expressions.read(target.argumentExpression) }
      : {};
    const entry: SettingEntry =
      member === undefined ? { ...computed, value, ...place } : { key: member, value, ...place };
    const known = this.#added.get(table);
    if (known) known.push(entry);
    else this.#added.set(table, [entry]);
  }
}

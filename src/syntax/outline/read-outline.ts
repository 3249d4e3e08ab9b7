import { compiler, loadCompiler, type ts } from '../compiler.ts';
import { dialectOf } from '../languages.ts';
import { plainName, unwrap } from '../nodes.ts';
import { parse } from '../parse.ts';
import { has, moduleExports, namesIn } from './declared.ts';
import { Conditions } from './known.ts';
import { isPure, isPureClass, type PureContext } from './pure.ts';
import type { ExportSite, ImportSite, Known, Outline, Unit, Value } from './types.ts';
import { FlowReader } from './values.ts';
import { Walk } from './walk.ts';

/**
 * Reads a module as a bundler does. Loads the compiler on first use.
 * @param path its ending decides how the text is read
 * @param known what the bundler knows when it builds
 * @param builtIns whether it knows that methods of texts and lists have no effects
 * @returns nothing where the text cannot be read as a program
 */
export function readOutline(text: string, path: string, known: Known, builtIns = false): Outline | undefined {
  const dialect = dialectOf(path);
  if (dialect === undefined || dialect === 'json') return undefined;
  loadCompiler();
  const source = parse(text, dialect);
  if (source === undefined) return undefined;
  const conditions = new Conditions(source, known);
  const reader = new StatementReader(source, conditions, builtIns);
  for (const statement of source.statements) reader.read(statement);
  return reader.outline();
}

class StatementReader {
  readonly #source: ts.SourceFile;
  readonly #conditions: Conditions;
  readonly #pure: PureContext;
  readonly #directives: string[] = [];
  readonly #imports: ImportSite[] = [];
  readonly #exports: ExportSite[] = [];
  readonly #units: Unit[] = [];

  constructor(source: ts.SourceFile, conditions: Conditions, builtIns: boolean) {
    this.#source = source;
    this.#pure = { source, builtIns };
    this.#conditions = conditions;
  }

  outline(): Outline {
    const usesModule = this.#units.some(({ uses }) =>
      uses.some(({ name, member }) => name === 'exports' || (name === 'module' && member === 'exports')),
    );
    return {
      directives: this.#directives,
      imports: this.#imports,
      exports: this.#exports,
      units: this.#units,
      commonJs: usesModule && this.#exports.length === 0,
    };
  }

  read(statement: ts.Statement): void {
    const at = statement.getStart(this.#source);
    if (
      compiler.isExpressionStatement(statement) &&
      compiler.isStringLiteral(statement.expression) &&
      this.#units.length === 0 &&
      this.#imports.length === 0
    ) {
      this.#directives.push(statement.expression.text);
    } else if (compiler.isImportDeclaration(statement)) this.#import(statement, at);
    else if (compiler.isExportDeclaration(statement)) this.#export(statement, at);
    else if (compiler.isImportEqualsDeclaration(statement)) {
      const { moduleReference: reference, name, isTypeOnly } = statement;
      if (
        !isTypeOnly &&
        compiler.isExternalModuleReference(reference) &&
        compiler.isStringLiteral(reference.expression)
      )
        this.#imports.push({
          specifier: reference.expression.text,
          at,
          bindings: [{ local: name.text, imported: '*' }],
          reexport: false,
        });
    } else this.#unit(statement, at);
  }

  #import({ importClause, moduleSpecifier }: ts.ImportDeclaration, at: number): void {
    if (!compiler.isStringLiteral(moduleSpecifier)) return;
    const specifier = moduleSpecifier.text;
    if (!importClause) {
      this.#imports.push({ specifier, at, bindings: [], reexport: false });
      return;
    }
    if (importClause.phaseModifier === compiler.SyntaxKind.TypeKeyword) return;
    const bindings = importClause.name ? [{ local: importClause.name.text, imported: 'default' }] : [];
    const named = importClause.namedBindings;
    if (named && compiler.isNamespaceImport(named)) bindings.push({ local: named.name.text, imported: '*' });
    else if (named)
      for (const { name, propertyName, isTypeOnly } of named.elements)
        if (!isTypeOnly) bindings.push({ local: name.text, imported: (propertyName ?? name).text });
    if (bindings.length > 0) this.#imports.push({ specifier, at, bindings, reexport: false });
  }

  #export({ exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration, at: number): void {
    if (isTypeOnly) return;
    const from = moduleSpecifier && compiler.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
    if (from !== undefined) this.#imports.push({ specifier: from, at, bindings: [], reexport: true });
    if (!exportClause) {
      if (from !== undefined) this.#exports.push({ name: '*', from, imported: '*', at });
    } else if (compiler.isNamespaceExport(exportClause)) {
      if (from !== undefined) this.#exports.push({ name: exportClause.name.text, from, imported: '*', at });
    } else {
      for (const { name, propertyName, isTypeOnly: isType } of exportClause.elements) {
        if (isType) continue;
        const local = (propertyName ?? name).text;
        this.#exports.push({ name: name.text, at, ...(from === undefined ? { local } : { from, imported: local }) });
      }
    }
  }

  #unit(statement: ts.Statement, at: number): void {
    if (compiler.isVariableStatement(statement)) {
      // Each variable stands or falls alone.
      const exported = has(statement, compiler.SyntaxKind.ExportKeyword);
      if (has(statement, compiler.SyntaxKind.DeclareKeyword)) return;
      const { declarations } = statement.declarationList;
      declarations.forEach((declaration, index) => {
        const names = namesIn(declaration.name);
        if (exported) this.#offer(names, at);
        const [by] = names;
        const { initializer } = declaration;
        this.#push(
          declaration,
          index === 0 ? at : declaration.getStart(this.#source),
          index === declarations.length - 1 ? statement.end : declaration.end,
          {
            names,
            pure:
              initializer === undefined ||
              (isPure(initializer, this.#pure) &&
                (compiler.isIdentifier(declaration.name) || compiler.isIdentifier(initializer))),
            by,
            ...(initializer ? { initializer } : {}),
          },
        );
      });
      return;
    }
    if (compiler.isExportAssignment(statement)) {
      this.#exports.push({ name: 'default', local: '*default', at });
      const expression = statement.expression;
      this.#push(statement, at, statement.end, {
        names: ['*default'],
        pure: isPure(expression, this.#pure),
        by: 'default',
        initializer: expression,
      });
      return;
    }
    if (
      compiler.isFunctionDeclaration(statement) ||
      compiler.isClassDeclaration(statement) ||
      compiler.isEnumDeclaration(statement)
    ) {
      const isDefault = has(statement, compiler.SyntaxKind.DefaultKeyword);
      const name = statement.name?.text ?? '*default';
      if (has(statement, compiler.SyntaxKind.DeclareKeyword)) return;
      if (has(statement, compiler.SyntaxKind.ExportKeyword))
        this.#exports.push({ name: isDefault ? 'default' : name, local: name, at });
      const pure = !compiler.isClassDeclaration(statement) || isPureClass(statement, this.#pure);
      this.#push(statement, at, statement.end, { names: [name], pure, by: isDefault ? 'default' : name });
      return;
    }
    if (compiler.isInterfaceDeclaration(statement) || compiler.isTypeAliasDeclaration(statement)) return;
    if (compiler.isModuleDeclaration(statement)) {
      if (has(statement, compiler.SyntaxKind.DeclareKeyword) || !compiler.isIdentifier(statement.name)) return;
      if (has(statement, compiler.SyntaxKind.ExportKeyword)) this.#offer([statement.name.text], at);
      this.#push(statement, at, statement.end, { names: [statement.name.text], pure: false, by: undefined });
      return;
    }
    const exported = moduleExports(statement);
    this.#push(statement, at, statement.end, {
      names: exported ? ['*module'] : [],
      pure: compiler.isEmptyStatement(statement),
      by: undefined,
      ...(exported ? { initializer: exported } : {}),
    });
  }

  #membersOf(initializer: ts.Expression): ReadonlyMap<string, Value> | undefined {
    const object = unwrap(initializer);
    if (!compiler.isObjectLiteralExpression(object)) return undefined;
    const members = new Map<string, Value>();
    for (const property of object.properties) {
      const name = property.name && plainName(property.name);
      if (name === undefined) return undefined;
      if (compiler.isPropertyAssignment(property))
        members.set(name, new FlowReader([], this.#source).valueOf(property.initializer));
      else if (compiler.isShorthandPropertyAssignment(property))
        members.set(name, { texts: [], names: [{ name, at: property.getStart(this.#source) }] });
    }
    return members;
  }

  #offer(names: readonly string[], at: number): void {
    for (const name of names) this.#exports.push({ name, local: name, at });
  }

  #push(
    node: ts.Node,
    start: number,
    end: number,
    {
      names,
      pure,
      by,
      initializer,
    }: { names: readonly string[]; pure: boolean; by: string | undefined; initializer?: ts.Expression },
  ): void {
    const walked = new Walk(this.#source, this.#conditions).statement(node, by);
    const value = initializer ? new FlowReader([], this.#source).valueOf(initializer) : undefined;
    const members = initializer && this.#membersOf(initializer);
    this.#units.push({
      start,
      end,
      names,
      pure,
      ...walked,
      ...(value ? { value } : {}),
      ...(members ? { members } : {}),
    });
  }
}

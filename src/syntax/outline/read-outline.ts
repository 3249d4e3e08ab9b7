import { compiler, loadCompiler, type ts } from '../compiler.ts';
import { dialectOf } from '../languages.ts';
import { parse } from '../parse.ts';
import { exportOf, importOf } from './clauses.ts';
import { commentsIn } from './comments.ts';
import { exportedMember, has, memberOfName, moduleExports, namesIn } from './declared.ts';
import { Conditions } from './known.ts';
import { isPure, isPureClass, type PureContext } from './pure.ts';
import { isPureOwn } from './pure-own.ts';
import { type Declared, UnitReader } from './read-unit.ts';
import type { ExportSite, ImportSite, Outline, Reading, Unit } from './types.ts';

/**
 * Reads a module as a bundler does. Loads the compiler on first use.
 * @param path its ending decides how the text is read
 * @param reading what the bundler knows and does
 * @returns nothing where the text cannot be read as a program
 */
export function readOutline(text: string, path: string, reading: Reading): Outline | undefined {
  const dialect = dialectOf(path);
  if (dialect === undefined || dialect === 'json') return undefined;
  loadCompiler();
  const source = parse(text, dialect);
  if (source === undefined) return undefined;
  const reader = new StatementReader(source, new Conditions(source, reading), reading);
  for (const statement of source.statements) reader.read(statement);
  return reader.outline();
}

/** Sorts the statements of a module: what they import, offer and declare. */
class StatementReader {
  readonly #source: ts.SourceFile;
  readonly #pure: PureContext;
  readonly #reading: Reading;
  readonly #reader: UnitReader;
  readonly #directives: string[] = [];
  readonly #imports: ImportSite[] = [];
  readonly #exports: ExportSite[] = [];
  readonly #units: Unit[] = [];

  constructor(source: ts.SourceFile, conditions: Conditions, reading: Reading) {
    this.#source = source;
    const plain = { source, pure: reading.pure };
    this.#pure = {
      ...plain,
      own: (name, isNew) => isPureOwn(name, isNew, plain) || this.#isPureImport(name, isNew),
    };
    this.#reading = reading;
    this.#reader = new UnitReader(source, conditions, this.#pure, reading);
  }

  #isPureImport(name: string, isNew: boolean): boolean {
    const { isPureImport } = this.#reading;
    if (!isPureImport) return false;
    return this.#imports.some(({ specifier, bindings }) =>
      bindings.some(({ local, imported }) => local === name && isPureImport(specifier, imported, isNew)),
    );
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
      comments: commentsIn(this.#source.text),
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
    } else if (compiler.isImportDeclaration(statement)) {
      const site = importOf(statement, at);
      if (site) this.#imports.push(site);
    } else if (compiler.isExportDeclaration(statement)) {
      const { imports, exports } = exportOf(statement, at);
      this.#imports.push(...imports);
      this.#exports.push(...exports);
    } else if (compiler.isImportEqualsDeclaration(statement)) {
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
      const pure = compiler.isClassDeclaration(statement)
        ? isPureClass(statement, this.#pure)
        : compiler.isFunctionDeclaration(statement) || this.#pure.pure.enums;
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
    const single = exportedMember(statement);
    const added = exported || single ? undefined : memberOfName(statement);
    const [name, value] = exported ? ['*module', exported] : (single ?? added ?? []);
    this.#push(statement, at, statement.end, {
      names: name === undefined ? [] : [name],
      // What is added to a function goes where the function goes.
      pure:
        compiler.isEmptyStatement(statement) ||
        (single !== undefined && isPure(single[1], this.#pure)) ||
        this.#isAdded(added),
      by: exported ? 'default' : single ? single[0].slice('*exports.'.length) : undefined,
      ...(value && !added ? { initializer: value } : {}),
    });
  }

  #isAdded(added: readonly [string, ts.Expression] | undefined): boolean {
    return (
      added !== undefined &&
      this.#reading.dropsLocals &&
      this.#units.some(({ names, pure, isFunction }) => pure && isFunction && names.includes(added[0])) &&
      isPure(added[1], this.#pure)
    );
  }

  #offer(names: readonly string[], at: number): void {
    for (const name of names) this.#exports.push({ name, local: name, at });
  }

  #push(node: ts.Node, start: number, end: number, declared: Declared): void {
    this.#units.push(this.#reader.read(node, { ...declared, start, end }));
  }
}

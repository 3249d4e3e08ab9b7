import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import type { Gathered } from './gather.ts';
import type { Exported, Exports } from './scope.ts';

/** What a file gives to others: ECMAScript exports and CommonJS ones. */
export function exportsOf(file: ts.SourceFile, found: Gathered): Exports {
  const named = new Map<string, Exported>();
  const stars: string[] = [];
  let whole: ts.Expression | undefined;
  for (const node of found.exportNodes) {
    if (compiler.isExportAssignment(node)) {
      if (node.isExportEquals) whole = node.expression;
      else named.set('default', { kind: 'expression', node: node.expression });
    } else if (compiler.isExportDeclaration(node)) exportClause(node, named, stars);
  }
  for (const statement of file.statements) declared(statement, named);
  for (const { left, right } of found.writes) {
    const name = commonJsName(left);
    if (name === '') whole = right;
    else if (name !== undefined) named.set(name, { kind: 'expression', node: right });
  }
  return { named, stars, whole };
}

/** `export { a as b }`, `export { a } from 'x'`, `export * from 'x'`, `export * as a from 'x'`. */
function exportClause(node: ts.ExportDeclaration, named: Map<string, Exported>, stars: string[]): void {
  const { exportClause: clause, moduleSpecifier } = node;
  const module = moduleSpecifier && compiler.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (!clause) {
    if (module !== undefined) stars.push(module);
  } else if (compiler.isNamespaceExport(clause)) {
    if (module !== undefined) named.set(clause.name.text, { kind: 'from', module, name: '*' });
  } else
    for (const { name, propertyName } of clause.elements) {
      const local = (propertyName ?? name).text;
      named.set(
        name.text,
        module === undefined ? { kind: 'local', name: local } : { kind: 'from', module, name: local },
      );
    }
}

/** `export const a = …`, `export function a`, `export default class A`. */
function declared(statement: ts.Statement, named: Map<string, Exported>): void {
  const modifiers = compiler.canHaveModifiers(statement) ? compiler.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === compiler.SyntaxKind.ExportKeyword)) return;
  if (compiler.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) bindingNames(name, named);
    return;
  }
  const { name } = statement as ts.Statement & { readonly name?: ts.Node };
  if (!name || !compiler.isIdentifier(name)) return;
  const isDefault = modifiers.some(({ kind }) => kind === compiler.SyntaxKind.DefaultKeyword);
  named.set(isDefault ? 'default' : name.text, { kind: 'local', name: name.text });
}

function bindingNames(name: ts.BindingName, named: Map<string, Exported>): void {
  if (compiler.isIdentifier(name)) named.set(name.text, { kind: 'local', name: name.text });
  else for (const element of name.elements) if (compiler.isBindingElement(element)) bindingNames(element.name, named);
}

/** `x` of `exports.x` and `module.exports.x`, `''` for `module.exports` itself. */
function commonJsName(target: ts.Expression): string | undefined {
  const node = unwrap(target);
  if (!isMember(node)) return undefined;
  if (isModuleExports(node)) return '';
  const owner = unwrap(node.expression);
  const isExports = compiler.isIdentifier(owner) ? owner.text === 'exports' : isModuleExports(owner);
  return isExports ? memberName(node) : undefined;
}

const isModuleExports = (node: ts.Expression): boolean =>
  isMember(node) &&
  memberName(node) === 'exports' &&
  compiler.isIdentifier(node.expression) &&
  node.expression.text === 'module';

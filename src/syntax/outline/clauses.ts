import { compiler, type ts } from '../compiler.ts';
import type { ExportSite, ImportSite } from './types.ts';

/** What an `import` binds; nothing for one of types only. `at` in UTF-16 units. */
export function importOf({ importClause, moduleSpecifier }: ts.ImportDeclaration, at: number): ImportSite | undefined {
  if (!compiler.isStringLiteral(moduleSpecifier)) return undefined;
  const specifier = moduleSpecifier.text;
  if (!importClause) return { specifier, at, bindings: [], reexport: false };
  if (importClause.phaseModifier === compiler.SyntaxKind.TypeKeyword) return undefined;
  const bindings = importClause.name ? [{ local: importClause.name.text, imported: 'default' }] : [];
  const named = importClause.namedBindings;
  if (named && compiler.isNamespaceImport(named)) bindings.push({ local: named.name.text, imported: '*' });
  else if (named)
    for (const { name, propertyName, isTypeOnly } of named.elements)
      if (!isTypeOnly) bindings.push({ local: name.text, imported: (propertyName ?? name).text });
  return bindings.length > 0 ? { specifier, at, bindings, reexport: false } : undefined;
}

/** The module that an `export … from` imports, and the names that an `export` offers. */
export function exportOf(
  { exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration,
  at: number,
): { readonly imports: readonly ImportSite[]; readonly exports: readonly ExportSite[] } {
  const from = moduleSpecifier && compiler.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  if (isTypeOnly) return { imports: [], exports: [] };
  const imports = from === undefined ? [] : [{ specifier: from, at, bindings: [], reexport: true }];
  if (exportClause && compiler.isNamedExports(exportClause)) {
    const exports = exportClause.elements
      .filter((element) => !element.isTypeOnly)
      .map(({ name, propertyName }) => {
        const local = (propertyName ?? name).text;
        return { name: name.text, at, ...(from === undefined ? { local } : { from, imported: local }) };
      });
    return { imports, exports };
  }
  const name = exportClause ? exportClause.name.text : '*';
  return { imports, exports: from === undefined ? [] : [{ name, from, imported: '*', at }] };
}

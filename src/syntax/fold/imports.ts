import { compiler, type ts } from '../compiler.ts';
import { packageNamed } from '../modules/package-name.ts';
import { justUnknown, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';

/** What an imported name stands for: a value of another file of the project, else the way to it. */
export function importedValues(node: ts.Node, fold: Folder): Values {
  if (compiler.isImportSpecifier(node)) {
    const { moduleSpecifier } = node.parent.parent.parent;
    return fromModule(node, moduleSpecifier, (node.propertyName ?? node.name).text, fold);
  }
  if (compiler.isImportClause(node)) return fromModule(node, node.parent.moduleSpecifier, 'default', fold);
  if (compiler.isNamespaceImport(node)) return fromModule(node, node.parent.parent.moduleSpecifier, '*', fold);
  if (compiler.isImportEqualsDeclaration(node)) {
    const { moduleReference } = node;
    if (compiler.isExternalModuleReference(moduleReference))
      return fromModule(node, moduleReference.expression, '*', fold);
  }
  return justUnknown;
}

/** A name (`*`: everything) of the module that a literal names. */
export function fromModule(from: ts.Node, specifier: ts.Expression, name: string, fold: Folder): Values {
  if (!compiler.isStringLiteralLike(specifier)) return justUnknown;
  const module = specifier.text;
  const path = name === '*' ? [] : [name];
  return fold.imported(from, module, name) ?? [{ kind: 'reference', module: packageNamed(module), path }];
}

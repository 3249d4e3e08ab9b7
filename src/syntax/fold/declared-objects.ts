import { compiler, type ts } from '../compiler.ts';
import { justUnknown, literal, plain, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';
import { fieldsOf } from './lift.ts';
import { nameOf } from './objects.ts';

/** The members of an `enum`, and its names by number. */
export function enumValues(node: ts.EnumDeclaration, fold: Folder): Values {
  const fields = new Map<string, Values>();
  let next: number | undefined = 0;
  for (const member of node.members) {
    const name = nameOf(member.name, fold, undefined);
    if (name === undefined) continue;
    const given = member.initializer ? fold.evaluate(member.initializer) : undefined;
    const [value] = given ?? [];
    if (value?.kind === 'plain' && typeof value.value === 'number') next = value.value;
    else if (given) next = undefined;
    const values: Values = given ?? (next === undefined ? justUnknown : [plain(next)]);
    fields.set(name, values);
    if (next !== undefined) {
      fields.set(String(next), [literal(name, member.name)]);
      next++;
    }
  }
  return [fieldsOf(fields)];
}

/** The names a `namespace` declares. */
export function namespaceValues(node: ts.ModuleDeclaration, fold: Folder): Values {
  const { body } = node;
  if (!body || !compiler.isModuleBlock(body)) return justUnknown;
  const scope = fold.scopes.get(body);
  if (!scope) return justUnknown;
  return [
    fieldsOf(
      [...scope.names.values()].map((binding) => [binding.name, fold.valuesOf(binding)] as const),
      true,
    ),
  ];
}

import { compiler, type ts } from '../compiler.ts';
import { memberName } from '../nodes.ts';
import { each, union } from '../values/combine.ts';
import { justUndefined, justUnknown, plain, primitiveOf, type Value, type Values } from '../values/value.ts';
import { classMember } from './classes.ts';
import type { Evaluator, Folder } from './folder.ts';
import { lift } from './lift.ts';
import { bindingOf } from './names.ts';

const isIndex = (name: string): boolean => /^(?:0|[1-9]\d{0,8})$/.test(name);

/** Everything a member of a value may be. */
export function memberOf(value: Value, name: string, fold: Folder): Values {
  switch (value.kind) {
    case 'text':
      if (value.holes > 0) return justUnknown;
      if (name === 'length') return [plain(value.text.length)];
      return isIndex(name) ? lift(value.text[Number(name)], [value], '[…]', fold) : justUnknown;
    case 'list':
      if (name === 'length') return value.open ? justUnknown : [plain(value.items.length)];
      if (!isIndex(name)) return justUnknown;
      return value.items[Number(name)] ?? (value.open ? justUnknown : justUndefined);
    case 'fields':
      return value.fields.get(name) ?? (value.open || name in Object.prototype ? justUnknown : justUndefined);
    case 'bytes':
      if (name === 'length') return [plain(value.bytes.length)];
      return isIndex(name) ? [plain(value.bytes[Number(name)])] : justUnknown;
    case 'class':
    case 'instance':
      return classMember(value.node, name, value.kind === 'class', fold);
    case 'reference':
      return [{ ...value, path: [...value.path, name] }];
    default:
      return justUnknown;
  }
}

/** `x.name`, `x['name']`, `x[i]`. */
const member: Evaluator = (node, fold, frame) => {
  const access = node as ts.PropertyAccessExpression | ts.ElementAccessExpression;
  const owners = fold.evaluate(access.expression, frame);
  const name = memberName(access);
  const names = name === undefined ? computedNames(access as ts.ElementAccessExpression, fold, frame) : [name];
  if (!names) return frame ? justUnknown : union([...owners.map(anyMember), justUnknown]);
  const read = union(names.map((wanted) => each(owners, (owner) => memberOf(owner, wanted, fold))));
  const written = name === undefined ? [] : writtenMembers(access.expression, name, fold);
  if (written.length === 0 || owners.every(({ kind }) => kind === 'fields')) return read;
  return union([...written, read]);
};

/** Objects with more fields are tables of something else than a few choices. */
const mostChoices = 12;

/** What any member of an object or list may be: `byStage[stage]`. */
function anyMember(owner: Value): Values {
  if (owner.kind === 'list' && owner.items.length <= mostChoices) return union([...owner.items, justUnknown]);
  if (owner.kind !== 'fields' || owner.fields.size > mostChoices) return justUnknown;
  return union([...owner.fields.values(), justUnknown]);
}

/** `Thing.name = …` elsewhere in the file, for things that are no plain objects: functions, classes. */
function writtenMembers(owner: ts.Expression, name: string, fold: Folder): Values[] {
  if (!compiler.isIdentifier(owner)) return [];
  const written = bindingOf(owner, fold)?.members.get(name) ?? [];
  return written.map((node) => fold.evaluate(node));
}

function computedNames(
  access: ts.ElementAccessExpression,
  fold: Folder,
  frame: Parameters<Evaluator>[2],
): string[] | undefined {
  const keys = fold.evaluate(access.argumentExpression, frame).map((value) => primitiveOf(value));
  return keys.every((key) => key !== undefined) ? keys.map((key) => String(key.value)) : undefined;
}

/** Members, by kind of node. */
export const members = (table: Evaluator[]): void => {
  table[compiler.SyntaxKind.PropertyAccessExpression] = member;
  table[compiler.SyntaxKind.ElementAccessExpression] = member;
};

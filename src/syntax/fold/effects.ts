import type { Binding } from '../bind/scope.ts';
import { compiler, onFirstUse, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import { own } from '../own.ts';
import { each, product } from '../values/combine.ts';
import {
  type Frame,
  justUndefined,
  justUnknown,
  plain,
  primitiveOf,
  type Value,
  type Values,
} from '../values/value.ts';
import type { Evaluator, Folder } from './folder.ts';
import { list } from './lift.ts';
import { bindingOf } from './names.ts';
import { choose, operate } from './operators.ts';

/** Gives a name a value while a function is run. */
function setName(binding: Binding, values: Values, frame: Frame): void {
  let at = frame;
  while (at.outer && !at.names.has(binding)) at = at.outer;
  at.names.set(binding, values);
}

const logical = (kind: ts.SyntaxKind): boolean => {
  const K = compiler.SyntaxKind;
  return (
    kind === K.BarBarEqualsToken || kind === K.QuestionQuestionEqualsToken || kind === K.AmpersandAmpersandEqualsToken
  );
};

/** The operator of `a op= b`, by the kind of its token. */
const operators = onFirstUse((): Partial<Record<ts.SyntaxKind, ts.SyntaxKind>> => {
  const K = compiler.SyntaxKind;
  return {
    [K.PlusEqualsToken]: K.PlusToken,
    [K.MinusEqualsToken]: K.MinusToken,
    [K.AsteriskEqualsToken]: K.AsteriskToken,
    [K.CaretEqualsToken]: K.CaretToken,
    [K.PercentEqualsToken]: K.PercentToken,
    [K.AmpersandEqualsToken]: K.AmpersandToken,
    [K.BarEqualsToken]: K.BarToken,
    [K.LessThanLessThanEqualsToken]: K.LessThanLessThanToken,
    [K.GreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanToken,
  };
});

/** `a = b`, `a += b`, `a ||= b`. Outside a run nothing is changed: `a += b` is then all that `a` becomes. */
export function assign(node: ts.BinaryExpression, fold: Folder, frame: Frame | undefined): Values {
  const target = unwrap(node.left);
  const { kind } = node.operatorToken;
  if (kind !== compiler.SyntaxKind.EqualsToken && !logical(kind) && !frame) return fold.evaluate(target);
  const values = newValues(node, target, kind, fold, frame);
  if (frame) write(target, values, fold, frame);
  return values;
}

function newValues(
  node: ts.BinaryExpression,
  target: ts.Expression,
  kind: ts.SyntaxKind,
  fold: Folder,
  frame: Frame | undefined,
): Values {
  const right = () => fold.evaluate(node.right, frame);
  if (kind === compiler.SyntaxKind.EqualsToken) return right();
  if (logical(kind)) return choose(kind, fold.evaluate(target, frame), right);
  const operator = operators()[kind];
  if (operator === undefined) return justUnknown;
  return product([fold.evaluate(target, frame), right()], ([a, b]) => operate(operator, a as Value, b as Value, fold));
}

/** Writes to a name, or to an item of a list that a name holds. */
function write(target: ts.Expression, values: Values, fold: Folder, frame: Frame): void {
  if (compiler.isIdentifier(target)) {
    const binding = bindingOf(target, fold);
    if (binding) setName(binding, values, frame);
    return;
  }
  if (!isMember(target) || !compiler.isIdentifier(target.expression)) return;
  const binding = bindingOf(target.expression, fold);
  if (!binding) return;
  const name = memberName(target);
  const [key] =
    name !== undefined || !compiler.isElementAccessExpression(target)
      ? []
      : fold.evaluate(target.argumentExpression, frame);
  const written = name ?? (key ? primitiveOf(key)?.value : undefined);
  const owner = fold.evaluate(target.expression, frame);
  const changed = each(owner, (value) => [withMember(value, written, values, fold)]);
  setName(binding, changed, frame);
}

function withMember(owner: Value, name: unknown, values: Values, fold: Folder): Value {
  const [lost] = justUnknown;
  if (owner.kind === 'fields' && name !== undefined)
    return { ...owner, fields: new Map(owner.fields).set(String(name), values) };
  const index = Number(name);
  if (owner.kind !== 'list' || !(index >= 0 && index <= owner.items.length)) return lost as Value;
  if (!fold.meter.step(1 + (owner.items.length >> 4))) return lost as Value;
  const items = [...owner.items];
  items[index] = values;
  return list(items, owner.open);
}

/** What a method that changes its list makes of it, and gives back. */
const changers: Readonly<Record<string, (items: Values[], given: readonly Values[]) => Values>> = {
  pop: (items) => items.pop() ?? justUndefined,
  push: (items, given) => [plain(items.push(...given))],
  reverse: (items) => [list(items.reverse())],
  shift: (items) => items.shift() ?? justUndefined,
  unshift: (items, given) => [plain(items.unshift(...given))],
};

/** `list.push(x)` while a function is run; undefined where it is no such call. */
export function change(
  node: ts.CallExpression,
  given: () => readonly Values[] | undefined,
  fold: Folder,
  frame: Frame,
): Values | undefined {
  const { expression } = node;
  if (!compiler.isPropertyAccessExpression(expression) || !compiler.isIdentifier(expression.expression))
    return undefined;
  const changer = own(changers, expression.name.text);
  const binding = changer && bindingOf(expression.expression, fold);
  if (!changer || !binding) return undefined;
  const [value, ...others] = fold.evaluate(expression.expression, frame);
  if (value?.kind !== 'list' || others.length > 0) return undefined;
  if (!fold.meter.step(1 + (value.items.length >> 4))) return justUnknown;
  const items = [...value.items];
  const result = changer(items, given() ?? [justUnknown]);
  setName(binding, [list(items, value.open)], frame);
  return result;
}

/** `x++`, `--x`. */
export const increment: Evaluator = (node, fold, frame) => {
  const K = compiler.SyntaxKind;
  const { operator, operand } = node as ts.PrefixUnaryExpression | ts.PostfixUnaryExpression;
  if (!frame) return justUnknown;
  const before = fold.evaluate(operand, frame);
  const after = each(before, (value) =>
    value.kind === 'plain' && typeof value.value === 'number'
      ? [plain(value.value + (operator === K.PlusPlusToken ? 1 : -1))]
      : justUnknown,
  );
  write(unwrap(operand), after, fold, frame);
  return node.kind === K.PostfixUnaryExpression ? before : after;
};

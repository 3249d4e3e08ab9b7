import { hole } from '../../model/index.ts';
import { compiler, onFirstUse, type ts } from '../compiler.ts';
import { isAssignment, isPlus, unwrap } from '../nodes.ts';
import { each, product, union, ways } from '../values/combine.ts';
import {
  justUndefined,
  justUnknown,
  madeText,
  type Primitive,
  plain,
  primitiveOf,
  type TextValue,
  type Value,
  type Values,
} from '../values/value.ts';
import { assign } from './effects.ts';
import type { Evaluator, Folder } from './folder.ts';
import { liftPrimitive } from './lift.ts';

const two = (apply: (a: never, b: never) => Primitive) => apply as (a: Primitive, b: Primitive) => Primitive;

/** What the language does with two primitives, by operator. The casts are lies the language itself permits. */
const binaries = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const table: ((a: Primitive, b: Primitive) => Primitive)[] = [];
  table[K.MinusToken] = two((a: number, b: number) => a - b);
  table[K.AsteriskToken] = two((a: number, b: number) => a * b);
  table[K.SlashToken] = two((a: number, b: number) => a / b);
  table[K.PercentToken] = two((a: number, b: number) => a % b);
  table[K.AmpersandToken] = two((a: number, b: number) => a & b);
  table[K.BarToken] = two((a: number, b: number) => a | b);
  table[K.CaretToken] = two((a: number, b: number) => a ^ b);
  table[K.LessThanLessThanToken] = two((a: number, b: number) => a << b);
  table[K.GreaterThanGreaterThanToken] = two((a: number, b: number) => a >> b);
  table[K.GreaterThanGreaterThanGreaterThanToken] = two((a: number, b: number) => a >>> b);
  table[K.LessThanToken] = two((a: number, b: number) => a < b);
  table[K.LessThanEqualsToken] = two((a: number, b: number) => a <= b);
  table[K.GreaterThanToken] = two((a: number, b: number) => a > b);
  table[K.GreaterThanEqualsToken] = two((a: number, b: number) => a >= b);
  table[K.EqualsEqualsEqualsToken] = (a, b) => a === b;
  table[K.ExclamationEqualsEqualsToken] = (a, b) => a !== b;
  return table;
});

/** One binary operator on two values, as `a op= b` needs it, too. */
export function operate(kind: ts.SyntaxKind, a: Value, b: Value, fold: Folder): Values {
  if (kind === compiler.SyntaxKind.PlusToken) return [plus(a, b, fold)];
  const left = primitiveOf(a);
  const right = primitiveOf(b);
  const apply = binaries()[kind];
  if (!apply || !left || !right || typeof left.value === 'bigint' || typeof right.value === 'bigint')
    return justUnknown;
  return [liftPrimitive(apply(left.value, right.value), ways(howOf(a), howOf(b)))];
}

const howOf = (value: Value): readonly string[] => (value.kind === 'text' ? value.how : []);
const piecesOf = (value: Value): number => (value.kind === 'text' ? value.pieces : 0);

/** `a + b`. Where one side is a text and the other is not known, the text has a hole. */
export function plus(a: Value, b: Value, fold: Folder): Value {
  const left = primitiveOf(a);
  const right = primitiveOf(b);
  if (left && right && typeof left.value !== 'string' && typeof right.value !== 'string') {
    if (typeof left.value === 'bigint' || typeof right.value === 'bigint') return justUnknown[0] as Value;
    return plain((left.value as number) + (right.value as number));
  }
  if (a.kind !== 'text' && b.kind !== 'text') return justUnknown[0] as Value;
  return joined([a, b], '+', fold) ?? (justUnknown[0] as Value);
}

/** Values one after another as one text, a hole for each that is not known; undefined above the budget. */
export function joined(parts: readonly Value[], how: string, fold: Folder): TextValue | undefined {
  let text = '';
  let holes = 0;
  let pieces = 0;
  for (const part of parts) {
    const known = part.kind === 'text' ? part.text : primitiveOf(part);
    const piece = typeof known === 'string' ? known : known ? String(known.value) : undefined;
    text += piece ?? hole;
    holes += part.kind === 'text' ? part.holes : piece === undefined ? 1 : 0;
    pieces += piecesOf(part);
  }
  // Charged for what is added to the first part: a text is not copied when something is added to it.
  const [first] = parts;
  if (!fold.meter.make(text.length - (first?.kind === 'text' ? first.text.length : 0))) return undefined;
  return madeText(text, Math.max(pieces, 1), ways(...parts.map(howOf), [how]), holes);
}

/** A chain of `+`, of any length: without recursion. */
function sum(node: ts.BinaryExpression, fold: Folder, frame: Parameters<Evaluator>[2]): Values {
  const operands: ts.Expression[] = [];
  let left: ts.Expression = node;
  while (compiler.isBinaryExpression(left) && isPlus(left)) {
    operands.push(left.right);
    left = left.left;
  }
  let total = fold.evaluate(left, frame);
  for (let operand = operands.pop(); operand; operand = operands.pop()) {
    const right = fold.evaluate(operand, frame);
    const [a] = total;
    const [b] = right;
    total =
      total.length === 1 && right.length === 1
        ? [plus(a as Value, b as Value, fold)]
        : product([total, right], ([x, y]) => [plus(x as Value, y as Value, fold)]);
  }
  return total;
}

/** True or false where the value is surely so; undefined where it is not known. */
export function truth(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'text':
      return value.text !== '';
    case 'plain':
      return Boolean(value.value);
    case 'unknown':
    case 'reference':
      return undefined;
    default:
      return true;
  }
}

/** True where the value is surely `null` or `undefined`, or surely not; undefined where it is not known. */
function isNullish(value: Value): boolean | undefined {
  if (value.kind === 'unknown' || value.kind === 'reference') return undefined;
  return value.kind === 'plain' && (value.value === null || value.value === undefined);
}

/** `a || b`, `a && b`, `a ?? b`: all that may come of it. */
export function choose(kind: ts.SyntaxKind, left: Values, right: () => Values): Values {
  const K = compiler.SyntaxKind;
  return each(left, (value) => {
    const goesOn =
      kind === K.QuestionQuestionToken || kind === K.QuestionQuestionEqualsToken
        ? isNullish(value)
        : kind === K.BarBarToken || kind === K.BarBarEqualsToken
          ? negate(truth(value))
          : truth(value);
    if (goesOn === undefined) return union([[value], right()]);
    return goesOn ? right() : [value];
  });
}

const negate = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

const binary: Evaluator = (node, fold, frame) => {
  const K = compiler.SyntaxKind;
  const expression = node as ts.BinaryExpression;
  const { kind } = expression.operatorToken;
  if (isPlus(expression)) return sum(expression, fold, frame);
  if (isAssignment(expression)) return assign(expression, fold, frame);
  if (kind === K.CommaToken) {
    fold.evaluate(expression.left, frame);
    return fold.evaluate(expression.right, frame);
  }
  const left = fold.evaluate(expression.left, frame);
  if (kind === K.BarBarToken || kind === K.AmpersandAmpersandToken || kind === K.QuestionQuestionToken)
    return choose(kind, left, () => fold.evaluate(expression.right, frame));
  return product([left, fold.evaluate(expression.right, frame)], ([a, b]) =>
    operate(kind, a as Value, b as Value, fold),
  );
};

const unary: Evaluator = (node, fold, frame) => {
  const K = compiler.SyntaxKind;
  const { operator, operand } = node as ts.PrefixUnaryExpression;
  return each(fold.evaluate(operand, frame), (value) => {
    if (operator === K.ExclamationToken) {
      const known = truth(value);
      return known === undefined ? justUnknown : [plain(!known)];
    }
    const known = primitiveOf(value);
    if (!known || typeof known.value === 'bigint') return justUnknown;
    if (operator === K.PlusToken) return [plain(Number(known.value))];
    if (operator === K.MinusToken) return [plain(-Number(known.value))];
    return operator === K.TildeToken ? [plain(~Number(known.value))] : justUnknown;
  });
};

const conditional: Evaluator = (node, fold, frame) => {
  const { condition, whenTrue, whenFalse } = node as ts.ConditionalExpression;
  return each(fold.evaluate(condition, frame), (value) => {
    const known = truth(value);
    if (known !== undefined) return fold.evaluate(known ? whenTrue : whenFalse, frame);
    return union([fold.evaluate(whenTrue, frame), fold.evaluate(whenFalse, frame)]);
  });
};

/** `typeof x` where the type is known. */
const typeOf: Evaluator = (node, fold, frame) =>
  each(fold.evaluate((node as ts.TypeOfExpression).expression, frame), (value) => {
    const known = primitiveOf(value);
    return known
      ? [liftPrimitive(typeof known.value === 'object' ? 'object' : typeof known.value, ['typeof'])]
      : justUnknown;
  });

/** Operators, by kind of node. */
export const operators = (table: Evaluator[]): void => {
  const K = compiler.SyntaxKind;
  table[K.BinaryExpression] = binary;
  table[K.PrefixUnaryExpression] = unary;
  table[K.ConditionalExpression] = conditional;
  table[K.TypeOfExpression] = typeOf;
  table[K.VoidExpression] = () => justUndefined;
  for (const kind of [
    ...[K.ParenthesizedExpression, K.AsExpression, K.SatisfiesExpression, K.NonNullExpression],
    ...[K.TypeAssertionExpression, K.AwaitExpression, K.ExpressionWithTypeArguments],
  ])
    table[kind] = (node, fold, frame) => fold.evaluate(unwrap(node as ts.Expression), frame);
};

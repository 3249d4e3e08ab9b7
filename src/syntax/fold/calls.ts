import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName } from '../nodes.ts';
import { each, product } from '../values/combine.ts';
import {
  type Frame,
  justUndefined,
  justUnknown,
  type ReferenceValue,
  type Value,
  type Values,
} from '../values/value.ts';
import { callListMethod, listMethods } from './arrays.ts';
import { change } from './effects.ts';
import { type Builtin, callBytesMethod, encodingBuiltins } from './encodings.ts';
import { readByCall } from './environment.ts';
import type { Evaluator, Folder } from './folder.ts';
import { fromModule } from './imports.ts';
import { importedWhole, isInterop } from './interop.ts';
import { memberOf } from './members.ts';
import { callNumberMethod, numberBuiltins } from './numbers.ts';
import { objectBuiltins, spread } from './objects.ts';
import { anyReturn } from './returns.ts';
import { isKnown, mayRun } from './run.ts';
import { callStringMethod, stringMethods } from './strings.ts';

/** Functions of the platform that fold, by the name the platform has for them. */
const builtins: ReadonlyMap<string, Builtin> = new Map(
  [encodingBuiltins, numberBuiltins, objectBuiltins].flatMap((family) => Object.entries(family)),
);

/** Modules that give what the platform gives as a global, too. */
const platform = new Set<string | undefined>([undefined, 'buffer', 'node:buffer', 'util', 'node:util']);

/**
 * Arguments, evaluated when they are asked for: most calls are of something that does not fold. Undefined where it is not
 * known how many they are, and where all of them must be known and one is not.
 */
type Given = (mustBeKnown?: boolean) => readonly Values[] | undefined;

function argumentsOf(node: ts.CallExpression | ts.NewExpression, fold: Folder, frame: Frame | undefined): Given {
  let given: readonly Values[] | undefined;
  return (mustBeKnown = false) => {
    given ??= evaluateAll(node.arguments ?? [], mustBeKnown, fold, frame);
    return given;
  };
}

function evaluateAll(
  written: readonly ts.Expression[],
  mustBeKnown: boolean,
  fold: Folder,
  frame: Frame | undefined,
): readonly Values[] | undefined {
  const given: Values[] = [];
  for (const argument of written) {
    if (compiler.isSpreadElement(argument)) {
      if (spread(fold.evaluate(argument.expression, frame), given)) return undefined;
      continue;
    }
    const values = fold.evaluate(argument, frame);
    if (mustBeKnown && !isKnown(values)) return undefined;
    given.push(values);
  }
  return given;
}

/** The way to what a call of something gives. */
const calledPath = (path: readonly string[]): string[] => [...path.slice(0, -1), `${path.at(-1) ?? 'default'}()`];

const asGiven =
  (values: readonly Values[]): Given =>
  () =>
    values;

function callReference(target: ReferenceValue, given: Given, fold: Folder): Values {
  const { module, path } = target;
  const last = path.at(-1);
  const builtin = path.length < 3 && platform.has(module) ? builtins.get(path.join('.')) : undefined;
  if (builtin) {
    const values = given();
    return values ? product(values, (chosen) => builtin(chosen, fold)) : justUnknown;
  }
  const read = readByCall(target, given);
  if (read) return [read];
  const inner = { ...target, path: path.slice(0, -1) };
  if (module === undefined && (last === 'apply' || last === 'call') && builtins.has(inner.path.join('.'))) {
    const values = given();
    if (last === 'call' && values) return callReference(inner, asGiven(values.slice(1)), fold);
    if (values?.[1]?.[0]?.kind === 'list') return callReference(inner, asGiven(values[1][0].items), fold);
  }
  return [{ ...target, path: calledPath(path) }];
}

/** A value that is called. */
function callValue(target: Value, given: Given, fold: Folder): Values {
  if (target.kind === 'reference') return callReference(target, given, fold);
  if (target.kind !== 'code') return justUnknown;
  // A run on something that is not known seldom ends in anything that is.
  const values = mayRun(target) ? given(true) : undefined;
  const result = values ? fold.run(target, values) : justUnknown;
  return result.every(({ kind }) => kind === 'unknown') ? anyReturn(target, fold) : result;
}

/** A method of a value that is called. */
function callMethod(owner: Value, name: string, given: Given, fold: Folder): Values {
  const apply = (method: (chosen: readonly Value[]) => Values): Values => {
    const values = given();
    return values ? product(values, method) : justUnknown;
  };
  switch (owner.kind) {
    case 'text':
      return stringMethods.has(name) ? apply((chosen) => callStringMethod(name, owner, chosen, fold)) : justUnknown;
    case 'list':
      return listMethods.has(name) ? apply((chosen) => callListMethod(name, owner, chosen, fold)) : justUnknown;
    case 'bytes':
      return apply((chosen) => callBytesMethod(name, owner, chosen, fold));
    case 'plain':
      if (typeof owner.value !== 'number') return justUnknown;
      return apply((chosen) => callNumberMethod(name, Number(owner.value), chosen, fold));
    case 'code':
      return name === 'call' ? callValue(owner, (mustBeKnown) => given(mustBeKnown)?.slice(1), fold) : justUnknown;
    case 'unknown':
      return justUnknown;
    default:
      return each(memberOf(owner, name, fold), (target) => callValue(target, given, fold));
  }
}

const call: Evaluator = (node, fold, frame) => {
  const { expression, arguments: written } = node as ts.CallExpression;
  const [first] = written;
  if (expression.kind === compiler.SyntaxKind.ImportKeyword)
    return first ? fromModule(node, first, '*', fold) : justUnknown;
  if (first && isInterop(node as ts.CallExpression)) return importedWhole(fold.evaluate(first, frame));
  const given = argumentsOf(node as ts.CallExpression, fold, frame);
  const name = isMember(expression) ? memberName(expression) : undefined;
  if (isMember(expression) && name !== undefined) {
    const changed = frame && change(node as ts.CallExpression, given, fold, frame);
    return (
      changed ?? each(fold.evaluate(expression.expression, frame), (owner) => callMethod(owner, name, given, fold))
    );
  }
  return each(fold.evaluate(expression, frame), (target) => {
    if (target.kind === 'reference' && target.module === undefined && target.path[0] === 'require' && first)
      return target.path.length === 1 ? fromModule(node, first, '*', fold) : justUnknown;
    return callValue(target, given, fold);
  });
};

/** Builtins that `new` makes; of all others it makes the way to what they make. */
const constructed = new Set(['Array', 'Buffer', 'String', 'Uint8Array']);

const construct: Evaluator = (node, fold, frame) =>
  each(fold.evaluate((node as ts.NewExpression).expression, frame), (target) => {
    if (target.kind === 'class') return [{ kind: 'instance', node: target.node }];
    if (target.kind !== 'reference') return justUnknown;
    const name = target.path.join('.');
    return constructed.has(name)
      ? callReference(target, argumentsOf(node as ts.NewExpression, fold, frame), fold)
      : [{ ...target, path: calledPath(target.path) }];
  });

/** Calls, by kind of node. */
export const calls = (table: Evaluator[]): void => {
  const K = compiler.SyntaxKind;
  table[K.CallExpression] = call;
  table[K.NewExpression] = construct;
  table[K.MetaProperty] = () => [{ kind: 'reference', module: undefined, path: ['import.meta'] }];
  table[K.DeleteExpression] = () => justUndefined;
};

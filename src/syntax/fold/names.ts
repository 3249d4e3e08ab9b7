import { type Binding, lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { each, union } from '../values/combine.ts';
import { type Frame, justUndefined, justUnknown, plain, type Value, type Values } from '../values/value.ts';
import { anyOf } from './arrays.ts';
import { settle } from './changes.ts';
import { enumValues, namespaceValues } from './declared-objects.ts';
import { elementValues } from './destructure.ts';
import type { Evaluator, Folder } from './folder.ts';
import { importedValues } from './imports.ts';
import { choose } from './operators.ts';
import { parameterValues } from './parameters.ts';

const globals: ReadonlyMap<string, Values> = new Map([
  ['undefined', justUndefined],
  ['NaN', [plain(Number.NaN)]],
  ['Infinity', [plain(Number.POSITIVE_INFINITY)]],
]);

const hosts = new Set(['globalThis', 'window', 'self', 'global']);

/** What the platform means by a name that the file does not declare. */
const globalValues = (name: string): Values =>
  globals.get(name) ?? [{ kind: 'reference', module: undefined, path: hosts.has(name) ? [] : [name] }];

/** The value a name has while a function is run; undefined where it is none of the function's. */
function inFrame(frame: Frame | undefined, binding: Binding): Values | undefined {
  for (let at = frame; at; at = at.outer) {
    const values = at.names.get(binding);
    if (values) return values;
  }
  return undefined;
}

export const bindingOf = (node: ts.Identifier, fold: Folder): Binding | undefined =>
  lookup(fold.scopes, node, node.text);

export const identifier: Evaluator = (node, fold, frame) => {
  const name = node as ts.Identifier;
  const binding = bindingOf(name, fold);
  if (!binding) return globalValues(name.text);
  return inFrame(frame, binding) ?? fold.valuesOf(binding);
};

/** Everything a name may be, wherever it is asked: what it is declared as, and what is written to it. */
export function bindingValues(binding: Binding, fold: Folder): Values {
  if (binding.changes.length > 0) {
    const settled = settle(binding, fold);
    if (settled) return settled;
  }
  const sets = binding.declarations
    .map((node) => declarationValues(node, binding, fold))
    .filter((set) => set !== undefined);
  for (const { operatorToken, right } of binding.writes)
    sets.push(
      operatorToken.kind === compiler.SyntaxKind.EqualsToken
        ? fold.evaluate(right)
        : choose(operatorToken.kind, justUnknown, () => fold.evaluate(right)),
    );
  if (binding.elusive || binding.changes.length > 0) sets.push(justUnknown);
  const all = sets.length > 0 ? union(sets) : justUndefined;
  return binding.members.size > 0 ? each(all, (value) => [withMembers(value, binding, fold)]) : all;
}

/** What a declaration alone gives its name; undefined for `let x;`, which gives nothing yet. */
function declarationValues(node: ts.Node, binding: Binding, fold: Folder): Values | undefined {
  if (compiler.isVariableDeclaration(node)) return variableValues(node, binding, fold);
  if (compiler.isParameter(node)) return parameterValues(node, binding, fold);
  if (compiler.isBindingElement(node)) return elementValues(node, fold);
  if (compiler.isFunctionDeclaration(node) || compiler.isFunctionExpression(node))
    return node.body ? [{ kind: 'code', node }] : undefined;
  if (compiler.isClassDeclaration(node) || compiler.isClassExpression(node)) return [{ kind: 'class', node }];
  if (compiler.isEnumDeclaration(node)) return enumValues(node, fold);
  if (compiler.isModuleDeclaration(node)) return namespaceValues(node, fold);
  return importedValues(node, fold);
}

/** The values of a variable's declaration: its initializer, the items of a loop. */
export function variableValues(
  node: ts.VariableDeclaration,
  binding: Binding | undefined,
  fold: Folder,
): Values | undefined {
  if (node.initializer) return fold.evaluate(node.initializer);
  const statement = node.parent.parent;
  if (compiler.isForOfStatement(statement)) return each(fold.evaluate(statement.expression), anyOf);
  if (compiler.isForInStatement(statement) || binding?.kind === 'catch' || binding?.kind === 'const')
    return justUnknown;
  return binding && binding.writes.length > 0 ? undefined : justUndefined;
}

/** An object with what is written to its members later. */
function withMembers(value: Value, binding: Binding, fold: Folder): Value {
  if (value.kind !== 'fields') return value;
  const fields = new Map(value.fields);
  for (const [name, written] of binding.members) {
    const known = fields.get(name);
    fields.set(name, union([...(known ? [known] : []), ...written.map((node) => fold.evaluate(node))]));
  }
  return { ...value, fields };
}

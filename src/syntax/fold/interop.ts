import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName } from '../nodes.ts';
import { each, union } from '../values/combine.ts';
import { LazyFields } from '../values/lazy-fields.ts';
import { type FieldsValue, justUnknown, type Value, type Values } from '../values/value.ts';

/** What compilers and bundlers put around a `require`, so that it reads as an import: TypeScript, Babel, SWC, esbuild, Rollup. */
const helper =
  /^_{0,3}(?:import(?:Default|Star)|interop_?[rR]equire_?(?:[dD]efault|[wW]ildcard)|to(?:ESM|CommonJS|Module)|interop(?:Default|Namespace)(?:Legacy|Default|Compat)?)\d{0,3}$/;

/** Whether a call is of such a helper: its value is what it is given, as an import sees that. */
export function isInterop({ expression, arguments: given }: ts.CallExpression): boolean {
  if (given.length === 0) return false;
  const name = isMember(expression) ? memberName(expression) : compiler.isIdentifier(expression) && expression.text;
  return typeof name === 'string' && helper.test(name);
}

/** A module as an import sees it: what has no default of its own is that itself. */
export const importedWhole = (values: Values): Values => each(values, withDefault);

function withDefault(value: Value): Values {
  if (value.kind === 'fields') return value.fields.has('default') ? [value] : [{ ...value, fields: withItself(value) }];
  if (value.kind === 'reference' || value.kind === 'unknown') return [value];
  return union([[{ kind: 'fields', fields: new Map([['default', [value]]]), open: false }], [value]]);
}

/** The fields of an object, and the object itself as their `default`. */
const withItself = (value: FieldsValue): LazyFields =>
  new LazyFields(new Set([...value.fields.keys(), 'default']), (name) =>
    name === 'default' ? [value] : (value.fields.get(name) ?? justUnknown),
  );

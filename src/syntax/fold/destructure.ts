import { lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { each, union } from '../values/combine.ts';
import { type Frame, justUnknown, primitiveOf, type Values } from '../values/value.ts';
import type { Folder } from './folder.ts';
import { list } from './lift.ts';
import { memberOf } from './members.ts';
import { variableValues } from './names.ts';
import { parameterValues } from './parameters.ts';

/** Everything a name in a pattern may be: `const { a: [b = 1] } = …`. */
export function elementValues(element: ts.BindingElement, fold: Folder): Values {
  return taken(element, ownerValues(element.parent.parent, fold), fold);
}

/** What the whole pattern is given. */
function ownerValues(owner: ts.Node, fold: Folder): Values {
  if (compiler.isBindingElement(owner)) return elementValues(owner, fold);
  if (compiler.isVariableDeclaration(owner)) return variableValues(owner, undefined, fold) ?? justUnknown;
  if (compiler.isParameter(owner)) return parameterValues(owner, undefined, fold);
  return justUnknown;
}

/** What one element takes of the values its pattern is given, with its default. */
function taken(element: ts.BindingElement, given: Values, fold: Folder, frame?: Frame): Values {
  const pattern = element.parent;
  const values = each(given, (value) => {
    if (compiler.isArrayBindingPattern(pattern)) {
      const index = pattern.elements.indexOf(element);
      if (!element.dotDotDotToken) return memberOf(value, String(index), fold);
      return value.kind === 'list' ? [list(value.items.slice(index), value.open)] : justUnknown;
    }
    if (element.dotDotDotToken) return [value];
    const name = element.propertyName ?? element.name;
    const key =
      compiler.isObjectBindingPattern(name) || compiler.isArrayBindingPattern(name) ? undefined : plainName(name);
    return key === undefined ? justUnknown : memberOf(value, key, fold);
  });
  const { initializer } = element;
  return initializer ? withDefault(values, () => fold.evaluate(initializer, frame)) : values;
}

/** Values of which `undefined` is replaced by a default; what is not known may be either. */
export const withDefault = (values: Values, otherwise: () => Values): Values =>
  each(values, (value) => {
    if (value.kind === 'unknown' || value.kind === 'reference') return union([[value], otherwise()]);
    return value.kind === 'plain' && primitiveOf(value)?.value === undefined ? otherwise() : [value];
  });

/** Gives the names of a pattern their values while a function is run. */
export function bindPattern(name: ts.BindingName, values: Values, fold: Folder, frame: Frame): void {
  if (compiler.isIdentifier(name)) {
    const binding = lookup(fold.scopes, name, name.text);
    if (binding) frame.names.set(binding, values);
    return;
  }
  for (const element of name.elements)
    if (compiler.isBindingElement(element)) bindPattern(element.name, taken(element, values, fold, frame), fold, frame);
}

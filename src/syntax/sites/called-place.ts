import { compiler, type ts } from '../compiler.ts';
import type { Callee } from './callee.ts';
import { type CalleeTraits, traitsOf, upperCase } from './callee-traits.ts';
import type { Stepper, Way } from './place.ts';
import type { Sites } from './sites.ts';

/** An argument of a call: what is called, where in the argument the text stands, and what name that gives. */
export const calledPlace: Stepper = (parent, at, way, sites) => {
  const call = parent as ts.CallExpression | ts.NewExpression;
  const argument = call.arguments?.indexOf(at as ts.Expression) ?? -1;
  if (argument < 0) return 'end';
  const { callee, name } = sites.calleeOf(call);
  const traits = traitsOf(name);
  if (!way.call && isDefault(way)) return defaultOption(call, argument, callee, way);
  if (!way.call) way.call = { ...callee, argument, option: optionOf(way.options) };
  else return traits.passes ? parent : 'end';
  if (way.options.length === 0) direct(call, traits, argument, way, sites);
  else if (way.options.length === 1 && way.role === 'property' && traits.holdsHeaders) way.role = 'header';
  return way.name === undefined && traits.passes ? onwards(parent, way) : 'end';
};

/** `{ default: '…' }`: the property's own name says nothing. */
const isDefault = (way: Way): boolean =>
  way.options.length === 1 && /^(?:dev)?[Dd]efault(?:Value)?$/.test(way.name ?? '');

/** `.option('api-key', { default: '…' })`, `str({ default: '…' })`: named by the first argument, or outside. */
function defaultOption(
  call: ts.CallExpression | ts.NewExpression,
  argument: number,
  callee: Callee,
  way: Way,
): ts.Node | 'end' {
  way.call = { ...callee, argument, option: optionOf(way.options) };
  way.role = 'default';
  const first = call.arguments?.[0];
  delete way.name;
  if (argument === 0 || !first || !compiler.isStringLiteralLike(first)) return onwards(call, way);
  way.name = first.text;
  return 'end';
}

/** `credentials.secretAccessKey`, `keys[]`: from the argument inwards. */
const optionOf = (options: readonly string[]): string =>
  [...options].reverse().reduce((path, part) => (part === '[]' ? `${path}[]` : path ? `${path}.${part}` : part), '');

/** The text is itself an argument. */
function direct(
  call: ts.CallExpression | ts.NewExpression,
  traits: CalleeTraits,
  argument: number,
  way: Way,
  sites: Sites,
): void {
  const first = call.arguments?.[0];
  const isOption = argument === 2 && traits.declaresOption;
  const key = (argument === 1 || isOption) && first && compiler.isStringLiteralLike(first) ? first.text : undefined;
  if (key !== undefined && (isOption || traits.setsByName || traits.reads)) {
    way.name ??= /--([\w-]+)/.exec(key)?.[1] ?? key;
    if (isOption) way.role = 'default';
    else if (traits.setsHeader) way.role = 'header';
    else if (traits.reads) {
      way.role = 'fallback';
      if (upperCase.test(key)) way.environment ??= key;
    }
  } else if (traits.defaults) way.role ??= 'default';
  else if (argument === 0) way.role ??= (argument === 0 ? traits.firstRole : traits.role) ?? 'argument';
  if (way.name === undefined) {
    const given = sites.parameterName(call, argument);
    if (given !== undefined) way.name = given;
  }
  way.role ??= (argument === 0 ? traits.firstRole : traits.role) ?? 'argument';
}

/** On to what the call is given to, for the name alone: the role and the call are known. */
function onwards(parent: ts.Node, way: Way): ts.Node {
  way.options.length = 0;
  return parent;
}

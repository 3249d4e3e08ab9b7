import { compiler, type ts } from '../compiler.ts';
import { isMember } from '../nodes.ts';
import type { Callee } from './callee.ts';
import { type CalleeTraits, fallbackName, traitsOf, upperCase } from './callee-traits.ts';
import { environmentIn } from './environment-in.ts';
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
  if (!way.call && describesOption(way)) {
    way.role = 'default';
    way.name = way.options[1] as string;
  }
  if (!way.call) {
    const handed = callee.module === '.' ? sites.handedOn(call, argument, way.options) : undefined;
    way.call = handed ?? { ...callee, argument, option: optionOf(way.options) };
  } else return traits.passes ? parent : 'end';
  if (way.options.length === 0) direct(call, traits, argument, way, sites);
  else if (way.options.length === 1 && way.role === 'property' && traits.holdsHeaders) way.role = 'header';
  else if (way.options.length === 1 && way.role === 'property' && isSetOfAll(name, call, argument, sites))
    way.role = 'environment';
  return way.name === undefined && traits.passes ? onwards(parent, way) : 'end';
};

const defaultName = /^(?:dev)?[Dd]efault(?:Value)?$/;

/** `{ default: '…' }`: the property's own name says nothing. */
const isDefault = (way: Way): boolean => way.options.length === 1 && defaultName.test(way.name ?? '');

/** `{ password: { default: '…' } }`: the name of what has the default stands around it. */
const describesOption = ({ options }: Way): boolean =>
  options.length > 1 && defaultName.test(options[0] ?? '') && /^[\w$-]+$/.test(options[1] ?? '');

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

/** `Object.assign(process.env, { X: '…' })`. */
function isSetOfAll(name: string, call: ts.CallExpression | ts.NewExpression, argument: number, sites: Sites): boolean {
  const [target] = call.arguments ?? [];
  if (name !== 'Object.assign' || argument === 0 || !target) return false;
  return sites.fold.evaluate(target).some((value) => value.kind === 'reference' && value.path.at(-1) === 'env');
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
  } else if (traits.defaults || (argument === 1 && traits.withDefault)) {
    way.role ??= 'default';
    const environment = isMember(call.expression) ? environmentIn(call.expression.expression, sites) : undefined;
    if (environment !== undefined) {
      way.environment ??= environment;
      way.role = 'fallback';
    }
  } else if (argument === 0) way.role ??= (argument === 0 ? traits.firstRole : traits.role) ?? 'argument';
  if (way.name === undefined) {
    const given = sites.parameterName(call, argument);
    if (given !== undefined) way.name = given;
    if (given !== undefined && fallbackName.test(given)) noteFallback(first, way);
  }
  way.role ??= (argument === 0 ? traits.firstRole : traits.role) ?? 'argument';
}

/** `read('JWT_SECRET', '…')` where the program's own function calls its second argument a fallback. */
function noteFallback(first: ts.Expression | undefined, way: Way): void {
  if (!first || !compiler.isStringLiteralLike(first) || !upperCase.test(first.text)) return;
  way.environment ??= first.text;
  way.role = 'fallback';
}

/** On to what the call is given to, for the name alone: the role and the call are known. */
function onwards(parent: ts.Node, way: Way): ts.Node {
  way.options.length = 0;
  return parent;
}

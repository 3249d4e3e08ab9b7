import { compiler, type ts } from '../compiler.ts';
import type { Callee } from './callee.ts';
import { holdsHeaders, setsHeader } from './headers.ts';
import type { Stepper, Way } from './place.ts';
import type { Sites } from './sites.ts';
import { roleByCallee } from './valueless.ts';

/** Functions that give back what they get: the name goes on to what the call is given to. Last part of the name. */
const passing =
  /(?:^|\.)(?:String|atob|btoa|from|freeze|ref|signal|shallowRef|useState|useRef|computed|resolve|of|trim|Secret|SecretString|SecretStr|secret|default|catch|fallback|prefault|optional|concat|encode|decodeURIComponent)$/;

/** Functions that are asked for a value by its name, and take what to give where there is none. */
const readers =
  /(?:^|\.)(?:get|option|setting|read|load|require|optional|use)?_?(?:env|getenv|config|conf|setting|secret|param|option|environment)?_?(?:var|variable|string|str|value|or|orelse|ordefault|withdefault)?$/i;

/** Functions that give a value to the name that stands before it: `.set('token', '…')`, `setItem`, `define`. */
const setsByName = /(?:^|\.)(?:set|put|append|define|store|save|config|header|cookie)(?:[A-Z]\w*|_\w+)?$/;

/** Validators that take a default as their only argument. */
const defaults = /(?:^|\.)(?:default|catch|fallback|prefault)$/;

const upperCase = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** An argument of a call: what is called, where in the argument the text stands, and what name that gives. */
export const calledPlace: Stepper = (parent, at, way, sites) => {
  const call = parent as ts.CallExpression | ts.NewExpression;
  const argument = call.arguments?.indexOf(at as ts.Expression) ?? -1;
  if (argument < 0) return 'end';
  const { callee, name } = sites.calleeOf(call);
  if (!way.call && isDefault(way)) return defaultOption(call, argument, callee, way);
  if (!way.call) way.call = { ...callee, argument, option: optionOf(way.options) };
  else return passing.test(name) ? parent : 'end';
  if (way.options.length === 0) direct(call, name, argument, way, sites);
  else if (way.options.length === 1 && way.role === 'property' && holdsHeaders(name)) way.role = 'header';
  return way.name === undefined && passing.test(name) ? onwards(parent, way) : 'end';
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
  name: string,
  argument: number,
  way: Way,
  sites: Sites,
): void {
  const first = call.arguments?.[0];
  const isOption = argument === 2 && /(?:^|\.)(?:option|requiredOption|argument)$/.test(name);
  const key = (argument === 1 || isOption) && first && compiler.isStringLiteralLike(first) ? first.text : undefined;
  if (key !== undefined && (isOption || setsByName.test(name) || readers.test(name))) {
    way.name ??= /--([\w-]+)/.exec(key)?.[1] ?? key;
    if (isOption) way.role = 'default';
    else if (setsHeader(name)) way.role = 'header';
    else if (readers.test(name)) {
      way.role = 'fallback';
      if (upperCase.test(key)) way.environment ??= key;
    }
  } else if (defaults.test(name)) way.role ??= 'default';
  else if (argument === 0) way.role ??= roleByCallee(name, argument) ?? 'argument';
  if (way.name === undefined) {
    const given = sites.parameterName(call, argument);
    if (given !== undefined) way.name = given;
  }
  way.role ??= roleByCallee(name, argument) ?? 'argument';
}

/** On to what the call is given to, for the name alone: the role and the call are known. */
function onwards(parent: ts.Node, way: Way): ts.Node {
  way.options.length = 0;
  return parent;
}

import type { LiteralRole } from '../../model/index.ts';
import { holdsHeaders, setsHeader } from './headers.ts';
import { roleByCallee } from './valueless.ts';

/** Functions that give back what they get: the name goes on to what the call is given to. Last part of the name. */
const passing =
  /(?:^|\.)(?:String|atob|btoa|from|freeze|ref|signal|shallowRef|useState|useRef|computed|resolve|of|trim|Secret|SecretString|SecretStr|secret|default|catch|fallback|prefault|optional|concat|encode|decodeURIComponent)$/;

/** Functions that are asked for a value by its name, and take what to give where there is none. */
const readers =
  /(?:^|\.)(?:get|option|setting|read|load|require|optional|use)?_?(?:env|getenv|config|conf|setting|secret|param|option|environment)?_?(?:var|variable|string|str|value|or|orelse|ordefault|withdefault)?$/i;

/** Functions that give a value to the name that stands before it: `.set('token', '…')`, `setItem`, `define`. */
const setsByName = /(?:^|\.)(?:set|put|append|define|store|save|config|header|cookie)(?:[A-Z]\w*|_\w+)?$/;

/** Things that are asked for settings, and functions of theirs. */
const holder = /config|env|settings?$|^secrets?$/i;
const asked = /^(?:get|require)/;
const readsEnv = /^(?:get|require|read|load)?_?[eE]nv(?:[A-Z]|$)/;

/** Whether a function gives the value of a setting by its name, or nothing: `config.get`, `requireEnv`. */
function givesSetting(name: string): boolean {
  const [function_ = '', owner = ''] = name.split('.').toReversed();
  return readsEnv.test(function_) || (asked.test(function_) && holder.test(owner));
}

/** Validators that take a default behind a schema. */
const withDefault = /(?:^|\.)(?:optional|exactOptional|nullish|nullable|undefinedable|fallback|withDefault)$/;

/** Names of parameters that stand for what is not given. */
export const fallbackName = /^_?(?:fallback|def|dflt|otherwise|alternative|or|default)(?:Value|Val|Secret|Key)?_?$/i;

/** Validators that take a default as their only argument. */
const defaulting = /(?:^|\.)(?:default|catch|fallback|prefault)$/;

/** A name as variables of the environment have it. */
export const upperCase = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

const optional = /(?:^|\.)(?:option|requiredOption|argument)$/;

/** What the name of a function tells of its arguments. */
export interface CalleeTraits {
  readonly passes: boolean;
  readonly reads: boolean;
  readonly setsByName: boolean;
  readonly setsHeader: boolean;
  readonly holdsHeaders: boolean;
  readonly defaults: boolean;
  readonly declaresOption: boolean;
  readonly gives: boolean;
  readonly withDefault: boolean;
  /** The role of its first argument, and of any other. */
  readonly firstRole: LiteralRole | undefined;
  readonly role: LiteralRole | undefined;
}

const most = 4_000;
const known = new Map<string, CalleeTraits>();

/** What the name of a function tells, by the name as it stands in the program; remembered, as few names are called often. */
export function traitsOf(name: string): CalleeTraits {
  const before = known.get(name);
  if (before) return before;
  if (known.size >= most) known.clear();
  const traits = {
    passes: passing.test(name),
    reads: readers.test(name),
    setsByName: setsByName.test(name),
    setsHeader: setsHeader(name),
    holdsHeaders: holdsHeaders(name),
    defaults: defaulting.test(name),
    declaresOption: optional.test(name),
    gives: givesSetting(name),
    withDefault: withDefault.test(name),
    firstRole: roleByCallee(name, 0),
    role: roleByCallee(name, 1),
  };
  known.set(name, traits);
  return traits;
}

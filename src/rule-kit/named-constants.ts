import { CREDENTIAL_PART, hasQuotedValue } from './program-text.ts';

const declared =
  /(?:\b(?:const|let|var|static|readonly)\s|,)\s{0,20}([A-Za-z_$][\w$]{0,60})(?:\s{0,3}:\s{0,3}[\w<>, [\]]{1,40})?\s{0,3}=\s{0,3}(?=['"`{[A-Z])/g;
const given = new RegExp(
  `${CREDENTIAL_PART}\\w{0,30}['"]?\\]?\\s{0,3}[:=]\\s{0,8}(?:\\{\\s{0,3})?\\[?\`?(?:\\$\\{)?\\s{0,3}([A-Za-z_$][\\w$]{0,60})`,
  'gi',
);
/** The place of a password in an address that is put together. */
const inAddress = /:\/\/[^\s'"`]{0,120}:\$\{\s{0,3}([A-Za-z_$][\w$]{0,60})[\w$.[\]]{0,60}\s{0,3}\}@/g;
/** A value that could be a part of a credential. */
const text = /^['"`]([^'"`\s]{4,300})['"`]/;
const alias = /^`?\$\{\s{0,3}([A-Za-z_$][\w$]{0,60})/;
const reach = 400;
const mostNames = 400;

/** Names of constants that hold a text with a digit in it, or an object or list of such, or start with another's text. */
function constantsIn(program: string): Set<string> {
  const names = new Set<string>();
  for (const match of program.matchAll(declared)) {
    if (names.size >= mostNames) break;
    const [whole, name = ''] = match;
    const from = match.index + whole.length;
    const rest = program.slice(from, from + reach);
    const [, value = ''] = text.exec(rest) ?? [];
    const [, other] = alias.exec(rest) ?? [];
    const holds = other === undefined ? /\d/.test(value) || (!value && hasQuotedValue(rest)) : names.has(other);
    if (holds) names.add(name);
  }
  return names;
}

/**
 * Whether a program gives a constant of its own to a name that means a credential, or puts it where an address has a
 * password: `{ apiKey: main }`, `secretKey={main}`, `password: ${first}${last}`.
 */
export function givesConstant(program: string): boolean {
  let names: Set<string> | undefined;
  for (const pattern of [given, inAddress])
    for (const [, name = ''] of program.matchAll(pattern)) {
      names ??= constantsIn(program);
      if (names.size === 0) return false;
      if (names.has(name)) return true;
    }
  return false;
}

/** The same of a part of a program: whether a name stands there to which a constant may be given. */
export const mayGiveConstant = (part: string): boolean => part.search(given) >= 0 || part.search(inAddress) >= 0;

/** A function or method with its parameters: `async login(page, password) {`, `connect = (password: string) =>`. */
const taking =
  /([A-Za-z_$][\w$]{0,60})(?:\s{0,3}=\s{0,3}(?:async\s{0,3})?(?:function)?)?\s{0,3}\(([^()'"`]{0,240})\)\s{0,3}(?::[^(){};]{0,60})?(?:=>|\{)/g;
const parameter = new RegExp(`(?:^|[,{\\s])\\w{0,30}${CREDENTIAL_PART}\\w{0,12}\\s{0,3}(?:[?:,}]|$)`, 'i');
const keyword = /^(?:if|for|while|switch|catch|function|with)$/;
const mostFunctions = 60;

/** Whether a part of a program declares a function with a parameter that means a credential. */
export const mayTakeCredential = (part: string): boolean => functionsOf(part).length > 0;

function functionsOf(program: string): string[] {
  const names: string[] = [];
  for (const [, name = '', parameters = ''] of program.matchAll(taking))
    if (names.length < mostFunctions && parameter.test(parameters) && !keyword.test(name)) names.push(name);
  return names;
}

/** Whether a program calls a function of its own that takes a credential, with a text that could be one among the arguments. */
export function givesToOwn(program: string): boolean {
  return functionsOf(program).some((name) => {
    for (let at = program.indexOf(`${name}(`); at >= 0; at = program.indexOf(`${name}(`, at + name.length)) {
      const given = /^\(([^;{}]{0,300}?)\)\s{0,3}(?![\s{:=])/.exec(
        program.slice(at + name.length, at + name.length + 320),
      );
      if (given && hasQuotedValue(given[1] ?? '')) return true;
    }
    return false;
  });
}

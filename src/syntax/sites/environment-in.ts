import { compiler, type ts } from '../compiler.ts';
import { environmentOf } from '../fold/environment.ts';
import { isMember, unwrap } from '../nodes.ts';
import { traitsOf } from './callee-traits.ts';
import type { Sites } from './sites.ts';

/** The environment variable that an expression reads, if all of it may come from one. */
export function environmentIn(node: ts.Expression, sites: Sites): string | undefined {
  for (const value of sites.fold.evaluate(node)) {
    const name = environmentOf(value);
    if (name !== undefined) return name;
  }
  return settingIn(node, sites);
}

/** Calls that may stand one on another. */
const mostCalls = 6;

/** The setting that a call asks for by its name: `config.get('jwt.secret')`, `env.get('JWT_SECRET').required()`. */
function settingIn(node: ts.Expression, sites: Sites): string | undefined {
  let at = unwrap(node);
  for (let turns = 0; turns < mostCalls && compiler.isCallExpression(at); turns++) {
    const [name] = at.arguments;
    if (name && compiler.isStringLiteralLike(name) && traitsOf(sites.calleeOf(at).name).gives) return name.text;
    const called: ts.Expression = unwrap(at.expression);
    if (!isMember(called)) return undefined;
    at = unwrap(called.expression);
  }
  return undefined;
}

import type { CallSite } from '../../model/index.ts';
import { type Bound, lookup } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { baseOf } from '../fold/classes.ts';
import type { Folder } from '../fold/folder.ts';
import { isMember } from '../nodes.ts';
import { callOf } from './callee.ts';
import { isOfPackage } from './handed-on.ts';
import { placeOf } from './place.ts';
import type { Sites } from './sites.ts';

/** What other files may give to packages through a file. */
export interface Relays {
  /** Calls of packages that are handed what parameters of its functions or fields of its classes hold. */
  readonly calls: readonly CallSite[];
  /** Packages whose own functions or classes it gives on: as they are, or as classes that extend them. */
  readonly modules: readonly string[];
}

const mostRelays = 64;

/** What other files may give to packages through a file; nothing where it exports nothing. */
export function relaysOf(bound: Bound, sites: Sites): Relays {
  const { exports } = bound;
  if (exports.named.size === 0 && exports.stars.length === 0 && !exports.whole) return { calls: [], modules: [] };
  const calls: CallSite[] = [];
  for (const call of bound.calls) {
    const given = givenIn(call.arguments ?? [], sites.fold);
    // Arguments are looked at first: to know what is called costs more.
    if (given.length === 0 || !isOfPackage(sites.calleeOf(call).callee)) continue;
    for (const node of given) {
      const { call: site } = placeOf(node, sites);
      if (site && isOfPackage(site) && calls.length < mostRelays) calls.push(site);
    }
  }
  return { calls, modules: givenOn(bound, sites) };
}

/** Parameters, and what they or `this` hold, among arguments of a call. */
function givenIn(given: readonly ts.Expression[], fold: Folder): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (compiler.isFunctionLike(node)) return;
    if (isGiven(node, fold)) found.push(node);
    else compiler.forEachChild(node, visit);
  };
  for (const argument of given) visit(argument);
  return found;
}

/** A parameter, or a field of `this`. */
function isGiven(node: ts.Node, fold: Folder): boolean {
  if (compiler.isIdentifier(node)) return lookup(fold.scopes, node, node.text)?.kind === 'parameter';
  if (!isMember(node)) return false;
  return node.expression.kind === compiler.SyntaxKind.ThisKeyword || isGiven(node.expression, fold);
}

function givenOn({ file, exports }: Bound, { fold }: Sites): string[] {
  const modules = new Set([...exports.named.values()].flatMap((each) => (each.kind === 'from' ? [each.module] : [])));
  for (const star of exports.stars) modules.add(star);
  for (const statement of file.statements) {
    const base = compiler.isClassDeclaration(statement) ? baseOf(statement) : undefined;
    for (const value of base ? fold.evaluate(base) : [])
      if (value.kind === 'reference') modules.add(callOf(value, true).module ?? '.');
  }
  return [...modules].filter((module) => isOfPackage({ module }));
}

import type { ts } from '../compiler.ts';
import { environmentOf } from '../fold/environment.ts';
import type { Sites } from './sites.ts';

/** The environment variable that an expression reads, if all of it may come from one. */
export function environmentIn(node: ts.Expression, sites: Sites): string | undefined {
  for (const value of sites.fold.evaluate(node)) {
    const name = environmentOf(value);
    if (name !== undefined) return name;
  }
  return undefined;
}

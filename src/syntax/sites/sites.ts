import type { CallSite } from '../../model/index.ts';
import type { ts } from '../compiler.ts';
import type { Folder } from '../fold/folder.ts';
import type { Callee } from './callee.ts';

/** What finding a text's place asks for; answers are remembered, as many texts stand in one call. */
export interface Sites {
  readonly fold: Folder;
  /** The same, but parameters are followed to the calls that fill them. */
  readonly following: Folder;
  /** True where the file imports a package, or sends something: only then does it matter what names are handed to. */
  readonly handsOn: boolean;
  /** What a call calls, and its name as it stands in the program. */
  calleeOf(call: ts.CallExpression | ts.NewExpression): { readonly callee: Callee; readonly name: string };
  /**
   * The call of a package that a function or class of another file hands an argument on to.
   * @param options on the way from the argument to the text, the innermost first
   */
  handedOn(
    call: ts.CallExpression | ts.NewExpression,
    argument: number,
    options: readonly string[],
  ): CallSite | undefined;
  /** The name a function of the program has for an argument. */
  parameterName(call: ts.CallExpression | ts.NewExpression, argument: number): string | undefined;
}

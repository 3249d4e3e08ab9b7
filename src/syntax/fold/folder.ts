import type { Binding, Bound, Scopes } from '../bind/scope.ts';
import type { Meter } from '../budget.ts';
import type { ts } from '../compiler.ts';
import type { CodeValue, Frame, Values } from '../values/value.ts';

/** What the folding functions ask of each other: they get it handed in, and so need not import one another. */
export interface Folder {
  readonly meter: Meter;
  /** True where parameters are followed to the calls that fill them: dear, and asked for few expressions only. */
  readonly follows: boolean;
  readonly scopes: Scopes;
  /** The pass over the file a node stands in. */
  boundOf(node: ts.Node): Bound;
  /** Everything an expression may be. In a frame: while a function is run. */
  evaluate(node: ts.Expression, frame?: Frame): Values;
  /** Everything a name may be, wherever it is asked. */
  valuesOf(binding: Binding): Values;
  /** What a function of the program returns. */
  run(code: CodeValue, given: readonly Values[]): Values;
  /** What a module gives under a name (`*`: all of it); undefined where it is no file of the project. */
  imported(from: ts.Node, module: string, name: string): Values | undefined;
  /** Calls of a name in its own file. */
  callsOf(binding: Binding): readonly (ts.CallExpression | ts.NewExpression)[];
}

/** Evaluates one kind of node. */
export type Evaluator = (node: ts.Node, fold: Folder, frame: Frame | undefined) => Values;

/** Texts longer than this are not made. Characters. */
export const longest = 1 << 20;
/** Lists longer than this are not made. */
export const mostItems = 100_000;

import type { Binding, Bound, Scopes } from '../bind/scope.ts';
import type { Meter } from '../budget.ts';
import { compiler, onFirstUse, type ts } from '../compiler.ts';
import { type CodeValue, type Frame, justUnknown, literal, plain, type Values } from '../values/value.ts';
import { calls } from './calls.ts';
import { classes } from './classes.ts';
import { increment } from './effects.ts';
import type { Evaluator, Folder } from './folder.ts';
import { members } from './members.ts';
import { bindingOf, bindingValues, identifier } from './names.ts';
import { objects } from './objects.ts';
import { operators } from './operators.ts';
import { runCode } from './run.ts';
import { templates } from './templates.ts';

/** Nesting of expressions and names that is followed. Each level takes a few frames of the stack. */
const deepest = 150;

/** How often a function may stand in its own way: what folds seldom calls itself. */
const mostTurns = 12;
/** How often functions may call themselves while one is run: those that do so twice would take turns by the thousand. */
const mostRepeats = 48;

const code: Evaluator = (node, _fold, frame) => {
  const value: CodeValue = { kind: 'code', node: node as ts.FunctionExpression, ...(frame ? { frame } : {}) };
  return [value];
};

/** `/x/g`. */
const pattern: Evaluator = (node) => {
  const { text } = node as ts.RegularExpressionLiteral;
  const end = text.lastIndexOf('/');
  return [{ kind: 'pattern', source: text.slice(1, end), flags: text.slice(end + 1) }];
};

/** How each kind of expression is evaluated; what is not in it is not known. */
const evaluators = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const table: Evaluator[] = [];
  table[K.StringLiteral] = table[K.NoSubstitutionTemplateLiteral] = (node) => [
    literal((node as ts.StringLiteral).text, node),
  ];
  table[K.NumericLiteral] = (node) => [plain(Number((node as ts.NumericLiteral).text))];
  table[K.TrueKeyword] = () => [plain(true)];
  table[K.FalseKeyword] = () => [plain(false)];
  table[K.NullKeyword] = () => [plain(null)];
  table[K.RegularExpressionLiteral] = pattern;
  table[K.Identifier] = identifier;
  table[K.ArrowFunction] = table[K.FunctionExpression] = code;
  for (const family of [operators, templates, objects, members, classes, calls]) family(table);
  const unary = table[K.PrefixUnaryExpression];
  table[K.PrefixUnaryExpression] = (node, fold, frame) => {
    const { operator } = node as ts.PrefixUnaryExpression;
    const steps = operator === K.PlusPlusToken || operator === K.MinusMinusToken;
    return (steps ? increment : unary)?.(node, fold, frame) ?? justUnknown;
  };
  table[K.PostfixUnaryExpression] = increment;
  return table;
});

/** What following imports needs; `imported` of `Folder` without the folder. */
export interface Following {
  readonly scopes: Scopes;
  boundOf(node: ts.Node): Bound;
  imported(fold: Folder, from: ts.Node, module: string, name: string): Values | undefined;
}

/** Makes the folder of one file: what it answered it remembers, and it ends where the meter does. */
export function newFolder(meter: Meter, following: Following, follows = false): Folder {
  const table = evaluators();
  // Names are remembered by what they are bound to.
  const named = compiler.SyntaxKind.Identifier;
  const known = new Map<ts.Node, Values>();
  const names = new Map<Binding, Values>();
  const callers = new Map<Bound, Map<Binding, (ts.CallExpression | ts.NewExpression)[]>>();
  const running = new Map<ts.Node, number>();
  let repeats = 0;
  let depth = 0;

  const isTooDeep = (): boolean => {
    if (depth >= deepest) meter.giveUp();
    return depth >= deepest;
  };
  const deeper = (evaluator: Evaluator, node: ts.Node, frame: Frame | undefined): Values => {
    if (isTooDeep()) return justUnknown;
    depth++;
    const values = evaluator(node, fold, frame);
    depth--;
    return values;
  };
  const fold: Folder = {
    meter,
    follows,
    scopes: following.scopes,
    boundOf: (node) => following.boundOf(node),
    evaluate(node, frame) {
      const { kind } = node;
      const evaluator = table[kind];
      if (!evaluator || !meter.step()) return justUnknown;
      if (frame || kind === named) return deeper(evaluator, node, frame);
      const before = known.get(node);
      if (before) return before;
      // Asked again while it is evaluated, it depends on itself: `this.a = this.a + 'x'`.
      known.set(node, justUnknown);
      const values = deeper(evaluator, node, undefined);
      known.set(node, values);
      return values;
    },
    valuesOf(binding) {
      const before = names.get(binding);
      if (before) return before;
      // A name that depends on itself: `const a = b + 'x', b = a`.
      names.set(binding, justUnknown);
      if (isTooDeep()) return justUnknown;
      depth++;
      const values = bindingValues(binding, fold);
      depth--;
      names.set(binding, values);
      return values;
    },
    run(called, given) {
      const turns = running.get(called.node) ?? 0;
      if (turns > 0) repeats++;
      if (turns >= mostTurns || repeats > mostRepeats || isTooDeep()) return justUnknown;
      running.set(called.node, turns + 1);
      depth++;
      const values = runCode(called, given, fold);
      depth--;
      if (turns > 0) running.set(called.node, turns);
      else running.delete(called.node);
      if (running.size === 0) repeats = 0;
      return values;
    },
    imported: (from, module, name) => following.imported(fold, from, module, name),
    callsOf(binding) {
      const bound = fold.boundOf(binding.declarations[0] as ts.Node);
      let all = callers.get(bound);
      if (!all) {
        all = callersOf(bound, fold);
        callers.set(bound, all);
      }
      return all.get(binding) ?? [];
    },
  };
  return fold;
}

/** The calls of a file by the name that is called. */
function callersOf(bound: Bound, fold: Folder): Map<Binding, (ts.CallExpression | ts.NewExpression)[]> {
  const all = new Map<Binding, (ts.CallExpression | ts.NewExpression)[]>();
  for (const call of bound.calls) {
    const binding = compiler.isIdentifier(call.expression) ? bindingOf(call.expression, fold) : undefined;
    if (!binding) continue;
    const known = all.get(binding);
    if (known) known.push(call);
    else all.set(binding, [call]);
  }
  return all;
}

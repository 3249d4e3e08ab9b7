import { compiler, onFirstUse, type ts } from '../compiler.ts';
import {
  type CodeValue,
  type Frame,
  justUndefined,
  justUnknown,
  type Primitive,
  primitiveOf,
  type Values,
} from '../values/value.ts';
import { bindPattern, withDefault } from './destructure.ts';
import type { Folder } from './folder.ts';
import { list } from './lift.ts';
import { truth } from './operators.ts';

/** How a statement ended. `lost`: it depends on something that is not known, or is of a kind that is not run. */
type Outcome = 'next' | 'break' | 'continue' | 'lost' | { readonly returned: Values };

/** Bodies longer than this are not run: what folds is short. Characters. */
const longestBody = 4_000;

type Runner = (node: ts.Node, fold: Folder, frame: Frame) => Outcome;

/**
 * What a function of the program returns, found by walking its tree step by step: none of its code is executed.
 * @param given values of the arguments
 */
export function runCode(code: CodeValue, given: readonly Values[], fold: Folder): Values {
  const { node } = code;
  const { body } = node;
  if (!body || !mayRun(code) || !given.every(isKnown)) return justUnknown;
  const frame: Frame = { names: new Map(), outer: code.frame };
  for (const [index, { name, initializer, dotDotDotToken }] of node.parameters.entries()) {
    const values = dotDotDotToken ? [list(given.slice(index))] : (given[index] ?? justUndefined);
    const filled = initializer ? withDefault(values, () => fold.evaluate(initializer, frame)) : values;
    bindPattern(name, filled, fold, frame);
  }
  if (!compiler.isBlock(body)) return fold.evaluate(body, frame);
  const outcome = runAll(body.statements, fold, frame);
  if (typeof outcome === 'object') return outcome.returned;
  return outcome === 'lost' ? justUnknown : justUndefined;
}

/** What functions have in them that make texts: quotes, or a method that gives a text. */
const makesText =
  /["'`]|fromC|charC|codeP|atob|Buffer|Decoder|String|join|reverse|split|replace|concat|slice|substr|=>\s*\w|return[^;]{0,80}[+[]/;
const judged = new WeakMap<ts.Node, boolean>();

/** True for a function that is short enough to be run, and that may have to do with texts. */
export function mayRun({ node }: CodeValue): boolean {
  const before = judged.get(node);
  if (before !== undefined) return before;
  const { body, asteriskToken } = node;
  const may =
    body !== undefined &&
    !asteriskToken &&
    body.end - body.pos <= longestBody &&
    makesText.test(node.getSourceFile().text.slice(node.pos, node.end));
  judged.set(node, may);
  return may;
}

/** True where nothing among the values is left open. */
export const isKnown = (values: Values): boolean =>
  values.every(({ kind }) => kind !== 'unknown' && kind !== 'reference');

/** Runs statements one after another. */
export function runAll(statements: readonly ts.Statement[], fold: Folder, frame: Frame): Outcome {
  for (const statement of statements) {
    const outcome = runOne(statement, fold, frame);
    if (outcome !== 'next') return outcome;
  }
  return 'next';
}

function runOne(statement: ts.Statement, fold: Folder, frame: Frame): Outcome {
  if (!fold.meter.step()) return 'lost';
  return runners()[statement.kind]?.(statement, fold, frame) ?? 'lost';
}

/** True or false where all the values agree. */
function decided(values: Values): boolean | undefined {
  const [first, ...others] = values.map(truth);
  return others.every((other) => other === first) ? first : undefined;
}

/** Turns of a loop, until its condition fails. */
function loop(
  condition: ts.Expression | undefined,
  body: ts.Statement,
  after: ts.Expression | undefined,
  fold: Folder,
  frame: Frame,
): Outcome {
  for (;;) {
    const goesOn = condition ? decided(fold.evaluate(condition, frame)) : true;
    if (goesOn === undefined || !fold.meter.step()) return 'lost';
    if (!goesOn) return 'next';
    const outcome = runOne(body, fold, frame);
    if (outcome === 'break') return 'next';
    if (outcome === 'lost' || typeof outcome === 'object') return outcome;
    if (after) fold.evaluate(after, frame);
  }
}

const forOf: Runner = (node, fold, frame) => {
  const { initializer, expression, statement } = node as ts.ForOfStatement;
  const declaration = compiler.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
  const [value, ...others] = fold.evaluate(expression, frame);
  if (!declaration || !value || others.length > 0) return 'lost';
  const items =
    value.kind === 'list' && !value.open
      ? value.items
      : value.kind === 'text' && value.holes === 0
        ? [...value.text].map((character): Values => [{ ...value, text: character }])
        : undefined;
  if (!items) return 'lost';
  for (const item of items) {
    bindPattern(declaration.name, item, fold, frame);
    const outcome = runOne(statement, fold, frame);
    if (outcome === 'break') break;
    if (outcome === 'lost' || typeof outcome === 'object') return outcome;
  }
  return 'next';
};

/** `switch (x) { case 'a': … default: … }`. */
const choice: Runner = (node, fold, frame) => {
  const { expression, caseBlock } = node as ts.SwitchStatement;
  const chosen = known(fold.evaluate(expression, frame));
  if (!chosen) return 'lost';
  const { clauses } = caseBlock;
  let at = -1;
  for (const [index, clause] of clauses.entries()) {
    if (!compiler.isCaseClause(clause)) continue;
    const value = known(fold.evaluate(clause.expression, frame));
    if (!value) return 'lost';
    if (value.value !== chosen.value) continue;
    at = index;
    break;
  }
  if (at < 0) at = clauses.findIndex((clause) => compiler.isDefaultClause(clause));
  for (const { statements } of at < 0 ? [] : clauses.slice(at)) {
    const outcome = runAll(statements, fold, frame);
    if (outcome === 'break') return 'next';
    if (outcome !== 'next') return outcome;
  }
  return 'next';
};

/** The one value that there is, as the platform has it. */
const known = ([value, ...others]: Values): { readonly value: Primitive } | undefined =>
  value && others.length === 0 ? primitiveOf(value) : undefined;

const variables = (declarations: ts.VariableDeclarationList, fold: Folder, frame: Frame): void => {
  for (const { name, initializer } of declarations.declarations)
    bindPattern(name, initializer ? fold.evaluate(initializer, frame) : justUndefined, fold, frame);
};

/** Statements that are run, by kind. */
const runners = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const table: Runner[] = [];
  table[K.VariableStatement] = (node, fold, frame) => {
    variables((node as ts.VariableStatement).declarationList, fold, frame);
    return 'next';
  };
  table[K.ExpressionStatement] = (node, fold, frame) => {
    fold.evaluate((node as ts.ExpressionStatement).expression, frame);
    return 'next';
  };
  table[K.Block] = (node, fold, frame) => runAll((node as ts.Block).statements, fold, frame);
  table[K.EmptyStatement] = () => 'next';
  table[K.IfStatement] = (node, fold, frame) => {
    const { expression, thenStatement, elseStatement } = node as ts.IfStatement;
    const holds = decided(fold.evaluate(expression, frame));
    if (holds === undefined) return 'lost';
    if (holds) return runOne(thenStatement, fold, frame);
    return elseStatement ? runOne(elseStatement, fold, frame) : 'next';
  };
  table[K.SwitchStatement] = choice;
  table[K.ReturnStatement] = (node, fold, frame) => {
    const { expression } = node as ts.ReturnStatement;
    return { returned: expression ? fold.evaluate(expression, frame) : justUndefined };
  };
  table[K.BreakStatement] = (node) => ((node as ts.BreakStatement).label ? 'lost' : 'break');
  table[K.ContinueStatement] = (node) => ((node as ts.ContinueStatement).label ? 'lost' : 'continue');
  table[K.ForStatement] = (node, fold, frame) => {
    const { initializer, condition, incrementor, statement } = node as ts.ForStatement;
    if (initializer && compiler.isVariableDeclarationList(initializer)) variables(initializer, fold, frame);
    else if (initializer) fold.evaluate(initializer, frame);
    return loop(condition, statement, incrementor, fold, frame);
  };
  table[K.WhileStatement] = (node, fold, frame) => {
    const { expression, statement } = node as ts.WhileStatement;
    return loop(expression, statement, undefined, fold, frame);
  };
  table[K.ForOfStatement] = forOf;
  table[K.FunctionDeclaration] = (node, fold, frame) => {
    const declared = node as ts.FunctionDeclaration;
    if (declared.name) bindPattern(declared.name, [{ kind: 'code', node: declared, frame }], fold, frame);
    return 'next';
  };
  return table;
});

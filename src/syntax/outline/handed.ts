import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { answering, isBody, rootOf, shownBy, useOf } from './answers.ts';
import { namesIn } from './declared.ts';
import type { Decide } from './flow-found.ts';
import { assignedBy, callbackOf } from './flow-scope.ts';
import { hands, tagOf } from './kinds.ts';
import { refusalOf } from './refusals.ts';
import type { Handed, Range, Value } from './types.ts';
import { FlowReader } from './values.ts';

/** What functions name what they answer with. */
const answers = /^(?:res|response|reply|ctx|context|c)$/;
/** Functions of Nuxt that write into the page what a function gives back on the server. */
const keeps = /^use(?:State|AsyncData|LazyAsyncData)$/;

/**
 * What a node hands on: values of markup, what a top-level function gives back or answers, what is assigned, what is given
 * to a function that was given.
 * @param parents the nodes around, from the outside
 * @param by the name of the top-level function or constant around
 * @param holds whether a condition holds, where that is known
 */
export function handedAt(
  node: ts.Node,
  at: number,
  parents: readonly ts.Node[],
  by: string | undefined,
  source: ts.SourceFile,
  holds: Decide,
): readonly Handed[] {
  if (!hands(node)) return [];
  const flow = new FlowReader([...parents, node], source, holds);
  const refused = refusalOf(node, by === undefined && !parents.some(compiler.isFunctionLike));
  if (refused.length > 0)
    return refused.map((each) => ({
      kind: 'error',
      ...(by ? { by } : {}),
      value: withoutDefaults(flow.valueOf(each), parents),
      at,
    }));
  if (compiler.isJsxExpression(node)) {
    const isAttribute = parents.length > 0 && compiler.isJsxAttribute(parents.at(-1) as ts.Node);
    return node.expression && !isAttribute ? [{ kind: 'markup', value: flow.valueOf(node.expression), at }] : [];
  }
  if (compiler.isJsxText(node))
    return [{ kind: 'markup', value: { texts: [{ start: at, end: node.end }], names: [] }, at }];
  if (compiler.isJsxAttribute(node)) return attribute(node, at, tagOf(parents), flow, source);
  if (compiler.isJsxSpreadAttribute(node)) {
    const tag = tagOf(parents);
    return [{ kind: 'markup', ...(tag ? { tag } : {}), value: flow.valueOf(node.expression), at }];
  }
  if (compiler.isBinaryExpression(node)) {
    const target = assignedBy(node);
    const isAnswer = by !== undefined && answersBy(node, parents);
    const own = isAnswer
      ? [{ kind: 'answer', by, ...memberOf(parents), value: flow.valueOf(node.right), at } as const]
      : [];
    return target
      ? [...own, { kind: 'assigned', by: target.name, path: target.members, value: flow.valueOf(node.right), at }]
      : [];
  }
  if (by === undefined) return [];
  if (compiler.isCallExpression(node)) return given(node, at, parents, by, flow);
  if (writesPages(parents, node)) {
    const written = compiler.isReturnStatement(node) ? node.expression : node.body;
    return written ? [{ kind: 'answer', by, value: flow.valueOf(written as ts.Expression), at }] : [];
  }
  const depth = parents.filter((parent) => compiler.isFunctionLike(parent)).length;
  if (compiler.isReturnStatement(node) && node.expression && depth === 1)
    return [{ kind: 'return', by, ...memberOf(parents), value: flow.valueOf(node.expression), at }];
  return compiler.isArrowFunction(node) && !compiler.isBlock(node.body) && depth === 0
    ? [{ kind: 'return', by, ...memberOf([...parents, node]), value: flow.valueOf(node.body), at }]
    : [];
}

/** What functions around are given otherwise is left to their callers. */
function withoutDefaults(value: Value, parents: readonly ts.Node[]): Value {
  const parameters = parents.filter(compiler.isFunctionLike).flatMap((each) => [...each.parameters]);
  const isDefault = ({ start, end }: Range): boolean => parameters.some((each) => start >= each.pos && end <= each.end);
  return { ...value, texts: value.texts.filter((each) => !isDefault(each)) };
}

/** True for what the function gives back that writes into every page of SvelteKit. */
function writesPages(
  parents: readonly ts.Node[],
  node: ts.Node,
): node is ts.ReturnStatement | (ts.ArrowFunction & { readonly body: ts.Expression }) {
  const isArrow = compiler.isArrowFunction(node) && !compiler.isBlock(node.body);
  if (!isArrow && !compiler.isReturnStatement(node)) return false;
  const index = isArrow ? parents.length : parents.findLastIndex(compiler.isFunctionLike);
  const own = parents[index];
  const named = own && compiler.isMethodDeclaration(own) ? own : parents[index - 1];
  const isNamed = named && (compiler.isPropertyAssignment(named) || compiler.isMethodDeclaration(named));
  return isNamed === true && plainName(named.name) === 'transformPageChunk';
}

/** The property that the outermost function is. */
function memberOf(parents: readonly ts.Node[]): { readonly member?: string } {
  const index = parents.findIndex((each) => compiler.isFunctionLike(each));
  const [own, around] = [parents[index], parents[index - 1]];
  const named = own && compiler.isMethodDeclaration(own) ? own : around;
  const isMember =
    named &&
    (compiler.isMethodDeclaration(named) ||
      compiler.isPropertyAssignment(named) ||
      compiler.isPropertyDeclaration(named));
  if (!isMember) return {};
  const member = plainName(named.name);
  return member === undefined ? {} : { member };
}

function attribute(
  { initializer, name }: ts.JsxAttribute,
  at: number,
  tag: string | undefined,
  flow: FlowReader,
  source: ts.SourceFile,
): Handed[] {
  const inner = initializer && (compiler.isJsxExpression(initializer) ? initializer.expression : initializer);
  const isHandler = /^on[A-Z]/.test(source.text.slice(at, at + 3));
  if (!inner || isHandler || compiler.isJsxElement(inner)) return [];
  const own = { attribute: source.text.slice(at, name.end), ...(tag ? { tag } : {}) };
  return [{ kind: 'markup', ...own, value: flow.valueOf(inner), at }];
}

/** What a function answers with, and what it gives to a function that is its parameter. */
function given(
  node: ts.CallExpression,
  at: number,
  parents: readonly ts.Node[],
  by: string,
  flow: FlowReader,
): Handed[] {
  const { expression, arguments: values } = node;
  const outer = parents.find(compiler.isFunctionLike);
  const [first] = values;
  const own = { by, ...memberOf(parents) };
  const around = namesAround(parents);
  const root = rootOf(expression);
  if (compiler.isPropertyAccessExpression(expression) && root !== undefined && around.has(root)) {
    const isPart = root === 'request' || root === 'req' || expression.name.text.length === 0;
    const shown = first && !isPart ? shownBy(node, flow) : undefined;
    if (shown) return [{ kind: 'answer', ...own, value: shown, at }];
    return first && !isPart && answering.test(expression.name.text)
      ? [{ kind: 'answer', ...own, value: flow.valueOf(first), at }]
      : [];
  }
  const use = values.some((each) => compiler.isIdentifier(each) && answers.test(each.text) && around.has(each.text))
    ? useOf(expression, flow.source)
    : undefined;
  if (use) {
    const names = [{ ...use, given: values.map((each) => flow.valueOf(each)) }];
    return [{ kind: 'delegated', ...own, value: { texts: [], names }, at }];
  }
  if (!compiler.isIdentifier(expression)) return [];
  if (keeps.test(expression.text))
    return values.flatMap((each) => {
      const callback = callbackOf(each);
      return callback ? [{ kind: 'answer', by, value: flow.returnedBy(callback), at } as const] : [];
    });
  const position =
    outer?.parameters.findIndex(({ name }) => compiler.isIdentifier(name) && name.text === expression.text) ?? -1;
  if (position < 0) return [];
  return values.map((value, index) => ({
    kind: 'argument',
    by,
    path: [`@${position}.${index}`],
    value: flow.valueOf(value),
    at,
  }));
}

/** The names of what functions around are given. */
const namesAround = (parents: readonly ts.Node[]): ReadonlySet<string> =>
  new Set(
    parents
      .filter(compiler.isFunctionLike)
      .flatMap(({ parameters }) => parameters.flatMap(({ name }) => namesIn(name))),
  );

/** `context.body = …` */
function answersBy(node: ts.BinaryExpression, parents: readonly ts.Node[]): boolean {
  return isBody(node, namesAround(parents));
}

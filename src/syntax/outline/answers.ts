import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { namesIn } from './declared.ts';
import type { Decide } from './flow-found.ts';
import { functionNamed } from './flow-names.ts';
import { callbackOf, type FunctionNode } from './flow-scope.ts';
import type { Use, Value } from './types.ts';
import { FlowReader } from './values.ts';

/** Methods of what a handler is given that answer with what they are given. */
export const answering =
  /^(?:json|jsonp|send|end|write|text|html|body|newResponse|response|ok|created|badRequest|notFound|writeSSE)$/;
/** Functions that give back a handler which does what that does which they are given. */
const wrapping = /async|handler|wrap|catch|try|safe|bind|compose|with|route|fn|action|resolve/i;
const mostNodes = 4_000;
const mostDepth = 4;

/** What a handler answers, and the functions that it leaves that to. */
export interface Answered {
  readonly answers: Value[];
  readonly handlers: Use[];
}

/** Where code stands that is read. */
export interface Site {
  readonly node: ts.Node;
  /** The nodes around, from the outside. */
  readonly parents: readonly ts.Node[];
  /** The name of the top-level function or constant around. */
  readonly by: string | undefined;
  readonly source: ts.SourceFile;
  readonly holds: Decide;
}

/** Collects what functions answer whoever asks. */
export class Answers {
  readonly found: Answered = { answers: [], handlers: [] };
  readonly #source: ts.SourceFile;
  readonly #holds: Decide;
  #left = mostNodes;

  constructor({ source, holds }: Pick<Site, 'source' | 'holds'>) {
    this.#source = source;
    this.#holds = holds;
  }

  /** What an argument answers that is a function, names one, or wraps one. */
  handler(expression: ts.Expression, parents: readonly ts.Node[], depth = 0): void {
    const node = unwrap(expression);
    const callback = callbackOf(node);
    if (callback) this.function(callback, parents);
    else if (compiler.isCallExpression(node)) {
      const callee = unwrap(node.expression);
      if (depth > mostDepth) return;
      if (isMember(callee) && memberName(callee) === 'bind') this.handler(callee.expression, parents, depth + 1);
      else
        for (const each of node.arguments)
          if (wrapping.test(nameOf(callee)) || compiler.isFunctionLike(unwrap(each)))
            this.handler(each, [...parents, node], depth + 1);
      // A function that makes handlers.
      this.#named(callee, parents, node.arguments);
    } else if (compiler.isArrayLiteralExpression(node))
      for (const each of node.elements) this.handler(each, parents, depth + 1);
    else if (compiler.isIdentifier(node) || isMember(node)) this.#named(node, parents, []);
  }

  /** What a member of an object answers that is a function. */
  option(expression: ts.Expression, name: string, parents: readonly ts.Node[]): void {
    const handler = option(expression, name);
    if (!handler) return;
    if (compiler.isMethodDeclaration(handler)) this.function(handler, [...parents, unwrap(expression)]);
    else this.handler(handler, [...parents, unwrap(expression)]);
  }

  /** What a function answers. */
  function(of: FunctionNode, parents: readonly ts.Node[]): void {
    if (!of.body) return;
    if (!compiler.isBlock(of.body)) this.#value(of.body, [...parents, of]);
    this.within(of.body, [...parents, of], of, true);
  }

  /**
   * What a part of a function answers.
   * @param isOwn whether what is given back counts, whatever it is
   */
  within(part: ts.Node, parents: readonly ts.Node[], of: FunctionNode, isOwn: boolean): void {
    const given = new Set(of.parameters.flatMap(({ name }) => namesIn(name)));
    const visit = (node: ts.Node, around: readonly ts.Node[], names: ReadonlySet<string>, depth: number): void => {
      if (this.#left-- <= 0) return;
      if (compiler.isIfStatement(node) && this.#holds(node.expression) === false) {
        if (node.elseStatement) visit(node.elseStatement, [...around, node], names, depth);
        return;
      }
      if (compiler.isReturnStatement(node) && node.expression && depth === 0 && (isOwn || isMade(node.expression)))
        this.#value(node.expression, [...around, node]);
      else if (compiler.isCallExpression(node)) this.#call(node, around, names);
      else if (compiler.isBinaryExpression(node) && isBody(node, names)) this.#value(node.right, [...around, node]);
      const isFunction = compiler.isFunctionLike(node);
      const inner = isFunction ? new Set([...names, ...node.parameters.flatMap(({ name }) => namesIn(name))]) : names;
      compiler.forEachChild(node, (child) => visit(child, [...around, node], inner, depth + (isFunction ? 1 : 0)));
    };
    visit(part, parents, given, 0);
  }

  #value(expression: ts.Expression, parents: readonly ts.Node[]): void {
    this.found.answers.push(new FlowReader(parents, this.#source, this.#holds).valueOf(expression));
  }

  #call(node: ts.CallExpression, around: readonly ts.Node[], names: ReadonlySet<string>): void {
    const callee = unwrap(node.expression);
    const [first] = node.arguments;
    const root = rootOf(callee);
    const isOwn = root !== undefined && names.has(root);
    if (isMember(callee) && isOwn) {
      if (first && answering.test(memberName(callee) ?? '')) this.#value(first, [...around, node]);
      const shown = shownBy(node, new FlowReader([...around, node], this.#source, this.#holds));
      if (shown) this.found.answers.push(shown);
      return;
    }
    // Who is given what answers is left to answer.
    const hands = node.arguments.some((each) => compiler.isIdentifier(each) && names.has(each.text));
    if (hands && !isOwn) this.#named(callee, [...around, node], node.arguments);
  }

  #named(expression: ts.Expression, parents: readonly ts.Node[], given: readonly ts.Expression[]): void {
    const node = unwrap(expression);
    const use = useOf(node, this.#source);
    if (!use) return;
    const own = compiler.isIdentifier(node) ? functionNamed(node.text, parents) : undefined;
    if (own?.of) {
      const { of, around } = own;
      if (!parents.includes(of)) this.function(of, around);
      return;
    }
    const flow = new FlowReader(parents, this.#source, this.#holds);
    this.found.handlers.push({
      ...use,
      ...(given.length > 0 ? { given: given.map((each) => flow.valueOf(each)) } : {}),
    });
  }
}

/** A name with the members that are read of it: `users.list`, `require('./users').list`. */
export function useOf(expression: ts.Expression, source: ts.SourceFile): Use | undefined {
  const path: string[] = [];
  let node = unwrap(expression);
  while (isMember(node)) {
    const name = memberName(node);
    if (name === undefined) return undefined;
    path.unshift(name);
    node = unwrap(node.expression);
  }
  const at = node.getStart(source);
  const members = path.length > 0 ? { path } : {};
  if (compiler.isIdentifier(node)) return { name: node.text, at, ...members };
  if (!compiler.isCallExpression(node)) return undefined;
  const [first] = node.arguments;
  const isRequired = compiler.isIdentifier(node.expression) && node.expression.text === 'require';
  return isRequired && first && compiler.isStringLiteralLike(first)
    ? { name: `import(${first.text})`, at, ...members }
    : undefined;
}

const nameOf = (callee: ts.Expression): string =>
  compiler.isIdentifier(callee) ? callee.text : isMember(callee) ? (memberName(callee) ?? '') : '';

/** A member of an object that stands there. */
export function option(
  expression: ts.Expression | undefined,
  name: string,
): ts.Expression | ts.MethodDeclaration | undefined {
  const node = expression && unwrap(expression);
  if (!node || !compiler.isObjectLiteralExpression(node)) return undefined;
  const property = node.properties.find((each) => each.name && plainName(each.name) === name);
  if (!property) return undefined;
  if (compiler.isPropertyAssignment(property)) return property.initializer;
  if (compiler.isShorthandPropertyAssignment(property)) return property.name;
  return compiler.isMethodDeclaration(property) ? property : undefined;
}

/** What a template is given: `response.render('index', { title })`. */
export function shownBy(
  { expression, arguments: [view, given] }: ts.CallExpression,
  flow: FlowReader,
): Value | undefined {
  const callee = unwrap(expression);
  const shows = isMember(callee) && /^(?:render|view)$/.test(memberName(callee) ?? '');
  return shows && view && given && compiler.isStringLiteralLike(view)
    ? { ...flow.valueOf(given), view: view.text }
    : undefined;
}

/** The name that a chain of members and calls starts with. */
export function rootOf(expression: ts.Expression): string | undefined {
  let node = unwrap(expression);
  while (isMember(node) || compiler.isCallExpression(node)) node = unwrap(node.expression);
  return compiler.isIdentifier(node) ? node.text : undefined;
}

/** `context.body = …`, but nothing of the request. */
export function isBody({ left, operatorToken }: ts.BinaryExpression, names: ReadonlySet<string>): boolean {
  const target = unwrap(left);
  if (operatorToken.kind !== compiler.SyntaxKind.EqualsToken || !isMember(target)) return false;
  const root = rootOf(target);
  const isAnswer = !isMember(target.expression) || memberName(target.expression) === 'response';
  return memberName(target) === 'body' && root !== undefined && names.has(root) && isAnswer;
}

/** True for what makes an answer. */
function isMade(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return compiler.isNewExpression(node) || compiler.isCallExpression(node);
}

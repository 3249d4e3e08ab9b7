import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { loadedBy, type Part, partsOfCall, sidesOf } from './flow-calls.ts';
import type { Decide, Found } from './flow-found.ts';
import { extended, fieldsOf, functionNamed, listOf, lookUp, methodOf } from './flow-names.ts';
import { hiding, isCall, isPosition, steps, tidied, without } from './flow-paths.ts';
import { alive, assignedIn, callbackOf, type FunctionNode, returnsOf } from './flow-scope.ts';
import { Scope } from './scope.ts';
import type { Value } from './types.ts';

const mostDepth = 16;

/** Follows what goes into a value: parts of objects, choices, texts put together, what functions give back. */
export class Flow {
  readonly scope: Scope;
  readonly #source: ts.SourceFile;
  readonly #valueOf: (expression: ts.Expression) => Value;
  readonly #holds: Decide;

  /**
   * @param around the nodes around the expression, from the outside: their variables are followed
   * @param read what a function is given, as a value
   * @param holds whether a condition holds, where that is known
   */
  constructor(
    around: readonly ts.Node[],
    source: ts.SourceFile,
    read: (expression: ts.Expression) => Value,
    holds: Decide = () => undefined,
  ) {
    this.scope = new Scope(around);
    this.#source = source;
    this.#valueOf = read;
    this.#holds = holds;
  }

  /** @param path the members that are read of the value, one of the other */
  follow(expression: ts.Expression, read: readonly string[], found: Found, depth: number): void {
    if (depth > mostDepth || !this.scope.spend(this.#source)) return;
    const node = unwrap(expression);
    const path = tidied(read);
    const called = path[0] === '()' ? callbackOf(node) : undefined;
    if (called) this.#returned(called, path.slice(1), found, depth);
    const next = (inner: ts.Expression, of = path): void => this.follow(inner, of, found, depth + 1);
    const at = node.getStart(this.#source);
    if (compiler.isStringLiteralLike(node) || compiler.isNumericLiteral(node)) {
      if (!isCall(path[0])) found.texts.push({ start: at, end: node.end });
    } else if (compiler.isIdentifier(node)) this.#name(node, path, found, depth);
    else if (isMember(node)) {
      const member = memberName(node);
      if (member === 'length') return;
      if (compiler.isMetaProperty(unwrap(node.expression))) found.names.push({ name: '', at });
      else next(node.expression, [member === undefined ? '*' : /^\d+$/.test(member) ? `#${member}` : member, ...path]);
    } else if (compiler.isObjectLiteralExpression(node)) this.#object(node, path, found, depth);
    else if (compiler.isArrayLiteralExpression(node)) this.#list(node, path, next);
    else if (compiler.isConditionalExpression(node)) {
      const holds = this.#holds(node.condition);
      if (holds !== false) next(node.whenTrue);
      if (holds !== true) next(node.whenFalse);
    } else if (compiler.isBinaryExpression(node)) for (const side of sidesOf(node)) next(side);
    else if (compiler.isTemplateExpression(node)) {
      if (isCall(path[0])) return;
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        found.texts.push({ start: part.getStart(this.#source), end: part.end });
      for (const span of node.templateSpans) next(span.expression, []);
    } else if (compiler.isNewExpression(node)) this.#new(node, path, found, depth);
    else if (compiler.isCallExpression(node)) this.#call(node, path, found, depth);
    else if (node.kind === compiler.SyntaxKind.ThisKeyword) this.#this(path, found, depth);
  }

  #list(
    { elements }: ts.ArrayLiteralExpression,
    path: readonly string[],
    next: (inner: ts.Expression, of: readonly string[]) => void,
  ): void {
    const [head, ...rest] = path;
    if (isCall(head)) return;
    const inner = head === '*' || isPosition(head) ? rest : path;
    const one = isPosition(head) && !elements.some(compiler.isSpreadElement);
    for (const [index, element] of elements.entries())
      if (!one || head === `#${index}`) next(compiler.isSpreadElement(element) ? element.expression : element, inner);
  }

  #object(node: ts.ObjectLiteralExpression, path: readonly string[], found: Found, depth: number): void {
    const next = (inner: ts.Expression, of: readonly string[]): void => this.follow(inner, of, found, depth + 1);
    const [wanted, ...rest] = path;
    const left = without(wanted);
    const called = isCall(wanted) ? wanted?.slice(0, -2) : undefined;
    const named = node.properties.filter(({ name }) => name && plainName(name) === (called ?? wanted));
    const some = wanted !== undefined && named.length > 0;
    for (const property of some ? named : node.properties) {
      const name = property.name && plainName(property.name);
      if (left && name !== undefined && left.includes(name)) continue;
      const inner = some || wanted === '*' || left ? rest : [];
      if (compiler.isSpreadAssignment(property))
        next(property.expression, path.length > 0 ? path : hiding(node, property));
      else if (called !== undefined || compiler.isGetAccessor(property)) {
        if (some) this.#member(node, property, rest, found, depth);
      } else if (compiler.isPropertyAssignment(property)) next(property.initializer, inner);
      else if (compiler.isShorthandPropertyAssignment(property)) next(property.name, inner);
    }
  }

  /** What a method or a getter of an object gives back. */
  #member(
    node: ts.ObjectLiteralExpression,
    property: ts.ObjectLiteralElementLike,
    path: readonly string[],
    found: Found,
    depth: number,
  ): void {
    const method = methodOf(property);
    if (method) {
      this.scope.inside([node], () => this.#returned(method, path, found, depth));
      return;
    }
    const value = compiler.isPropertyAssignment(property) ? unwrap(property.initializer) : property.name;
    if (value && compiler.isIdentifier(value)) this.#function(value, [], path, found, depth);
  }

  #new(node: ts.NewExpression, path: readonly string[], found: Found, depth: number): void {
    const [first] = node.arguments ?? [];
    const callee = unwrap(node.expression);
    const name = callee.getText(this.#source);
    if (/(?:^|\.)(?:Map|Set)$/.test(name) || /Response$/.test(name)) {
      const [head, ...rest] = path;
      const isMap = /Map$/.test(name);
      if (first && !isCall(head)) this.follow(first, isMap ? ['*', '#1', ...path] : [], found, depth + 1);
      else if (first && head === 'get()') this.follow(first, ['*', '#1', ...rest], found, depth + 1);
    } else if (name === 'Promise') {
      const executor = callbackOf(first);
      const resolve = executor?.parameters[0]?.name;
      if (!executor || !resolve || !compiler.isIdentifier(resolve)) return;
      for (const { value, around } of assignedIn(executor.body, resolve.text, 'called'))
        this.scope.inside([executor, ...around], () => this.follow(value, path, found, depth + 1));
    } else if (compiler.isIdentifier(callee)) this.#name(callee, path, found, depth);
  }

  #call(node: ts.CallExpression, path: readonly string[], found: Found, depth: number): void {
    const loaded = loadedBy(node);
    if (loaded !== undefined) found.names.push({ name: loaded, at: node.getStart(this.#source), ...steps(path) });
    for (const part of partsOfCall(node, path, this.#source))
      if (part.kind === 'value') this.#followMethod(part, found, depth);
      else if (part.kind === 'returned') this.#returned(part.of, part.path, found, depth, part.given);
      else this.#function(part.callee, part.given, part.path, found, depth);
  }

  /** What a call reads of a value; of a name of the module, with what its method is given. */
  #followMethod({ value, path, given = [] }: Extract<Part, { kind: 'value' }>, found: Found, depth: number): void {
    const before = found.names.length;
    this.follow(value, path, found, depth + 1);
    const [name] = found.names.slice(before);
    const isOwn = name && found.names.length === before + 1 && compiler.isIdentifier(unwrap(value));
    if (given.length === 0 || depth > 4 || !isOwn || name.called || name.path?.join() !== path.join()) return;
    found.names[before] = { ...name, given: given.map((each) => this.#valueOf(each)) };
  }

  /** What a function gives back that is called by its name. */
  #function(
    callee: ts.Identifier,
    given: readonly ts.Expression[],
    path: readonly string[],
    found: Found,
    depth: number,
  ): void {
    const own = functionNamed(callee.text, this.scope.around);
    if (own) {
      const { of, around } = own;
      if (of) this.scope.within(around, () => this.#returned(of, path, found, depth, given));
      else this.#name(callee, ['()', ...path], found, depth);
      return;
    }
    const values = depth > 4 ? [] : given.map((each) => this.#valueOf(each));
    found.names.push({
      name: callee.text,
      at: callee.getStart(this.#source),
      ...steps(path),
      called: true,
      ...(values.length > 0 ? { given: values } : {}),
    });
  }

  #returned(
    node: FunctionNode,
    path: readonly string[],
    found: Found,
    depth: number,
    given?: readonly (ts.Expression | undefined)[],
  ): void {
    this.scope.given(node, given, () => {
      for (const { value, around } of alive(returnsOf(node), this.#holds))
        this.scope.inside([node, ...around], () => this.follow(value, path, found, depth + 1));
    });
  }

  /** A member of the object or class around. */
  #this([member, ...rest]: readonly string[], found: Found, depth: number): void {
    const index = this.scope.around.findLastIndex(
      (each) => compiler.isClassLike(each) || compiler.isObjectLiteralExpression(each),
    );
    const node = this.scope.around[index];
    if (member === undefined) return;
    if (node && compiler.isObjectLiteralExpression(node))
      this.scope.within(this.scope.around.slice(0, index), () =>
        this.#object(node, [member, ...rest], found, depth + 1),
      );
    else if (node && compiler.isClassLike(node))
      this.scope.within(this.scope.around.slice(0, index + 1), () => {
        const base = extended(node);
        if (base && fieldsOf(node, member).length === 0) this.follow(base, [member, ...rest], found, depth + 1);
        for (const each of fieldsOf(node, member))
          if (compiler.isFunctionLike(each) && !callbackOf(each)) this.#returned(each, rest, found, depth);
          else if (isCall(member) && compiler.isFunctionLike(each)) this.#returned(each, rest, found, depth);
          else if (!compiler.isFunctionLike(each)) this.follow(each, rest, found, depth + 1);
      });
  }

  /** A variable of a function around stands for what it is given; any other name is left for the module to say. */
  #name(node: ts.Identifier, path: readonly string[], found: Found, depth: number): void {
    const { text: name } = node;
    const at = node.getStart(this.#source);
    const named = lookUp(name, path, this.scope.around);
    if (!named) found.names.push({ name, at, ...steps(path) });
    else if (named.kind === 'values')
      for (const { value, path: read, around } of alive(named.sources, this.#holds))
        this.scope.within(around, () => this.follow(value, read, found, depth + 1));
    else {
      const { of, position, read, around, otherwise } = named;
      const given = this.scope.givenTo(of);
      const value = given?.[position];
      const whole = steps([...read, ...path]);
      if (value) this.scope.within(around, () => this.follow(value, [...read, ...path], found, depth + 1));
      if (otherwise && !value) this.scope.within(around, () => this.follow(otherwise, path, found, depth + 1));
      if (given) return;
      const list = position === 0 ? listOf(of, around) : undefined;
      if (list) {
        this.scope.within(around.slice(0, -1), () => this.follow(list, [...read, ...path], found, depth + 1));
        return;
      }
      const isOuter = !around.some(compiler.isFunctionLike);
      found.names.push({ name, at, ...whole, parameter: isOuter ? position : -1 });
      const call = around.at(-1);
      const wrapper = call && compiler.isCallExpression(call) ? unwrap(call.expression) : undefined;
      if (!call || !compiler.isCallExpression(call) || !wrapper || !compiler.isIdentifier(wrapper)) return;
      const slot = `@${call.arguments.findIndex((each) => unwrap(each) === of)}.${position}`;
      found.names.push({ name: wrapper.text, at, ...steps([slot, ...read, ...path]) });
    }
  }
}

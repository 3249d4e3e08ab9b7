import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { Flow } from './flow.ts';
import { passThrough, sidesOf } from './flow-calls.ts';
import type { Decide, Found } from './flow-found.ts';
import { calledBy, extended, lookUp, methodOf, type Source, sourcesOf } from './flow-names.ts';
import { callbackOf, type FunctionNode, returnsOf } from './flow-scope.ts';
import { joined, type Shape, shapeOnly } from './join-values.ts';
import type { Range, Value } from './types.ts';

const rangeOf = (node: ts.Node, source: ts.SourceFile): Range => ({ start: node.getStart(source), end: node.end });
const mostDepth = 40;

/** The values of an enumeration's members, by name. */
export const enumMembers = ({ members }: ts.EnumDeclaration, source: ts.SourceFile): ReadonlyMap<string, Value> =>
  new Map(
    members.flatMap((member) => {
      const name = plainName(member.name);
      return name === undefined ? [] : [[name, { texts: [rangeOf(member, source)], names: [] }] as const];
    }),
  );

/** Reads values: what goes into each as a whole, and into its members alone. */
export class FlowReader {
  readonly #flow: Flow;
  readonly #source: ts.SourceFile;
  #depth = 0;

  /**
   * @param around the nodes around the expression, from the outside: their variables are followed
   * @param holds whether a condition holds, where that is known
   */
  constructor(around: readonly ts.Node[], source: ts.SourceFile, holds?: Decide) {
    this.#flow = new Flow(around, source, (expression) => this.valueOf(expression), holds);
    this.#source = source;
  }

  /** The program that it reads. */
  get source(): ts.SourceFile {
    return this.#source;
  }

  valueOf(expression: ts.Expression): Value {
    const found: Found = { texts: [], names: [] };
    if (this.#depth > mostDepth) return found;
    this.#depth++;
    this.#flow.follow(expression, [], found, 0);
    const shape = this.#shapeOf(unwrap(expression));
    this.#depth--;
    return { ...shape, ...found };
  }

  /** What a function gives back. */
  returnedBy(node: FunctionNode): Value {
    return joined(this.#valuesOf(node, [node]));
  }

  /** What the fields of a class hold and its methods give back. */
  valueOfClass(node: ts.ClassLikeDeclaration): Value {
    const members = new Map<string, Value>();
    for (const member of node.members)
      if (compiler.isPropertyDeclaration(member) && member.initializer) {
        const name = plainName(member.name);
        if (name !== undefined) members.set(name, this.#memberOf(member.initializer));
      }
    const base = extended(node);
    const others = base ? { others: this.valueOf(base) } : {};
    return { texts: [], names: [], members, ...this.#resultsOf(node), ...others };
  }

  /** What is known of a value's members. */
  #shapeOf(node: ts.Expression): Shape {
    if (this.#depth > mostDepth || !this.#flow.scope.spend(this.#source)) return {};
    this.#depth++;
    const shape = this.#shapeOfNode(node);
    this.#depth--;
    return shape;
  }

  #shapeOfNode(node: ts.Expression): Shape {
    if (compiler.isArrayLiteralExpression(node)) {
      const shapes = node.elements.map((each) => ({ texts: [], names: [], ...this.#shapeOf(unwrap(each)) }));
      const { members, others } = joined(shapes);
      return { isList: true, ...(members ? { members } : {}), ...(others ? { others } : {}) };
    }
    if (compiler.isObjectLiteralExpression(node)) {
      const members = this.#membersOf(node);
      const spreads = node.properties.filter(compiler.isSpreadAssignment);
      const others = joined(spreads.map(({ expression }) => this.valueOf(expression)));
      return members ? { members, ...this.#resultsOf(node), ...(spreads.length > 0 ? { others } : {}) } : {};
    }
    const sides = compiler.isConditionalExpression(node)
      ? [node.whenTrue, node.whenFalse]
      : compiler.isBinaryExpression(node)
        ? sidesOf(node)
        : [];
    if (sides.length > 0) return shapeOnly(joined(sides.map((side) => this.valueOf(side))));
    if (compiler.isElementAccessExpression(node) && compiler.isNumericLiteral(node.argumentExpression))
      return this.#shapeOf(unwrap(node.expression));
    if (compiler.isIdentifier(node) || compiler.isPropertyAccessExpression(node)) return this.#shapeOfSources(node);
    if (compiler.isNewExpression(node)) return this.#shapeOfNew(node);
    if (!compiler.isCallExpression(node)) return {};
    const callee = unwrap(node.expression);
    const [first] = node.arguments;
    if (first && passThrough.test(callee.getText(this.#source))) return this.#shapeOf(unwrap(first));
    const called = calledBy(callee, this.#flow.scope.around);
    if (called) {
      let shape: Shape = {};
      this.#flow.scope.within(called.around, () =>
        this.#flow.scope.given(called.of, node.arguments, () => {
          shape = shapeOnly(joined(this.#valuesOf(called.of, [called.of])));
        }),
      );
      return shape;
    }
    const callback = callbackOf(first);
    const isPart =
      isMember(callee) && /^(?:find|findLast|filter|slice|at|sort|toSorted|reverse)$/.test(memberName(callee) ?? '');
    if (isPart && (callback || !/^find/.test(memberName(callee) ?? '')))
      return this.#shapeOf(unwrap(callee.expression));
    if (!callback || !isMember(callee) || memberName(callee) !== 'map') return {};
    let values: readonly Value[] = [];
    this.#flow.scope.given(callback, [callee.expression], () => {
      values = this.#valuesOf(callback, [callback]);
    });
    const { members, others } = joined(values);
    return { isList: true, ...(members ? { members } : {}), ...(others ? { others } : {}) };
  }

  /** What is known of a variable of the functions around, or of a field of the class around. */
  #shapeOfSources(node: ts.Identifier | ts.PropertyAccessExpression): Shape {
    const [source, ...others] = this.#sourcesOf(node);
    // What is assigned later is not told apart.
    if (!source || others.length > 0 || source.path.length > 0) return {};
    let shape: Shape = {};
    this.#flow.scope.within(source.around, () => {
      shape = this.#shapeOf(unwrap(source.value));
    });
    return shape;
  }

  #sourcesOf(node: ts.Identifier | ts.PropertyAccessExpression): readonly Source[] {
    const { scope } = this.#flow;
    const named = compiler.isIdentifier(node) ? lookUp(node.text, [], scope.around) : undefined;
    if (named?.kind !== 'parameter') return sourcesOf(node, scope.around);
    const value = scope.givenTo(named.of)?.[named.position];
    return value ? [{ value, path: named.read, around: named.around }] : [];
  }

  /** What a map gives back for its keys. */
  #shapeOfNew({ expression, arguments: given }: ts.NewExpression): Shape {
    const [first] = given ?? [];
    const list = first && unwrap(first);
    if (expression.getText(this.#source) !== 'Map' || !list) return {};
    const values = this.#pairsOf(list);
    const { members } = joined(values);
    return values.length > 0
      ? { isList: true, ...(members ? { members } : {}), results: new Map([['get', joined(values)]]) }
      : {};
  }

  /** The second of each pair in a list of pairs. */
  #pairsOf(list: ts.Expression): readonly Value[] {
    const second = (each: ts.Expression): Value[] => {
      const pair = unwrap(each);
      const value = compiler.isArrayLiteralExpression(pair) ? pair.elements[1] : undefined;
      return value ? [this.valueOf(value)] : [];
    };
    if (compiler.isArrayLiteralExpression(list)) return list.elements.flatMap(second);
    if (!compiler.isCallExpression(list) || !isMember(list.expression) || memberName(list.expression) !== 'map')
      return [];
    const callback = callbackOf(list.arguments[0]);
    const values: Value[] = [];
    const { scope } = this.#flow;
    if (callback)
      scope.given(callback, [list.expression.expression], () => {
        for (const { value, around } of returnsOf(callback))
          scope.inside([callback, ...around], () => values.push(...second(value)));
      });
    return values;
  }

  /** Each value that a function gives back. */
  #valuesOf(node: FunctionNode, between: readonly ts.Node[]): Value[] {
    const values: Value[] = [];
    for (const { value, around } of returnsOf(node))
      this.#flow.scope.inside([...between, ...around], () => values.push(this.valueOf(value)));
    return values;
  }

  /** The members of an object, each alone; nothing where some cannot be told. */
  #membersOf({ properties }: ts.ObjectLiteralExpression): ReadonlyMap<string, Value> | undefined {
    const members = new Map<string, Value>();
    for (const property of properties) {
      if (compiler.isSpreadAssignment(property)) continue;
      const name = property.name && plainName(property.name);
      if (name === undefined || compiler.isAccessor(property)) return undefined;
      if (compiler.isPropertyAssignment(property)) members.set(name, this.#memberOf(property.initializer));
      else if (compiler.isShorthandPropertyAssignment(property)) members.set(name, this.valueOf(property.name));
      else members.set(name, { texts: [rangeOf(property, this.#source)], names: [] });
    }
    return members;
  }

  /** A function as a member is left out with all that stands in it. */
  #memberOf(expression: ts.Expression): Value {
    const node = unwrap(expression);
    return compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)
      ? { texts: [rangeOf(node, this.#source)], names: [] }
      : this.valueOf(expression);
  }

  /** What methods of an object or a class give back, by their names. */
  #resultsOf(node: ts.ObjectLiteralExpression | ts.ClassLikeDeclaration): Pick<Value, 'results'> {
    const results = new Map<string, Value>();
    for (const part of compiler.isClassLike(node) ? node.members : node.properties) {
      const name = part.name && plainName(part.name);
      const method = methodOf(part);
      if (name !== undefined && method) results.set(name, joined(this.#valuesOf(method, [node, method])));
    }
    return results.size > 0 ? { results } : {};
  }
}

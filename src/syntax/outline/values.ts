import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { namesIn } from './declared.ts';
import { membersOf } from './loads.ts';
import type { Range, Use, Value } from './types.ts';

/** Functions that give back what they are given, in another form. */
const passThrough =
  /^(?:json|data|defer|Response\.json|NextResponse\.json|JSON\.stringify|encodeURIComponent|encodeURI|String|Promise\.(?:resolve|all)|Object\.(?:freeze|values|entries)|structuredClone|serialize|btoa|superjson\.serialize|cache|unstable_cache)$/;
/** Methods of texts and lists that give back what they are called on, or parts of it. */
const ownMethods =
  /^(?:filter|find|findLast|slice|at|sort|toSorted|reverse|concat|flat|join|split|trim|toString|toUpperCase|toLowerCase|replace|replaceAll|padStart|padEnd|values|then)$/;
const mostDepth = 16;

const rangeOf = (node: ts.Node, source: ts.SourceFile): Range => ({ start: node.getStart(source), end: node.end });

/** The values of an enumeration's members, by name. */
export const enumMembers = ({ members }: ts.EnumDeclaration, source: ts.SourceFile): ReadonlyMap<string, Value> =>
  new Map(
    members.flatMap((member) => {
      const name = plainName(member.name);
      return name === undefined ? [] : [[name, { texts: [rangeOf(member, source)], names: [] }] as const];
    }),
  );

/** Follows what goes into a value: parts of objects, choices, texts put together, what a function of the module gives back. */
export class FlowReader {
  readonly #around: readonly ts.Node[];
  readonly #source: ts.SourceFile;

  /** @param around the nodes around the expression, from the outside: their variables are followed */
  constructor(around: readonly ts.Node[], source: ts.SourceFile) {
    this.#around = around;
    this.#source = source;
  }

  valueOf(expression: ts.Expression): Value {
    const texts: Range[] = [];
    const names: Use[] = [];
    this.#follow(expression, [], { texts, names }, 0);
    const members = this.#membersOf(expression);
    return { texts, names, ...(members ? { members } : {}) };
  }

  /** The members of an object, each alone; nothing where some cannot be told. */
  #membersOf(expression: ts.Expression): ReadonlyMap<string, Value> | undefined {
    const node = unwrap(expression);
    if (compiler.isArrayLiteralExpression(node)) return merged(node.elements.map((each) => this.#membersOf(each)));
    if (!compiler.isObjectLiteralExpression(node)) return undefined;
    const members = new Map<string, Value>();
    for (const property of node.properties) {
      const name = property.name && plainName(property.name);
      if (name === undefined || compiler.isAccessor(property)) return undefined;
      if (compiler.isPropertyAssignment(property)) members.set(name, this.#memberOf(property.initializer));
      else if (compiler.isShorthandPropertyAssignment(property))
        members.set(name, { texts: [], names: [{ name, at: property.getStart(this.#source) }] });
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

  /** @param path the members that are read of the value, one of the other */
  #follow(expression: ts.Expression, path: readonly string[], found: Found, depth: number): void {
    if (depth > mostDepth) return;
    const node = unwrap(expression);
    const next = (inner: ts.Expression, of = path): void => this.#follow(inner, of, found, depth + 1);
    const at = node.getStart(this.#source);
    if (compiler.isStringLiteralLike(node) || compiler.isNumericLiteral(node))
      found.texts.push({ start: at, end: node.end });
    else if (compiler.isIdentifier(node)) this.#name(node.text, path, at, found, depth);
    else if (isMember(node)) {
      const member = memberName(node);
      if (member === 'length') return;
      if (compiler.isMetaProperty(unwrap(node.expression))) found.names.push({ name: '', at });
      else next(node.expression, member === undefined || /^\d+$/.test(member) ? path : [member, ...path]);
    } else if (compiler.isObjectLiteralExpression(node)) this.#object(node, path, next);
    else if (compiler.isArrayLiteralExpression(node)) {
      for (const element of node.elements) next(compiler.isSpreadElement(element) ? element.expression : element);
    } else if (compiler.isConditionalExpression(node)) {
      next(node.whenTrue);
      next(node.whenFalse);
    } else if (compiler.isBinaryExpression(node)) {
      const K = compiler.SyntaxKind;
      const { kind } = node.operatorToken;
      const isEither = kind === K.PlusToken || kind === K.BarBarToken || kind === K.QuestionQuestionToken;
      if (isEither) next(node.left);
      if (isEither || kind === K.AmpersandAmpersandToken) next(node.right);
    } else if (compiler.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        found.texts.push({ start: part.getStart(this.#source), end: part.end });
      for (const span of node.templateSpans) next(span.expression, []);
    } else if (compiler.isNewExpression(node)) {
      const [body] = node.arguments ?? [];
      if (body && /Response$/.test(node.expression.getText(this.#source))) next(body, []);
    } else if (compiler.isCallExpression(node)) this.#call(node, path, found, depth);
  }

  #object(
    { properties }: ts.ObjectLiteralExpression,
    path: readonly string[],
    next: (inner: ts.Expression, of?: readonly string[]) => void,
  ): void {
    const [wanted, ...rest] = path;
    const named = properties.filter(({ name }) => name && plainName(name) === wanted);
    const some = wanted !== undefined && named.length > 0;
    for (const property of some ? named : properties) {
      const inner = some ? rest : [];
      if (compiler.isPropertyAssignment(property)) next(property.initializer, inner);
      else if (compiler.isShorthandPropertyAssignment(property)) next(property.name, inner);
      else if (compiler.isSpreadAssignment(property)) next(property.expression, path);
    }
  }

  #call(node: ts.CallExpression, path: readonly string[], found: Found, depth: number): void {
    const { expression, arguments: given } = node;
    const [first] = given;
    const callee = unwrap(expression);
    if (passThrough.test(callee.getText(this.#source))) {
      if (first) this.#follow(first, path, found, depth + 1);
    } else if (compiler.isIdentifier(callee)) {
      found.names.push({ name: callee.text, at: callee.getStart(this.#source), ...steps(path), called: true });
    } else if (compiler.isPropertyAccessExpression(callee)) {
      const { text } = callee.name;
      if (ownMethods.test(text)) this.#follow(callee.expression, path, found, depth + 1);
      else if (/^(?:map|flatMap)$/.test(text)) this.#map(callee.expression, first, found, depth);
      else if (compiler.isIdentifier(callee.expression))
        found.names.push({
          name: callee.expression.text,
          at: callee.getStart(this.#source),
          ...steps([text, ...path]),
          called: true,
        });
    }
  }

  /** What a function makes of each member of a list: what it reads of them, and what it adds. */
  #map(list: ts.Expression, each: ts.Expression | undefined, found: Found, depth: number): void {
    const callback = each && unwrap(each);
    const isFunction = callback && (compiler.isArrowFunction(callback) || compiler.isFunctionExpression(callback));
    const [parameter] = isFunction ? callback.parameters : [];
    const read = parameter && isFunction ? readOf(parameter.name, callback.body) : undefined;
    for (const member of read ?? [undefined])
      this.#follow(list, member === undefined ? [] : [member], found, depth + 1);
    if (isFunction && !compiler.isBlock(callback.body)) this.#follow(callback.body, [], found, depth + 1);
  }

  /** A variable of a function around stands for its initial value; any other name is left for the module to say. */
  #name(name: string, path: readonly string[], at: number, found: Found, depth: number): void {
    for (const node of [...this.#around].reverse()) {
      if (compiler.isFunctionLike(node) && node.parameters.some((each) => namesIn(each.name).includes(name))) break;
      if (!compiler.isBlock(node)) continue;
      for (const statement of node.statements) {
        if (!compiler.isVariableStatement(statement)) continue;
        for (const declaration of statement.declarationList.declarations) {
          const { name: own, initializer } = declaration;
          if (!namesIn(own).includes(name)) continue;
          const member = memberBound(own, name);
          if (initializer) this.#follow(initializer, member === undefined ? path : [member, ...path], found, depth + 1);
          return;
        }
      }
    }
    found.names.push({ name, at, ...steps(path) });
  }
}

/** Members of the objects of a list, by name; nothing where one of them is no such object. */
function merged(all: readonly (ReadonlyMap<string, Value> | undefined)[]): ReadonlyMap<string, Value> | undefined {
  const members = new Map<string, Value>();
  for (const each of all) {
    if (!each) return undefined;
    for (const [name, { texts, names }] of each)
      members.set(name, {
        texts: [...(members.get(name)?.texts ?? []), ...texts],
        names: [...(members.get(name)?.names ?? []), ...names],
      });
  }
  return members.size > 0 ? members : undefined;
}

interface Found {
  readonly texts: Range[];
  readonly names: Use[];
}

const steps = (path: readonly string[]): Pick<Use, 'member' | 'path'> => {
  const [member] = path;
  return member === undefined ? {} : { member, path };
};

/** The member that a pattern takes a name from: `b` of `{ b: name }`. */
function memberBound(pattern: ts.BindingName, name: string): string | undefined {
  if (!compiler.isObjectBindingPattern(pattern)) return undefined;
  const element = pattern.elements.find((each) => namesIn(each.name).includes(name));
  const key = element?.propertyName ?? element?.name;
  return key && !element?.dotDotDotToken && compiler.isIdentifier(key) ? key.text : undefined;
}

/** The members that a function reads of its parameter; nothing where it uses it as a whole. */
function readOf(parameter: ts.BindingName, body: ts.Node): string[] | undefined {
  if (!compiler.isIdentifier(parameter))
    return compiler.isObjectBindingPattern(parameter)
      ? namesIn(parameter).flatMap((name) => memberBound(parameter, name) ?? [])
      : undefined;
  return membersOf(parameter.text, body);
}

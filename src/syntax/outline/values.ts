import { compiler, type ts } from '../compiler.ts';
import { plainName, unwrap } from '../nodes.ts';
import type { Range, Use, Value } from './types.ts';

/** Functions that give back what they are given, in another form. */
const passThrough =
  /^(?:json|data|defer|Response\.json|NextResponse\.json|JSON\.stringify|encodeURIComponent|encodeURI|String|Promise\.resolve|Object\.freeze|structuredClone|serialize|btoa|superjson\.serialize)$/;
const mostDepth = 12;

const rangeOf = (node: ts.Node, source: ts.SourceFile): Range => ({ start: node.getStart(source), end: node.end });

/** The values of an enumeration's members, by name. */
export const enumMembers = ({ members }: ts.EnumDeclaration, source: ts.SourceFile): ReadonlyMap<string, Value> =>
  new Map(
    members.flatMap((member) => {
      const name = plainName(member.name);
      return name === undefined ? [] : [[name, { texts: [rangeOf(member, source)], names: [] }] as const];
    }),
  );

/** Follows what goes into a value: parts of objects, choices, texts put together; not what calls make of it. */
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
    this.#follow(expression, texts, names, 0);
    const members = this.#membersOf(expression);
    return { texts, names, ...(members ? { members } : {}) };
  }

  /** The members of an object, each alone; nothing where some cannot be told. */
  #membersOf(expression: ts.Expression): ReadonlyMap<string, Value> | undefined {
    const node = unwrap(expression);
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

  #follow(expression: ts.Expression, texts: Range[], names: Use[], depth: number): void {
    if (depth > mostDepth) return;
    const node = unwrap(expression);
    const next = (inner: ts.Expression): void => this.#follow(inner, texts, names, depth + 1);
    const at = node.getStart(this.#source);
    if (compiler.isStringLiteralLike(node) || compiler.isNumericLiteral(node)) texts.push({ start: at, end: node.end });
    else if (compiler.isIdentifier(node)) this.#name({ name: node.text, at }, texts, names, depth);
    else if (compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node)) {
      const root = node.expression;
      if (compiler.isPropertyAccessExpression(node) && node.name.text === 'length') return;
      if (compiler.isIdentifier(root) && compiler.isPropertyAccessExpression(node))
        this.#name({ name: root.text, member: node.name.text, at }, texts, names, depth);
      else if (!compiler.isCallExpression(unwrap(root))) next(root);
    } else if (compiler.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (compiler.isPropertyAssignment(property)) next(property.initializer);
        else if (compiler.isShorthandPropertyAssignment(property)) next(property.name);
        else if (compiler.isSpreadAssignment(property)) next(property.expression);
      }
    } else if (compiler.isArrayLiteralExpression(node)) {
      for (const element of node.elements) next(compiler.isSpreadElement(element) ? element.expression : element);
    } else if (compiler.isConditionalExpression(node)) {
      next(node.whenTrue);
      next(node.whenFalse);
    } else if (compiler.isBinaryExpression(node)) {
      const K = compiler.SyntaxKind;
      const { kind } = node.operatorToken;
      if (kind === K.PlusToken || kind === K.BarBarToken || kind === K.QuestionQuestionToken) next(node.left);
      if (
        kind === K.PlusToken ||
        kind === K.BarBarToken ||
        kind === K.QuestionQuestionToken ||
        kind === K.AmpersandAmpersandToken
      )
        next(node.right);
    } else if (compiler.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
        texts.push({ start: part.getStart(this.#source), end: part.end });
      for (const span of node.templateSpans) next(span.expression);
    } else if (compiler.isCallExpression(node)) {
      const callee = this.#source.text.slice(node.expression.getStart(this.#source), node.expression.end);
      if (passThrough.test(callee)) for (const argument of node.arguments.slice(0, 1)) next(argument);
    }
  }

  /** A variable of a function around stands for its initial value; any other name is left for the module to say. */
  #name(use: Use, texts: Range[], names: Use[], depth: number): void {
    for (const node of [...this.#around].reverse()) {
      if (!compiler.isBlock(node)) continue;
      for (const statement of node.statements) {
        if (!compiler.isVariableStatement(statement)) continue;
        for (const { name, initializer } of statement.declarationList.declarations) {
          if (!compiler.isIdentifier(name) || name.text !== use.name) continue;
          if (initializer) this.#follow(initializer, texts, names, depth + 1);
          return;
        }
      }
    }
    names.push(use);
  }
}

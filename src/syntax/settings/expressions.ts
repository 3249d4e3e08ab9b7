import { compiler, type ts } from '../compiler.ts';
import { isMember, isPlus, memberName, plainName, unwrap } from '../nodes.ts';
import { takenOf } from '../outline/branches.ts';
import type { Conditions } from '../outline/known.ts';
import type { CallSetting, Setting, SettingEntry, TableSetting } from './types.ts';

const mostDepth = 40;

/** Reads expressions of one program as settings. Tables and calls are kept as they are met. */
export class ExpressionReader {
  readonly tables: TableSetting[] = [];
  readonly calls: CallSetting[] = [];
  readonly #source: ts.SourceFile;
  readonly #conditions: Conditions;
  /** What was read already: every node is met again on the way through the program. */
  readonly #known = new Map<ts.Node, Setting>();

  constructor(source: ts.SourceFile, conditions: Conditions) {
    this.#source = source;
    this.#conditions = conditions;
  }

  /** @returns what an expression stands for; nothing is run and no name is followed */
  read(expression: ts.Expression, depth = 0): Setting {
    const node = unwrap(expression);
    let setting = this.#known.get(node);
    if (!setting) {
      setting = depth > mostDepth ? { kind: 'either', of: [], ...this.#placeOf(node) } : this.#read(node, depth + 1);
      this.#known.set(node, setting);
      if (setting.kind === 'table') this.tables.push(setting);
      if (setting.kind === 'call') this.calls.push(setting);
    }
    return setting;
  }

  #placeOf(node: ts.Node): { readonly start: number; readonly end: number } {
    return { start: node.getStart(this.#source), end: node.end };
  }

  #read(node: ts.Expression, depth: number): Setting {
    const place = this.#placeOf(node);
    const K = compiler.SyntaxKind;
    const either = (...of: readonly ts.Expression[]): Setting => ({
      kind: 'either',
      of: of.map((each) => this.read(each, depth)),
      ...place,
    });
    if (compiler.isStringLiteralLike(node) || compiler.isNumericLiteral(node))
      return { kind: 'text', text: node.text, ...place };
    if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword)
      return { kind: 'flag', value: node.kind === K.TrueKeyword, ...place };
    if (compiler.isIdentifier(node)) return { kind: 'name', name: node.text, path: [], ...place };
    if (compiler.isTemplateExpression(node))
      return {
        kind: 'pieces',
        pieces: [
          { kind: 'text', text: node.head.text, ...this.#placeOf(node.head) },
          ...node.templateSpans.flatMap(({ expression, literal }): Setting[] => [
            this.read(expression, depth),
            { kind: 'text', text: literal.text, ...this.#placeOf(literal) },
          ]),
        ],
        ...place,
      };
    if (compiler.isObjectLiteralExpression(node)) return this.#table(node, depth);
    if (compiler.isArrayLiteralExpression(node))
      return { kind: 'list', items: node.elements.map((each) => this.read(spread(each), depth)), ...place };
    if (compiler.isConditionalExpression(node)) {
      const holds = this.#conditions.holds(node.condition);
      return either(...(holds === false ? [] : [node.whenTrue]), ...(holds === true ? [] : [node.whenFalse]));
    }
    const decided = isCondition(node) ? this.#conditions.holds(node) : undefined;
    if (decided !== undefined) return { kind: 'flag', value: decided, ...place };
    if (compiler.isBinaryExpression(node)) {
      if (isPlus(node))
        return {
          kind: 'pieces',
          pieces: [this.read(node.left, depth), this.read(node.right, depth)],
          ...place,
        };
      if (node.operatorToken.kind !== K.AmpersandAmpersandToken) return either(node.left, node.right);
      return this.#conditions.holds(node.left) === false ? either() : either(node.right);
    }
    if (compiler.isArrowFunction(node) || compiler.isFunctionExpression(node)) return this.function(node, depth);
    if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) return this.#call(node, depth);
    if (isMember(node)) return this.#member(node, depth);
    return { kind: 'either', of: [], ...place };
  }

  #table(node: ts.ObjectLiteralExpression, depth: number): TableSetting {
    const entries: SettingEntry[] = [];
    const others: Setting[] = [];
    for (const property of node.properties) {
      if (compiler.isSpreadAssignment(property)) others.push(this.read(property.expression, depth));
      else if (compiler.isPropertyAssignment(property))
        entries.push(this.entry(property.name, this.read(property.initializer, depth), depth));
      else if (compiler.isShorthandPropertyAssignment(property)) {
        const value: Setting = { kind: 'name', name: property.name.text, path: [], ...this.#placeOf(property) };
        entries.push({ key: property.name.text, value, ...this.#placeOf(property.name) });
      } else if (compiler.isMethodDeclaration(property))
        entries.push(this.entry(property.name, this.function(property, depth), depth));
    }
    return { kind: 'table', entries, others, ...this.#placeOf(node) };
  }

  /** A member of a table under the name that it is written with. */
  entry(name: ts.PropertyName, value: Setting, depth = 0): SettingEntry {
    const key = plainName(name);
    const place = this.#placeOf(name);
    if (key !== undefined || !compiler.isComputedPropertyName(name))
      return { ...(key === undefined ? {} : { key }), value, ...place };
    return { computed: this.read(name.expression, depth), value, ...place };
  }

  /** A function as what it gives back. */
  function(node: ts.FunctionLikeDeclaration, depth = 0): Setting {
    const parameters = node.parameters.map(({ name }) => (compiler.isIdentifier(name) ? name.text : ''));
    const returns: Setting[] = [];
    const { mark } = this.#conditions;
    if (node.body && compiler.isBlock(node.body))
      for (const statement of node.body.statements) this.#conditions.learn(statement);
    const visit = (inner: ts.Node): void => {
      if (compiler.isFunctionLike(inner)) return;
      const taken = takenOf(inner, this.#conditions);
      if (taken) {
        for (const each of taken) visit(each);
        return;
      }
      if (compiler.isReturnStatement(inner) && inner.expression) returns.push(this.read(inner.expression, depth));
      compiler.forEachChild(inner, visit);
    };
    if (node.body && compiler.isBlock(node.body)) compiler.forEachChild(node.body, visit);
    else if (node.body) returns.push(this.read(node.body, depth));
    this.#conditions.forget(mark);
    return { kind: 'function', parameters, returns, ...this.#placeOf(node) };
  }

  #call(node: ts.CallExpression | ts.NewExpression, depth: number): Setting {
    const given = (node.arguments ?? []).map((each) => this.read(spread(each), depth));
    const callee = unwrap(node.expression);
    const place = this.#placeOf(node);
    const [first] = given;
    if (compiler.isIdentifier(callee) && callee.text === 'require' && first?.kind === 'text')
      return { kind: 'module', specifier: first.text, path: [], ...place };
    if (callee.kind === compiler.SyntaxKind.ImportKeyword && first?.kind === 'text')
      return { kind: 'module', specifier: first.text, path: [], ...place };
    const on = isMember(callee) ? this.read(callee.expression, depth) : undefined;
    const written = on && on.kind === 'call' && isMember(callee) ? `().${memberName(callee) ?? ''}` : undefined;
    return {
      kind: 'call',
      callee: written ?? callee.getText(this.#source).replace(/[\s?!]+/g, ''),
      ...(on ? { on } : {}),
      given,
      path: [],
      ...place,
    };
  }

  #member(node: ts.PropertyAccessExpression | ts.ElementAccessExpression, depth: number): Setting {
    const place = this.#placeOf(node);
    const computed = compiler.isElementAccessExpression(node)
      ? this.#conditions.value(node.argumentExpression)
      : undefined;
    const member = memberName(node) ?? (typeof computed?.value === 'string' ? computed.value : undefined);
    const inner = unwrap(node.expression);
    if (compiler.isMetaProperty(inner))
      return { kind: 'name', name: 'import.meta', path: member ? [member] : [], ...place };
    return membered(this.read(inner, depth), member ?? '*', place);
  }
}

/** `!x`, `x === y`, `process.argv.includes('--watch')`: what is true or false. */
function isCondition(node: ts.Expression): boolean {
  if (compiler.isCallExpression(node)) return true;
  if (compiler.isPrefixUnaryExpression(node)) return node.operator === compiler.SyntaxKind.ExclamationToken;
  const K = compiler.SyntaxKind;
  const kinds = [
    K.EqualsEqualsEqualsToken,
    K.EqualsEqualsToken,
    K.ExclamationEqualsEqualsToken,
    K.ExclamationEqualsToken,
  ];
  return compiler.isBinaryExpression(node) && kinds.includes(node.operatorToken.kind);
}

const spread = (node: ts.Expression): ts.Expression => (compiler.isSpreadElement(node) ? node.expression : node);

/** A member of what a setting stands for; `*` for one that cannot be told. */
export function membered(
  of: Setting,
  member: string,
  place: { readonly start: number; readonly end: number },
): Setting {
  if (of.kind === 'name' || of.kind === 'call' || of.kind === 'module')
    return { ...of, path: [...of.path, member], ...place };
  if (of.kind === 'table') {
    const found = of.entries.filter(({ key }) => key === member).map(({ value }) => value);
    return {
      kind: 'either',
      of: found.length > 0 ? found : of.others.map((each) => membered(each, member, place)),
      ...place,
    };
  }
  if (of.kind === 'either') return { kind: 'either', of: of.of.map((each) => membered(each, member, place)), ...place };
  return { kind: 'either', of: of.kind === 'list' ? of.items : [], ...place };
}

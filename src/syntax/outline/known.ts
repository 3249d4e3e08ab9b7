import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import type { Known } from './types.ts';

/** Decides conditions as a bundler does that knows some expressions: `import.meta.env.SSR`, `typeof window`. */
export class Conditions {
  readonly #known: Known;
  readonly #constants = new Map<string, string | boolean>();
  readonly #source: ts.SourceFile;

  /** @param source its constants of one word, such as `const isServer = typeof window === 'undefined'`, are known too */
  constructor(source: ts.SourceFile, known: Known) {
    this.#known = known;
    this.#source = source;
    for (const statement of source.statements) this.learn(statement);
  }

  /** Takes note of constants with a known value. One of the same name without forgets it. */
  learn(statement: ts.Statement): void {
    if (!compiler.isVariableStatement(statement)) return;
    const isConstant = (statement.declarationList.flags & compiler.NodeFlags.Const) !== 0;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!compiler.isIdentifier(name)) continue;
      const value = initializer && isConstant ? this.value(initializer) : undefined;
      if (value === undefined) this.#constants.delete(name.text);
      else this.#constants.set(name.text, value);
    }
  }

  /** True or false where the bundler knows. */
  holds(condition: ts.Expression): boolean | undefined {
    const value = this.value(condition);
    return value === undefined ? undefined : Boolean(value);
  }

  value(expression: ts.Expression): string | boolean | undefined {
    const node = unwrap(expression);
    const K = compiler.SyntaxKind;
    if (compiler.isStringLiteralLike(node)) return node.text;
    if (node.kind === K.TrueKeyword) return true;
    if (node.kind === K.FalseKeyword) return false;
    if (compiler.isIdentifier(node)) return this.#constants.get(node.text) ?? this.#lookUp(node);
    if (compiler.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
      const value = this.value(node.operand);
      return value === undefined ? undefined : !value;
    }
    if (compiler.isBinaryExpression(node)) return this.#binary(node);
    if (compiler.isPropertyAccessExpression(node) || compiler.isTypeOfExpression(node)) return this.#lookUp(node);
    return undefined;
  }

  #lookUp(node: ts.Node): string | boolean | undefined {
    const text = this.#source.text
      .slice(node.getStart(this.#source), node.end)
      .replace(/\s+/g, '')
      .replaceAll('?.', '.');
    const key = text.startsWith('typeof') ? `typeof ${text.slice(6)}` : text;
    return Object.hasOwn(this.#known, key) ? this.#known[key] : undefined;
  }

  #binary(node: ts.BinaryExpression): string | boolean | undefined {
    const K = compiler.SyntaxKind;
    const left = this.value(node.left);
    switch (node.operatorToken.kind) {
      case K.AmpersandAmpersandToken: {
        if (left !== undefined && !left) return false;
        const right = this.value(node.right);
        if (right !== undefined && !right) return false;
        return left === undefined ? undefined : right;
      }
      case K.BarBarToken: {
        if (left) return left;
        const right = this.value(node.right);
        return right ? right : left === undefined ? undefined : right;
      }
      case K.EqualsEqualsEqualsToken:
      case K.EqualsEqualsToken: {
        const right = this.value(node.right);
        return left === undefined || right === undefined ? undefined : left === right;
      }
      case K.ExclamationEqualsEqualsToken:
      case K.ExclamationEqualsToken: {
        const right = this.value(node.right);
        return left === undefined || right === undefined ? undefined : left !== right;
      }
      default:
        return undefined;
    }
  }
}

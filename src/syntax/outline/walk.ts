import { compiler, type ts } from '../compiler.ts';
import { hands, isFunctionOnServer, isNamed, isText, isTypeOnly, leaves, tagOf } from './kinds.ts';
import type { Conditions } from './known.ts';
import { loadsOf } from './loads.ts';
import type { Handed, Load, Range, Use } from './types.ts';
import { FlowReader } from './values.ts';

/** What a walk over one statement finds. */
export interface Walked {
  readonly uses: Use[];
  readonly loads: Load[];
  readonly texts: Range[];
  readonly handed: Handed[];
  readonly serverParts: Range[];
}

/** Collects what a statement uses as a value, loads, says and hands on; types and what the bundler removes are left out. */
export class Walk {
  readonly found: Walked = { uses: [], loads: [], texts: [], handed: [], serverParts: [] };
  readonly #source: ts.SourceFile;
  readonly #conditions: Conditions;
  readonly #parents: ts.Node[] = [];
  #by: string | undefined;

  constructor(source: ts.SourceFile, conditions: Conditions) {
    this.#source = source;
    this.#conditions = conditions;
  }

  /** @param by the name of the top-level function or constant the statement declares */
  statement(node: ts.Node, by: string | undefined): Walked {
    this.#by = by;
    this.#visit(node);
    return this.found;
  }

  #visit(node: ts.Node): void {
    if (isTypeOnly(node)) return;
    const at = node.getStart(this.#source);
    this.#hand(node, at);
    if (isText(node)) {
      this.found.texts.push({ start: at, end: node.end });
      return;
    }
    if (compiler.isIdentifier(node)) {
      this.found.uses.push({ name: node.text, at });
      return;
    }
    if (isFunctionOnServer(node)) {
      this.found.serverParts.push({ start: at, end: node.end });
      return;
    }
    this.found.loads.push(...loadsOf(node, this.#source, [...this.#parents].reverse().slice(0, 6)));
    if (this.#branch(node)) return;
    this.#parents.push(node);
    this.#children(node, at);
    this.#parents.pop();
  }

  /** Visits the children that are values; names of members, keys and declarations are none. */
  #children(node: ts.Node, at: number): void {
    if (compiler.isPropertyAccessExpression(node)) {
      if (compiler.isIdentifier(node.expression))
        this.found.uses.push({ name: node.expression.text, member: node.name.text, at });
      else this.#visit(node.expression);
      // The place of the member's name belongs to what is used, although no name of the module stands there.
      this.found.uses.push({ name: '', at: node.name.getStart(this.#source) });
    } else if (compiler.isJsxAttribute(node)) {
      if (node.initializer) this.#visit(node.initializer);
    } else if (compiler.isShorthandPropertyAssignment(node)) {
      this.found.uses.push({ name: node.name.text, at });
    } else if (compiler.isBlock(node) || compiler.isSourceFile(node)) {
      this.#statements(node.statements);
    } else if (isNamed(node)) {
      compiler.forEachChild(node, (child) => {
        if (child !== node.name || !(compiler.isIdentifier(child) || compiler.isPrivateIdentifier(child)))
          this.#visit(child);
      });
    } else if (compiler.isBindingElement(node)) {
      if (!compiler.isIdentifier(node.name)) this.#visit(node.name);
      if (node.initializer) this.#visit(node.initializer);
    } else if (compiler.isLabeledStatement(node)) {
      this.#visit(node.statement);
    } else if (compiler.isMetaProperty(node)) {
      this.found.uses.push({ name: 'import.meta', at });
    } else if (!compiler.isBreakOrContinueStatement(node)) {
      compiler.forEachChild(node, (child) => this.#visit(child));
    }
  }

  /** Statements of a block, up to one that always leaves it. */
  #statements(statements: readonly ts.Statement[]): void {
    for (const statement of statements) {
      this.#conditions.learn(statement);
      this.#visit(statement);
      if (compiler.isReturnStatement(statement) || compiler.isThrowStatement(statement)) {
        for (const hoisted of statements.slice(statements.indexOf(statement) + 1))
          if (compiler.isFunctionDeclaration(hoisted)) this.#visit(hoisted);
        return;
      }
      if (
        compiler.isIfStatement(statement) &&
        this.#conditions.holds(statement.expression) === true &&
        leaves(statement.thenStatement)
      )
        return;
    }
  }

  /** Visits only the branch that is taken, where the bundler knows. */
  #branch(node: ts.Node): boolean {
    if (compiler.isIfStatement(node) || compiler.isConditionalExpression(node)) {
      const condition = compiler.isIfStatement(node) ? node.expression : node.condition;
      const holds = this.#conditions.holds(condition);
      if (holds === undefined) return false;
      const taken = compiler.isIfStatement(node)
        ? holds
          ? node.thenStatement
          : node.elseStatement
        : holds
          ? node.whenTrue
          : node.whenFalse;
      if (taken) this.#visit(taken);
      return true;
    }
    if (!compiler.isBinaryExpression(node)) return false;
    const { kind } = node.operatorToken;
    const isAnd = kind === compiler.SyntaxKind.AmpersandAmpersandToken;
    if (!isAnd && kind !== compiler.SyntaxKind.BarBarToken) return false;
    const holds = this.#conditions.holds(node.left);
    if (holds === undefined) return false;
    if (holds === isAnd) this.#visit(node.right);
    else this.#visit(node.left);
    return true;
  }

  /** Values of markup, and what a top-level function gives back. */
  #hand(node: ts.Node, at: number): void {
    if (!hands(node)) return;
    const flow = new FlowReader([...this.#parents, node], this.#source);
    if (
      compiler.isJsxExpression(node) &&
      node.expression &&
      !compiler.isJsxAttribute(this.#parents.at(-1) as ts.Node)
    ) {
      this.found.handed.push({ kind: 'markup', value: flow.valueOf(node.expression), at });
    } else if (compiler.isJsxText(node)) {
      this.found.handed.push({ kind: 'markup', value: { texts: [{ start: at, end: node.end }], names: [] }, at });
    } else if (compiler.isJsxAttribute(node) && node.initializer) {
      const tag = tagOf(this.#parents);
      const { initializer } = node;
      const inner = compiler.isJsxExpression(initializer) ? initializer.expression : initializer;
      const isHandler = /^on[A-Z]/.test(this.#source.text.slice(at, at + 3));
      if (inner && !isHandler && !compiler.isJsxElement(inner))
        this.found.handed.push({
          kind: 'markup',
          attribute: this.#source.text.slice(at, node.name.end),
          ...(tag ? { tag } : {}),
          value: flow.valueOf(inner),
          at,
        });
    } else if (compiler.isJsxSpreadAttribute(node)) {
      const tag = tagOf(this.#parents);
      this.found.handed.push({ kind: 'markup', ...(tag ? { tag } : {}), value: flow.valueOf(node.expression), at });
    } else if (compiler.isReturnStatement(node) && node.expression && this.#by !== undefined && this.#depth() === 1) {
      this.found.handed.push({ kind: 'return', by: this.#by, value: flow.valueOf(node.expression), at });
    } else if (
      compiler.isArrowFunction(node) &&
      !compiler.isBlock(node.body) &&
      this.#by !== undefined &&
      this.#depth() === 0
    ) {
      this.found.handed.push({ kind: 'return', by: this.#by, value: flow.valueOf(node.body), at });
    }
  }

  /** How many functions stand around. */
  #depth(): number {
    return this.#parents.filter((parent) => compiler.isFunctionLike(parent)).length;
  }
}

import { compiler, type ts } from '../compiler.ts';
import { isMember } from '../nodes.ts';
import { isStatement, takenOf } from './branches.ts';
import { handedAt } from './handed.ts';
import { isFunctionOnServer, isNamed, isText, isTypeOnly, leaves } from './kinds.ts';
import type { Conditions } from './known.ts';
import { loadsOf } from './loads.ts';
import { type Deferred, localsOf } from './locals.ts';
import type { PureContext } from './pure.ts';
import { readRoutes } from './routes.ts';
import { isOnlyAsked, pathOf } from './texts.ts';
import type { Handed, Load, Mount, Range, Reading, Route, Use } from './types.ts';

/** What a walk over one statement finds. */
export interface Walked {
  readonly uses: Use[];
  readonly loads: Load[];
  readonly texts: Range[];
  readonly handed: Handed[];
  readonly routes: Route[];
  readonly mounts: Mount[];
  readonly serverParts: Range[];
}

/** Collects what a statement uses as a value, loads, says and hands on; types and what the bundler removes are left out. */
export class Walk {
  readonly found: Walked = { uses: [], loads: [], texts: [], handed: [], routes: [], mounts: [], serverParts: [] };
  readonly #source: ts.SourceFile;
  readonly #conditions: Conditions;
  readonly #pure: PureContext;
  readonly #reading: Reading;
  #parents: ts.Node[] = [];
  #deferred: Deferred[] = [];
  #by: string | undefined;

  constructor(source: ts.SourceFile, conditions: Conditions, pure: PureContext, reading: Reading) {
    this.#source = source;
    this.#conditions = conditions;
    this.#pure = pure;
    this.#reading = reading;
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
    if (this.#reading.asksHanded) {
      const holds = (each: ts.Expression): boolean | undefined => this.#conditions.holds(each);
      this.found.handed.push(...handedAt(node, at, this.#parents, this.#by, this.#source, holds));
      readRoutes({ node, parents: this.#parents, by: this.#by, source: this.#source, holds }, this.found);
    }
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
    if (this.#reading.foldsTexts !== 'nothing' && isOnlyAsked(node, this.#conditions)) return;
    if (compiler.isCallExpression(node) || compiler.isNewExpression(node) || compiler.isDecorator(node))
      this.found.loads.push(...loadsOf(node, this.#source, [...this.#parents].reverse()));
    if (this.#branch(node)) return;
    this.#parents.push(node);
    const mark = this.#conditions.mark;
    if (compiler.isFunctionLike(node))
      for (const { name } of node.parameters) if (compiler.isIdentifier(name)) this.#conditions.hide([name.text]);
    this.#children(node, at);
    if (compiler.isFunctionLike(node)) this.#conditions.forget(mark);
    this.#parents.pop();
  }

  /** Visits the children that are values; names of members, keys and declarations are none. */
  #children(node: ts.Node, at: number): void {
    const path = pathOf(node);
    if (path) {
      const [name, member] = path as [string, string];
      const isCalled = this.#isCalled(node);
      this.found.uses.push({ name, member, path: path.slice(1), at, ...(isCalled ? { isCalled } : {}) });
      // The places of the members' names belong to what is used, although no name of the module stands there.
      for (let inner = node; isMember(inner); inner = inner.expression)
        if (compiler.isPropertyAccessExpression(inner))
          this.found.uses.push({ name: '', at: inner.name.getStart(this.#source) });
        else this.found.uses.push({ name: '', at: inner.argumentExpression.getStart(this.#source) + 1 });
    } else if (compiler.isPropertyAccessExpression(node)) {
      this.#visit(node.expression);
      this.found.uses.push({ name: '', at: node.name.getStart(this.#source) });
    } else if (compiler.isVariableDeclaration(node) && this.#takesApart(node)) {
      return;
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

  #isCalled(node: ts.Node): boolean {
    const parent = this.#parents.at(-2);
    return parent !== undefined && compiler.isCallExpression(parent) && parent.expression === node;
  }

  /** `const { a, b } = config` reads two members of it. */
  #takesApart({ name, initializer }: ts.VariableDeclaration): boolean {
    if (!compiler.isObjectBindingPattern(name) || !initializer || !compiler.isIdentifier(initializer)) return false;
    const keys = name.elements.map(({ propertyName, name: local, dotDotDotToken, initializer: otherwise }) => {
      const key = propertyName ?? local;
      return dotDotDotToken || otherwise || !compiler.isIdentifier(local) || !compiler.isIdentifier(key)
        ? undefined
        : key.text;
    });
    if (keys.length === 0 || keys.includes(undefined)) return false;
    const at = initializer.getStart(this.#source);
    for (const member of keys as string[])
      this.found.uses.push({ name: initializer.text, member, path: [member], byPattern: true, at });
    return true;
  }

  /** Statements of a block, up to one that always leaves it. */
  #statements(statements: readonly ts.Statement[]): void {
    const mark = this.#conditions.mark;
    const outer = this.#deferred;
    this.#deferred = [];
    const from = this.found.uses.length;
    this.#upToEnd(statements);
    this.#visitUsed(from);
    this.#deferred = outer;
    this.#conditions.forget(mark);
  }

  #upToEnd(statements: readonly ts.Statement[]): void {
    for (const [index, statement] of statements.entries()) {
      this.#conditions.learn(statement);
      const locals = this.#reading.dropsLocals ? localsOf(statement, this.#pure) : undefined;
      if (locals) this.#deferred.push(...locals.map((local) => ({ ...local, parents: [...this.#parents] })));
      else this.#visit(statement);
      if (!this.#reading.dropsBranches) continue;
      const ends = leaves(statement);
      const isLeft =
        compiler.isIfStatement(statement) &&
        this.#conditions.holds(statement.expression) === true &&
        leaves(statement.thenStatement);
      if (!ends && !isLeft) continue;
      for (const hoisted of statements.slice(index + 1))
        if (compiler.isFunctionDeclaration(hoisted)) this.#visit(hoisted);
      return;
    }
  }

  /** Visits the variables of a block that something uses, and what they use in turn. */
  #visitUsed(from: number): void {
    const waiting = new Set(this.#deferred);
    for (let next = from; next < this.found.uses.length && waiting.size > 0; next++)
      for (const local of waiting) {
        const use = this.found.uses[next];
        if (
          use?.name !== local.name ||
          (local.isText && use.member === 'length' && this.#reading.foldsTexts === 'constants')
        )
          continue;
        // A method gets the object that it is called on.
        const member = this.#reading.dropsMembers && !use.isCalled ? use.member : undefined;
        const part = member === undefined ? undefined : local.members?.get(member);
        if (part && local.read?.has(part)) continue;
        if (part) local.read = new Set([...(local.read ?? []), part]);
        else waiting.delete(local);
        const parents = this.#parents;
        this.#parents = [...local.parents];
        this.#visit(part ?? local.node);
        this.#parents = parents;
      }
  }

  /** Visits only the branch that is taken, where the bundler knows. */
  #branch(node: ts.Node): boolean {
    const taken = this.#reading.dropsBranches ? takenOf(node, this.#conditions) : undefined;
    if (taken) this.#statements(taken.filter(isStatement));
    for (const expression of taken ?? []) if (!isStatement(expression)) this.#visit(expression);
    return taken !== undefined;
  }
}

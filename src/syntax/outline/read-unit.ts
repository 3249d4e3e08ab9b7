import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import { boundBy } from './bound.ts';
import { has } from './declared.ts';
import type { Conditions } from './known.ts';
import { isConstant } from './literal-objects.ts';
import { readsItself } from './locals.ts';
import type { PureContext } from './pure.ts';
import type { Reading, Unit } from './types.ts';
import { enumMembers, FlowReader } from './values.ts';
import { Walk } from './walk.ts';

/** What a statement, or one of the variables that it declares, is to its module. */
export interface Declared {
  readonly names: readonly string[];
  readonly pure: boolean;
  /** The name that it is offered by, or its own. */
  readonly by: string | undefined;
  readonly initializer?: ts.Expression;
}

/** Reads what a bundler keeps or drops as one: a statement, or one variable of it. */
export class UnitReader {
  readonly #source: ts.SourceFile;
  readonly #conditions: Conditions;
  readonly #pure: PureContext;
  readonly #reading: Reading;

  constructor(source: ts.SourceFile, conditions: Conditions, pure: PureContext, reading: Reading) {
    this.#source = source;
    this.#conditions = conditions;
    this.#pure = pure;
    this.#reading = reading;
  }

  /** @param declared `start` and `end` in UTF-16 units */
  read(node: ts.Node, { start, end, names, pure, by, initializer }: Declared & Pick<Unit, 'start' | 'end'>): Unit {
    const walked = new Walk(this.#source, this.#conditions, this.#pure, this.#reading).statement(node, by);
    // What may be followed is counted for each statement.
    const flow = new FlowReader([], this.#source, (condition) => this.#conditions.holds(condition));
    const value = initializer
      ? flow.valueOf(initializer)
      : compiler.isClassDeclaration(node)
        ? flow.valueOfClass(node)
        : undefined;
    const bound = value ? boundBy(node, flow) : undefined;
    const inner = initializer && unwrap(initializer);
    const members = compiler.isEnumDeclaration(node)
      ? enumMembers(node, this.#source)
      : inner && compiler.isObjectLiteralExpression(inner) && value?.others === undefined && this.#tellsMembers(inner)
        ? value?.members
        : undefined;
    return {
      start,
      end,
      names,
      pure,
      ...walked,
      ...(value ? { value } : {}),
      ...(bound ? { bound } : {}),
      ...(members ? { members } : {}),
      ...(compiler.isEnumDeclaration(node)
        ? { isEnum: has(node, compiler.SyntaxKind.ConstKeyword) ? 'const enum' : 'enum' }
        : {}),
      ...(inner && compiler.isStringLiteralLike(inner) ? { isText: true } : {}),
      ...(compiler.isFunctionDeclaration(node) ||
      compiler.isClassDeclaration(node) ||
      (inner && (compiler.isArrowFunction(inner) || compiler.isFunctionExpression(inner)))
        ? { isFunction: true }
        : {}),
    };
  }

  /** True for an object of which the bundler sees each member by itself. */
  #tellsMembers(object: ts.ObjectLiteralExpression): boolean {
    return !readsItself(object) && (!this.#reading.needsConstants || isConstant(object, this.#conditions));
  }
}

import { compiler, type ts } from '../compiler.ts';
import { endsCase } from './kinds.ts';
import type { Conditions } from './known.ts';

export const isStatement = (node: ts.Node): node is ts.Statement =>
  compiler.isBlock(node) ||
  (node.kind >= compiler.SyntaxKind.FirstStatement && node.kind <= compiler.SyntaxKind.LastStatement) ||
  compiler.isFunctionDeclaration(node) ||
  compiler.isClassDeclaration(node);

/** What is left of a choice when its condition is known: some statements or one expression. Nothing where it is not known. */
export function takenOf(node: ts.Node, conditions: Conditions): readonly ts.Node[] | undefined {
  if (compiler.isIfStatement(node) || compiler.isConditionalExpression(node)) {
    const isIf = compiler.isIfStatement(node);
    const holds = conditions.holds(isIf ? node.expression : node.condition);
    if (holds === undefined) return undefined;
    const taken = isIf ? (holds ? node.thenStatement : node.elseStatement) : holds ? node.whenTrue : node.whenFalse;
    return taken ? [taken] : [];
  }
  if (compiler.isSwitchStatement(node)) return caseOf(node, conditions);
  return compiler.isBinaryExpression(node) ? sideOf(node, conditions) : undefined;
}

function sideOf(
  { left, right, operatorToken: { kind } }: ts.BinaryExpression,
  conditions: Conditions,
): readonly ts.Node[] | undefined {
  const K = compiler.SyntaxKind;
  if ((kind === K.QuestionQuestionToken || kind === K.BarBarToken) && conditions.isSet(left)) return [left];
  if (kind === K.QuestionQuestionToken) {
    const found = conditions.value(left);
    return found && [found.value === null || found.value === undefined ? right : left];
  }
  const isAnd = kind === K.AmpersandAmpersandToken;
  if (!isAnd && kind !== K.BarBarToken) return undefined;
  const holds = conditions.holds(left);
  return holds === undefined ? undefined : [holds === isAnd ? right : left];
}

/** The one case that is taken, where no case goes on into the next. */
function caseOf({ expression, caseBlock }: ts.SwitchStatement, conditions: Conditions): readonly ts.Node[] | undefined {
  const found = conditions.value(expression);
  if (!found) return undefined;
  const values = caseBlock.clauses.map((clause) =>
    compiler.isDefaultClause(clause) ? undefined : conditions.value(clause.expression),
  );
  const isSure = caseBlock.clauses.every(
    (clause, index) => compiler.isDefaultClause(clause) || (values[index] && clause.statements.some(endsCase)),
  );
  if (!isSure) return undefined;
  const { clauses } = caseBlock;
  const taken =
    clauses.find((_, index) => values[index]?.value === found.value && values[index] !== undefined) ??
    clauses.find(compiler.isDefaultClause);
  return taken ? taken.statements : [];
}

import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';

/** What decides whether a bundler sees that an expression has no effects. */
export interface PureContext {
  readonly source: ts.SourceFile;
  /** Whether it knows what methods of texts and lists do. */
  readonly builtIns: boolean;
}

/** Constructors and functions without effects that bundlers know. */
const pureConstructors = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'Error', 'Symbol']);
const pureFunctions = new Set(['Symbol', 'Date.now', 'String', 'Number', 'Boolean', 'BigInt', 'Math.max', 'Math.min']);
/** React's and Vue's wrappers, which their compilers mark as free of effects. */
const markedByCompilers = new Set([
  'memo',
  'forwardRef',
  'lazy',
  'createContext',
  'React.memo',
  'React.forwardRef',
  'React.lazy',
  'React.createContext',
  'defineComponent',
]);

/**
 * True where evaluating the expression changes nothing, so that a bundler leaves it out when its value is not used.
 */
export function isPure(expression: ts.Expression, context: PureContext): boolean {
  const node = unwrap(expression);
  const pure = (inner: ts.Expression): boolean => isPure(inner, context);
  if (compiler.isObjectLiteralExpression(node))
    return node.properties.every(
      (property) =>
        compiler.isShorthandPropertyAssignment(property) ||
        compiler.isMethodDeclaration(property) ||
        compiler.isAccessor(property) ||
        (compiler.isPropertyAssignment(property) && pure(property.initializer)) ||
        (compiler.isSpreadAssignment(property) && pure(property.expression)),
    );
  if (compiler.isArrayLiteralExpression(node))
    return node.elements.every((element) =>
      compiler.isSpreadElement(element)
        ? compiler.isArrayLiteralExpression(element.expression) && pure(element.expression)
        : pure(element),
    );
  if (compiler.isTemplateExpression(node)) return node.templateSpans.every((span) => pure(span.expression));
  if (compiler.isPrefixUnaryExpression(node))
    return (
      node.operator !== compiler.SyntaxKind.PlusPlusToken &&
      node.operator !== compiler.SyntaxKind.MinusMinusToken &&
      pure(node.operand)
    );
  if (compiler.isTypeOfExpression(node)) return true;
  if (compiler.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= compiler.SyntaxKind.FirstAssignment && kind <= compiler.SyntaxKind.LastAssignment;
    return !assigns && pure(node.left) && pure(node.right);
  }
  if (compiler.isConditionalExpression(node))
    return pure(node.condition) && pure(node.whenTrue) && pure(node.whenFalse);
  if (compiler.isClassExpression(node)) return isPureClass(node, context);
  if (compiler.isPropertyAccessExpression(node) || compiler.isElementAccessExpression(node))
    return pure(node.expression);
  if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) return isPureCall(node, context);
  return (
    !compiler.isTaggedTemplateExpression(node) &&
    !compiler.isDeleteExpression(node) &&
    !compiler.isPostfixUnaryExpression(node) &&
    !compiler.isAwaitExpression(node) &&
    !compiler.isYieldExpression(node)
  );
}

function isPureCall(node: ts.CallExpression | ts.NewExpression, context: PureContext): boolean {
  const { source, builtIns } = context;
  const { text } = source;
  const before = text.slice(node.getFullStart(), node.getStart(source));
  const callee = text.slice(node.expression.getStart(source), node.expression.end);
  const known = compiler.isNewExpression(node)
    ? pureConstructors.has(callee)
    : pureFunctions.has(callee) || markedByCompilers.has(callee) || (builtIns && callee === 'Object.freeze');
  const { expression } = node;
  const isJoin =
    builtIns &&
    compiler.isPropertyAccessExpression(expression) &&
    /^(?:join|concat|slice|map|toString|trim|repeat|replace|toLowerCase|toUpperCase|split|reverse)$/.test(
      expression.name.text,
    ) &&
    (compiler.isArrayLiteralExpression(expression.expression) || compiler.isStringLiteralLike(expression.expression));
  const marked = /[#@]__PURE__/.test(before);
  return (known || isJoin || marked) && (node.arguments ?? []).every((argument) => isPure(argument, context));
}

/** True for a class whose declaration runs nothing. */
export function isPureClass(node: ts.ClassLikeDeclaration, context: PureContext): boolean {
  if (compiler.canHaveDecorators(node) && (compiler.getDecorators(node) ?? []).length > 0) return false;
  return node.members.every((member) => {
    if (compiler.isClassStaticBlockDeclaration(member)) return false;
    if (!compiler.isPropertyDeclaration(member) || !member.initializer) return true;
    const isStatic = (member.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword);
    return !isStatic || isPure(member.initializer, context);
  });
}

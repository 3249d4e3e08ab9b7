import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import type { Purity } from './types.ts';

/** What decides whether a bundler sees that an expression has no effects. */
export interface PureContext {
  readonly source: ts.SourceFile;
  readonly pure: Purity;
  /** Whether calling a function of the project, or `new` of a class, does nothing; asked where the bundler looks into them. */
  readonly own?: (name: string, isNew: boolean) => boolean;
}

const collections = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Date']);
const errors = new Set(['Error', 'TypeError', 'RangeError', 'Symbol']);
const textFunctions = /^(?:Date\.now|Math\.\w+|Object\.keys|RegExp)$/;
const conversions = /^(?:String|Number|Boolean|BigInt|parseInt|parseFloat|encodeURI(?:Component)?)$/;
const objectFunctions = /^(?:Object\.(?:freeze|entries|values|fromEntries)|String\.raw|Array\.(?:of|isArray))$/;
/** Functions of Vue and Svelte that their packages mark. */
const markedByPackage =
  /^(?:computed|ref|shallowRef|reactive|shallowReactive|readonly|shallowReadonly|toRefs?|writable)$/;
/** Functions of packages into which Rollup looks. */
const stores = /^(?:writable|readable|derived)$/;
const textMethods = /^(?:join|concat|slice|toString|trim|repeat|replace|toLowerCase|toUpperCase|split)$/;
const listMethods = /^(?:map|filter|reverse|flat|flatMap|includes|indexOf)$/;
/** Wrappers that compilers mark, and those that their own package marks. */
const marked = /^(?:React\.)?(?:memo|forwardRef|lazy|createContext)$/;
const markedAtHome = /^(?:defineComponent|defineAsyncComponent|defineCustomElement)$/;

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
        (compiler.isSpreadAssignment(property) && context.pure.reads && pure(property.expression)),
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
    return (context.pure.reads || isOwnText(node.expression)) && pure(node.expression);
  if (compiler.isCallExpression(node) || compiler.isNewExpression(node)) return isPureCall(node, context);
  return (
    (!compiler.isTaggedTemplateExpression(node) || isKnownTag(node, context)) &&
    !compiler.isDeleteExpression(node) &&
    !compiler.isPostfixUnaryExpression(node) &&
    !compiler.isAwaitExpression(node) &&
    !compiler.isYieldExpression(node)
  );
}

const isOwnText = (node: ts.Expression): boolean =>
  compiler.isStringLiteralLike(node) || compiler.isArrayLiteralExpression(node) || compiler.isMetaProperty(node);

const isKnownTag = ({ tag }: ts.TaggedTemplateExpression, { pure, source }: PureContext): boolean =>
  pure.functions === 'all' && source.text.slice(tag.getStart(source), tag.end) === 'String.raw';

function isPureCall(node: ts.CallExpression | ts.NewExpression, context: PureContext): boolean {
  const { source, pure } = context;
  const { text } = source;
  const before = text.slice(node.getFullStart(), node.getStart(source));
  const { expression } = node;
  const callee = text.slice(expression.getStart(source), expression.end);
  const isOwn = pure.functions === 'all' && compiler.isIdentifier(expression);
  const known =
    /[#@]__PURE__/.test(before) ||
    (isOwn && context.own?.(callee, compiler.isNewExpression(node)) === true) ||
    (compiler.isNewExpression(node)
      ? isPureNew(callee, pure)
      : isPureFunction(callee, pure) || isPureMethod(expression, pure) || isAtOnce(expression, context));
  return known && (node.arguments ?? []).every((argument) => isPure(argument, context));
}

const isPureNew = (callee: string, { constructors, functions }: Purity): boolean =>
  constructors !== 'none' &&
  (collections.has(callee) ||
    (constructors === 'all' && errors.has(callee)) ||
    (functions !== 'none' && callee === 'RegExp'));

const isPureFunction = (callee: string, { constructors, functions, wrappers }: Purity): boolean =>
  markedAtHome.test(callee) ||
  (functions !== 'none' && markedByPackage.test(callee)) ||
  (wrappers && marked.test(callee)) ||
  (constructors === 'all' && (callee === 'Symbol' || conversions.test(callee))) ||
  (functions !== 'none' && textFunctions.test(callee)) ||
  (functions === 'all' && (objectFunctions.test(callee) || stores.test(callee)));

const isPureMethod = (callee: ts.Expression, { functions }: Purity): boolean =>
  functions !== 'none' &&
  compiler.isPropertyAccessExpression(callee) &&
  (textMethods.test(callee.name.text) || (functions === 'all' && listMethods.test(callee.name.text))) &&
  (compiler.isArrayLiteralExpression(callee.expression) || compiler.isStringLiteralLike(callee.expression));

/** A function that is called where it stands, and only gives back a value. */
function isAtOnce(callee: ts.Expression, context: PureContext): boolean {
  const node = unwrap(callee);
  return (
    compiler.isArrowFunction(node) &&
    node.parameters.length === 0 &&
    !compiler.isBlock(node.body) &&
    isPure(node.body, context)
  );
}

/** True for a class whose declaration runs nothing. */
export function isPureClass(node: ts.ClassLikeDeclaration, context: PureContext): boolean {
  if (!context.pure.decorators && compiler.canHaveDecorators(node) && (compiler.getDecorators(node) ?? []).length > 0)
    return false;
  return node.members.every((member) => {
    if (compiler.isClassStaticBlockDeclaration(member)) return false;
    if (!compiler.isPropertyDeclaration(member) || !member.initializer) return true;
    const isStatic = (member.modifiers ?? []).some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword);
    return !isStatic || isPure(member.initializer, context);
  });
}

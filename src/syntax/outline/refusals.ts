import { compiler, type ts } from '../compiler.ts';
import { plainName, unwrap } from '../nodes.ts';

/** Members of what errors are made of that whoever asked is told. */
const told = /^(?:statusText|statusMessage|message|data)$/;
/** Functions that make what a route throws: `throw data('gone', { status: 404 })`. */
const thrown = /^(?:data|json|Response)$/;

/**
 * What a node tells whoever asked for something that there is not: `error(404, 'gone')` of SvelteKit, `createError({ message })`
 * of Nuxt, `throw new Response('gone', { statusText })` of React Router, `return new Response('gone')` of a page.
 * @param isOutside true outside of every function
 */
export function refusalOf(node: ts.Node, isOutside: boolean): readonly ts.Expression[] {
  if (compiler.isCallExpression(node) && compiler.isIdentifier(node.expression)) {
    const [first, second] = node.arguments;
    if (node.expression.text === 'createError' && first) return toldBy(first);
    const isStatus = first !== undefined && compiler.isNumericLiteral(unwrap(first));
    return node.expression.text === 'error' && isStatus && second ? [second] : [];
  }
  const isThrown = compiler.isThrowStatement(node);
  if (!isThrown && !(isOutside && compiler.isReturnStatement(node))) return [];
  const made = node.expression && unwrap(node.expression);
  const isMade = made && (compiler.isNewExpression(made) || (isThrown && compiler.isCallExpression(made)));
  if (!isMade || !compiler.isIdentifier(made.expression) || !thrown.test(made.expression.text)) return [];
  const [body, options] = made.arguments ?? [];
  return [...(body ? [body] : []), ...(options ? toldBy(options, false) : [])];
}

/** @param whole whether all of it is told where it is no object that stands there */
function toldBy(expression: ts.Expression, whole = true): readonly ts.Expression[] {
  const node = unwrap(expression);
  if (!compiler.isObjectLiteralExpression(node)) return whole ? [node] : [];
  return node.properties.flatMap((property): ts.Expression[] => {
    const name = property.name && plainName(property.name);
    if (name === undefined || !told.test(name)) return [];
    if (compiler.isPropertyAssignment(property)) return [property.initializer];
    return compiler.isShorthandPropertyAssignment(property) ? [property.name] : [];
  });
}

import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import type { Load, LoadForm } from './types.ts';

const literal = (node: ts.Node | undefined): string | undefined =>
  node && compiler.isStringLiteralLike(node) ? node.text : undefined;

/** `import.meta`, as in `new URL('./x', import.meta.url)`. */
const isMeta = (node: ts.Node | undefined): boolean =>
  node !== undefined &&
  compiler.isPropertyAccessExpression(node) &&
  node.name.text === 'url' &&
  compiler.isMetaProperty(node.expression);

/**
 * The modules an expression loads: `import()`, `require()`, `require.context()`, `import.meta.glob()`, `new Worker(…)`,
 * `new URL(…, import.meta.url)`. Parts that are computed stand for any text.
 * @param parents from the expression's parent outwards
 */
export function loadsOf(node: ts.Node, source: ts.SourceFile, parents: readonly ts.Node[]): Load[] {
  const at = node.getStart(source);
  if (compiler.isNewExpression(node)) return newLoads(node, source, at);
  if (compiler.isDecorator(node)) return componentLoads(node);
  if (!compiler.isCallExpression(node)) return [];
  const { expression, arguments: given } = node;
  const [first] = given;
  if (first === undefined) return [];
  if (expression.kind === compiler.SyntaxKind.ImportKeyword) {
    const specifier = specifierOf(first, source);
    if (specifier === undefined) return [];
    if (specifier.includes('*')) return [{ kind: 'glob', specifier, at }];
    return [{ kind: 'import', specifier, at, ...namesOf(node, parents) }];
  }
  const callee = source.text.slice(expression.getStart(source), expression.end);
  if (callee === 'require' || callee === 'require.resolve' || callee === 'module.require') {
    const specifier = specifierOf(first, source);
    if (specifier === undefined) return [];
    return [{ kind: specifier.includes('*') ? 'glob' : 'require', specifier, at, ...namesOf(node, parents) }];
  }
  if (callee === 'require.context') {
    const [, deep, pattern] = given;
    const specifier = literal(first);
    if (specifier === undefined) return [];
    return [
      {
        kind: 'context',
        specifier,
        at,
        deep: deep?.kind !== compiler.SyntaxKind.FalseKeyword,
        ...(pattern && compiler.isRegularExpressionLiteral(pattern) ? { pattern: pattern.text } : {}),
      },
    ];
  }
  if (callee === 'import.meta.glob' || callee === 'import.meta.globEager') {
    const patterns = compiler.isArrayLiteralExpression(first) ? first.elements.map(literal) : [literal(first)];
    const [, options] = given;
    const name = options && /\bimport\s*:\s*['"](\w+)['"]/.exec(source.text.slice(options.pos, options.end))?.[1];
    const except = patterns.flatMap((pattern) => (pattern?.startsWith('!') ? [pattern.slice(1)] : []));
    return patterns
      .filter((pattern) => pattern !== undefined && !pattern.startsWith('!'))
      .map((specifier) => ({
        kind: 'glob',
        specifier: specifier as string,
        at,
        ...(name ? { names: [name] } : {}),
        ...(except.length > 0 ? { except } : {}),
      }));
  }
  const registers = /(?:^|\.)(?:importScripts|register|addModule|audioWorklet\.addModule)$/.test(callee);
  const script = registers ? literal(first) : undefined;
  return script !== undefined && /\.[cm]?[jt]s$/.test(script) ? [{ kind: 'worker', specifier: script, at }] : [];
}

/** The template and the styles of a component of Angular. */
function componentLoads({ expression }: ts.Decorator): Load[] {
  const [options] = compiler.isCallExpression(expression) ? expression.arguments : [];
  if (!options || !compiler.isObjectLiteralExpression(options)) return [];
  return options.properties.flatMap((property): Load[] => {
    if (!compiler.isPropertyAssignment(property) || !compiler.isIdentifier(property.name)) return [];
    if (!/^(?:templateUrl|styleUrls?)$/.test(property.name.text)) return [];
    const { initializer } = property;
    const files = compiler.isArrayLiteralExpression(initializer) ? [...initializer.elements] : [initializer];
    return files.flatMap((file) => {
      const name = literal(file);
      if (name === undefined) return [];
      return { kind: 'url', specifier: /^[\w-]/.test(name) ? `./${name}` : name, at: initializer.pos } as const;
    });
  });
}

function newLoads(node: ts.NewExpression, source: ts.SourceFile, at: number): Load[] {
  const callee = source.text.slice(node.expression.getStart(source), node.expression.end);
  const [first, second] = node.arguments ?? [];
  if (/(?:^|\.)(?:Shared)?Worker$/.test(callee)) {
    const specifier = literal(first);
    return specifier === undefined ? [] : [{ kind: 'worker', specifier, at }];
  }
  if (!/(?:^|\.)URL$/.test(callee) || !isMeta(second) || first === undefined) return [];
  const specifier = specifierOf(first, source);
  return specifier === undefined ? [] : [{ kind: specifier.includes('*') ? 'glob' : 'url', specifier, at }];
}

/** The text of a specifier; `*` for each part that is computed. Nothing where it does not start with a path. */
function specifierOf(node: ts.Expression, source: ts.SourceFile): string | undefined {
  const inner = unwrap(node);
  const text = literal(inner);
  if (text !== undefined) return text;
  if (compiler.isTemplateExpression(inner)) {
    const pattern = inner.head.text + inner.templateSpans.map((span) => `*${span.literal.text}`).join('');
    return /^[./@~]/.test(pattern) ? pattern : undefined;
  }
  if (compiler.isBinaryExpression(inner) && inner.operatorToken.kind === compiler.SyntaxKind.PlusToken) {
    const [left, right] = [specifierOf(inner.left, source) ?? '*', specifierOf(inner.right, source) ?? '*'];
    return /^[./@~]/.test(left) ? left + right : undefined;
  }
  return undefined;
}

type Named = Pick<Load, 'names' | 'form' | 'isCalled'>;
const named = (form: LoadForm, names: readonly string[] | undefined, isCalled = false): Named =>
  names ? { form, names, ...(isCalled ? { isCalled } : {}) } : {};

/** Exports used of a loaded module, and by which form; nothing where any may be. */
function namesOf(node: ts.CallExpression, parents: readonly ts.Node[]): Named {
  let index = 0;
  let parent = parents[index];
  let child: ts.Node = node;
  while (parent && (compiler.isAwaitExpression(parent) || compiler.isParenthesizedExpression(parent))) {
    child = parent;
    parent = parents[++index];
  }
  if (!parent) return {};
  if (compiler.isVariableDeclaration(parent) && parent.initializer === child) {
    if (!compiler.isIdentifier(parent.name)) return named('pattern', boundNames(parent.name));
    const block = parents.slice(index).find(compiler.isBlock);
    const { text } = parent.name;
    return block ? named('variable', membersOf(text, block, parent.name), callsMember(text, block)) : {};
  }
  if (!compiler.isPropertyAccessExpression(parent) || parent.expression !== child) return {};
  const call = parents[index + 1];
  if (parent.name.text !== 'then')
    return named('member', [parent.name.text], call && compiler.isCallExpression(call) && call.expression === parent);
  const [then] = call && compiler.isCallExpression(call) ? call.arguments : [];
  if (!then || !(compiler.isArrowFunction(then) || compiler.isFunctionExpression(then))) return {};
  const [parameter] = then.parameters;
  if (!parameter) return {};
  return compiler.isIdentifier(parameter.name)
    ? named('then-member', membersOf(parameter.name.text, then.body), callsMember(parameter.name.text, then.body))
    : named('then-pattern', boundNames(parameter.name));
}

function boundNames(name: ts.BindingName): string[] | undefined {
  if (!compiler.isObjectBindingPattern(name)) return undefined;
  const names: string[] = [];
  for (const { propertyName, name: local, dotDotDotToken } of name.elements) {
    const key = propertyName ?? local;
    if (dotDotDotToken || !compiler.isIdentifier(key)) return undefined;
    names.push(key.text);
  }
  return names;
}

/** Whether a member of a name is called. */
function callsMember(name: string, body: ts.Node): boolean {
  let calls = false;
  const visit = (node: ts.Node): void => {
    const callee = compiler.isCallExpression(node) ? node.expression : undefined;
    calls ||=
      callee !== undefined &&
      compiler.isPropertyAccessExpression(callee) &&
      compiler.isIdentifier(callee.expression) &&
      callee.expression.text === name;
    compiler.forEachChild(node, visit);
  };
  visit(body);
  return calls;
}

/** The members that are read of a name, where nothing else is done with it. */
export function membersOf(name: string, body: ts.Node, except?: ts.Node): string[] | undefined {
  const members = new Set<string>();
  let whole = false;
  const visit = (node: ts.Node): void => {
    if (
      compiler.isPropertyAccessExpression(node) &&
      compiler.isIdentifier(node.expression) &&
      node.expression.text === name
    ) {
      members.add(node.name.text);
      return;
    }
    if (compiler.isIdentifier(node) && node.text === name && node !== except) whole = true;
    compiler.forEachChild(node, visit);
  };
  visit(body);
  return whole ? undefined : [...members];
}

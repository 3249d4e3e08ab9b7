import { compiler, onFirstUse, type ts } from '../compiler.ts';
import { isAssignment, isPlus, outermostParens } from '../nodes.ts';
import type { Bound } from './scope.ts';

/** What the pass meets, in the order of the text. */
export class Gathered {
  readonly strings: ts.Node[] = [];
  readonly foldable: ts.Expression[] = [];
  readonly calls: (ts.CallExpression | ts.NewExpression)[] = [];
  readonly flags: ts.Node[] = [];
  readonly writes: ts.BinaryExpression[] = [];
  /** Targets that are written without a value that could be followed. */
  readonly elusive: ts.Expression[] = [];
  /** `x++` and `x.push(…)`, with their targets. */
  readonly changes: { readonly target: ts.Expression; readonly node: ts.Node }[] = [];
  readonly exportNodes: ts.Node[] = [];
  readonly imports = new Set<string>();
  readonly fields = new Map<ts.Node, Map<string, ts.Expression[]>>();

  lists(): Pick<Bound, 'strings' | 'foldable' | 'calls' | 'flags' | 'fields' | 'imports'> {
    const { strings, foldable, calls, flags, fields } = this;
    return { strings, foldable, calls, flags, fields, imports: [...this.imports] };
  }
}

type Gatherer = (node: ts.Node, found: Gathered) => void;

/** By kind of node. */
export const gatherers = onFirstUse(() => {
  const K = compiler.SyntaxKind;
  const table: Gatherer[] = [];
  const string: Gatherer = (node, found) => found.strings.push(node);
  table[K.StringLiteral] = string;
  table[K.NoSubstitutionTemplateLiteral] = string;
  table[K.RegularExpressionLiteral] = string;
  table[K.JsxText] = (node, found) => {
    if (!(node as ts.JsxText).containsOnlyTriviaWhiteSpaces) found.strings.push(node);
  };
  const foldable: Gatherer = (node, found) => found.foldable.push(node as ts.Expression);
  table[K.TemplateExpression] = table[K.TaggedTemplateExpression] = foldable;
  table[K.Identifier] =
    table[K.PropertyAccessExpression] =
    table[K.ElementAccessExpression] =
      (node, found) => {
        if (isHandedOn(node)) found.foldable.push(node as ts.Expression);
      };
  table[K.BinaryExpression] = binary;
  table[K.CallExpression] = table[K.NewExpression] = (node, found) => {
    found.calls.push(node as ts.CallExpression);
    if (mayFold(node as ts.CallExpression)) found.foldable.push(node as ts.Expression);
    noteImport(node as ts.CallExpression, found);
    noteChange(node as ts.CallExpression, found);
  };
  table[K.PrefixUnaryExpression] = table[K.PostfixUnaryExpression] = (node, found) => {
    const { operator, operand } = node as ts.PrefixUnaryExpression;
    if (operator === K.PlusPlusToken || operator === K.MinusMinusToken) found.changes.push({ target: operand, node });
  };
  table[K.ForInStatement] = table[K.ForOfStatement] = (node, found) => {
    const { initializer } = node as ts.ForOfStatement;
    if (!compiler.isVariableDeclarationList(initializer)) found.elusive.push(initializer);
  };
  table[K.PropertyAssignment] = table[K.JsxAttribute] = (node, found) => {
    if (isFlag(node as ts.PropertyAssignment | ts.JsxAttribute)) found.flags.push(node);
  };
  table[K.ShorthandPropertyAssignment] = (node, found) => {
    found.foldable.push((node as ts.ShorthandPropertyAssignment).name);
    found.flags.push(node);
  };
  for (const kind of [K.ExportAssignment, K.ExportDeclaration]) table[kind] = exported;
  table[K.ImportDeclaration] = exported;
  table[K.ExternalModuleReference] = (node, found) => {
    const { expression } = node as ts.ExternalModuleReference;
    if (compiler.isStringLiteralLike(expression)) found.imports.add(expression.text);
  };
  return table;
});

function exported(node: ts.Node, found: Gathered): void {
  found.exportNodes.push(node);
  const { moduleSpecifier } = node as ts.ImportDeclaration;
  if (moduleSpecifier && compiler.isStringLiteral(moduleSpecifier)) found.imports.add(moduleSpecifier.text);
}

/** Of a chain of `+` only the whole is taken; assignments are noted. */
function binary(node: ts.Node, found: Gathered): void {
  const expression = node as ts.BinaryExpression;
  if (isAssignment(expression)) {
    found.writes.push(expression);
    if (expression.operatorToken.kind === compiler.SyntaxKind.PlusEqualsToken) found.foldable.push(expression);
  } else if (isPlus(expression)) {
    const { parent } = outermostParens(expression);
    if (!(compiler.isBinaryExpression(parent) && isPlus(parent))) found.foldable.push(expression);
  }
}

/** Names of methods that give a text; calls of others are not asked for one. */
const folding = new Set(
  `at charAt concat normalize padEnd padStart repeat replace replaceAll slice substr substring toLowerCase toLocaleLowerCase
  toString toUpperCase toLocaleUpperCase trim trimEnd trimLeft trimRight trimStart join reduce reduceRight decode encode from
  fromCharCode fromCodePoint raw call apply atob btoa unescape decodeURI decodeURIComponent`.split(/\s+/),
);
/** What functions are called that give a value: `keys.get()`, `vault.apiKey()`. */
const giving = /^(?:get|load|read|decode|decrypt|reveal|unmask)|key|token|secret|pass|cred/i;
const constructors = new Set(['String', 'Buffer', 'Uint8Array']);

/** True for a call that may give a text: of a method of that name, of a function of the program. */
function mayFold(node: ts.CallExpression | ts.NewExpression): boolean {
  const { expression: callee } = node;
  if (compiler.isNewExpression(node)) return compiler.isIdentifier(callee) && constructors.has(callee.text);
  if (compiler.isPropertyAccessExpression(callee)) {
    const { name, expression: owner } = callee;
    if (folding.has(name.text) || isOwn(owner)) return true;
    return compiler.isIdentifier(owner) && giving.test(name.text) && isHandedOn(node);
  }
  return callee.kind !== compiler.SyntaxKind.ImportKeyword && callee.kind !== compiler.SyntaxKind.SuperKeyword;
}

/** `this.decode()`, `Keys.get()`: functions of the program are often members. */
const isOwn = (owner: ts.Expression): boolean =>
  owner.kind === compiler.SyntaxKind.ThisKeyword || (compiler.isIdentifier(owner) && /^[A-Z]/.test(owner.text));

const changing = new Set(['push', 'unshift', 'pop', 'shift', 'splice', 'reverse', 'sort', 'fill', 'set', 'copyWithin']);

/** `list.push(…)`: the value of `list` is another from there on. */
function noteChange(node: ts.CallExpression, found: Gathered): void {
  const { expression } = node;
  if (!compiler.isPropertyAccessExpression(expression) || !changing.has(expression.name.text)) return;
  if (compiler.isIdentifier(expression.expression)) found.changes.push({ target: expression.expression, node });
}

/** `require('x')`, `import('x')`. */
function noteImport(node: ts.CallExpression, found: Gathered): void {
  const argument = node.arguments?.[0];
  if (!argument || !compiler.isStringLiteralLike(argument)) return;
  const { expression } = node;
  const isImport = expression.kind === compiler.SyntaxKind.ImportKeyword;
  if (isImport || (compiler.isIdentifier(expression) && expression.text === 'require'))
    found.imports.add(argument.text);
}

/** A name that stands where a value is handed on: an argument, an option, an attribute, the right of an operator. */
function isHandedOn(node: ts.Node): boolean {
  const K = compiler.SyntaxKind;
  const { parent } = node;
  switch (parent.kind) {
    case K.CallExpression:
    case K.NewExpression:
      return (parent as ts.CallExpression).expression !== node;
    case K.PropertyAssignment:
      return (parent as ts.PropertyAssignment).initializer === node;
    case K.BinaryExpression: {
      const { right, operatorToken } = parent as ts.BinaryExpression;
      return right === node && operatorToken.kind !== K.PlusToken;
    }
    case K.ConditionalExpression:
      return (parent as ts.ConditionalExpression).condition !== node;
    case K.JsxExpression:
    case K.SpreadElement:
    case K.SpreadAssignment:
    case K.AsExpression:
    case K.NonNullExpression:
      return true;
    default:
      return false;
  }
}

/** `name: true`, `name: !0`, `name: flag`, `<X name />`. */
function isFlag(node: ts.PropertyAssignment | ts.JsxAttribute): boolean {
  const K = compiler.SyntaxKind;
  const { initializer } = node;
  if (!initializer) return compiler.isJsxAttribute(node);
  const value = compiler.isJsxExpression(initializer) ? initializer.expression : initializer;
  return (
    value !== undefined &&
    (value.kind === K.TrueKeyword ||
      value.kind === K.FalseKeyword ||
      value.kind === K.Identifier ||
      value.kind === K.PrefixUnaryExpression)
  );
}

import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import { isPosition } from './flow-paths.ts';
import { callbackOf, type FunctionNode } from './flow-scope.ts';

/** Functions that give back what they are given, in another form. */
export const passThrough =
  /^(?:json|text|data|defer|Response\.json|NextResponse\.json|JSON\.(?:stringify|parse)|matter|grayMatter|frontMatter|fm|ya?ml\.load|YAML\.parse|marked(?:\.parse)?|encodeURIComponent|encodeURI|String|Promise\.(?:resolve|all|allSettled|race|any)|Object\.freeze|Array\.from|Array\.of|structuredClone|serialize|btoa|superjson\.serialize|cache|unstable_cache|ref|reactive|toRef)$/;
/** Methods of texts and lists that give back what they are called on, or parts of it. */
const ownMethods =
  /^(?:slice|at|reverse|concat|flat|join|split|trim|toString|toUpperCase|toLowerCase|replace|replaceAll|padStart|padEnd|values|finally)$/;
/** The same of lists, where they are given a function. */
const listMethods = /^(?:filter|find|findLast|sort|toSorted)$/;

/** Stands for what code reads from a file that is no module: `readFileSync(path)`. */
export const readFile = '*file';

/** The name that stands for what `import()` or `require()` loads, or for what is read from a file. */
export function loadedBy({ expression, arguments: [first] }: ts.CallExpression): string | undefined {
  const callee = compiler.isPropertyAccessExpression(expression) ? expression.name : expression;
  if (compiler.isIdentifier(callee) && /^readFile(?:Sync)?$/.test(callee.text)) return readFile;
  const isImport = expression.kind === compiler.SyntaxKind.ImportKeyword;
  const isRequired = compiler.isIdentifier(expression) && expression.text === 'require';
  return (isImport || isRequired) && first && compiler.isStringLiteralLike(first) ? `import(${first.text})` : undefined;
}

type Given = readonly (ts.Expression | undefined)[];
/** What goes into what a call gives back; `path` is what is read of it. */
export type Part =
  | {
      readonly kind: 'value';
      readonly value: ts.Expression;
      readonly path: readonly string[];
      /** What the method is given that is read first. */
      readonly given?: readonly ts.Expression[];
    }
  /** What a function gives back that stands there. */
  | { readonly kind: 'returned'; readonly of: FunctionNode; readonly path: readonly string[]; readonly given: Given }
  /** What a function gives back that is called by its name. */
  | {
      readonly kind: 'named';
      readonly callee: ts.Identifier;
      readonly path: readonly string[];
      readonly given: readonly ts.Expression[];
    };

/** @param path the members that are read of what the call gives back */
export function partsOfCall(
  { expression, arguments: given }: ts.CallExpression,
  path: readonly string[],
  source: ts.SourceFile,
): Part[] {
  const [first, second] = given;
  const callee = unwrap(expression);
  const text = callee.getText(source);
  const direct = callbackOf(callee);
  if (direct) return [{ kind: 'returned', of: direct, path, given }];
  if (passThrough.test(text)) return value(first, path);
  if (/^Object\.(?:values|entries)$/.test(text)) {
    const [head, ...rest] = path;
    const isKey = head === '#0' && text.endsWith('entries');
    return isKey ? [] : value(first, ['*', ...(isPosition(head) ? rest : path)]);
  }
  const named = /^(?:_\.|lodash\.)?(pick|omit)$/.exec(text)?.[1];
  const members = named === undefined ? undefined : textsIn(given.slice(1));
  if (members)
    return named === 'omit'
      ? value(first, [`-${members.join(',')}`, ...path])
      : members.flatMap((each) =>
          path.length === 0 || path[0] === each ? value(first, [each, ...path.slice(1)]) : [],
        );
  if (text === 'Object.assign') return given.flatMap((each) => value(each, path));
  if (text === 'fail') return value(second, path);
  if (compiler.isIdentifier(callee)) return [{ kind: 'named', callee, path, given }];
  return isMember(callee) ? partsOfMethod(callee, given, path) : [];
}

function partsOfMethod(
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  given: readonly ts.Expression[],
  path: readonly string[],
): Part[] {
  const [first, second] = given;
  const list = callee.expression;
  const name = memberName(callee);
  const callback = callbackOf(first);
  if (name === undefined) return [];
  if (name === 'process' || name === 'processSync') return value(first, path);
  if (name === 'bind') return given.slice(1).flatMap((each) => value(each, []));
  if (/^(?:map|flatMap|then|catch)$/.test(name)) {
    // What is read of the list is read of each element.
    const [head, ...rest] = path;
    const each = name.endsWith('ap') && (head === '*' || isPosition(head)) ? rest : path;
    const made: Part[] = callback
      ? [{ kind: 'returned', of: callback, path: each, given: [list] }]
      : first && compiler.isIdentifier(first)
        ? [{ kind: 'named', callee: first, path: each, given: [list] }]
        : first && isMember(first) && memberName(first) !== undefined
          ? [{ kind: 'value', value: first.expression, path: [`${memberName(first)}()`, ...each], given: [list] }]
          : value(list, path);
    return name === 'catch' ? [...made, ...value(list, path)] : made;
  }
  if (name === 'reduce')
    return [
      ...(callback ? [{ kind: 'returned', of: callback, path, given: [second, list] } as const] : []),
      ...value(second, path),
    ];
  const isList = callback || !first || (compiler.isIdentifier(first) && !/^find/.test(name));
  // What is put in the place of a part becomes part of the text.
  const put = /^replace(?:All)?$/.test(name) && path.length === 0 ? putInto(second) : [];
  if (ownMethods.test(name) || (listMethods.test(name) && isList)) return [...value(list, path), ...put];
  return [{ kind: 'value', value: list, path: [`${name}()`, ...path], given }];
}

/** A text that is put into another, or what a function makes of each part. */
function putInto(second: ts.Expression | undefined): Part[] {
  const callback = callbackOf(second);
  return callback ? [{ kind: 'returned', of: callback, path: [], given: [] }] : value(second, []);
}

/** Names that are given one by one or as a list; nothing where one is computed. */
function textsIn(given: readonly ts.Expression[]): readonly string[] | undefined {
  const all = given.flatMap((each) => (compiler.isArrayLiteralExpression(each) ? [...each.elements] : [each]));
  const texts = all.flatMap((each) => (compiler.isStringLiteralLike(each) ? [each.text] : []));
  return texts.length === all.length && texts.length > 0 ? texts : undefined;
}

const value = (expression: ts.Expression | undefined, path: readonly string[]): Part[] =>
  expression ? [{ kind: 'value', value: expression, path }] : [];

/** What a choice or a joining of two is made of. */
export function sidesOf({ left, right, operatorToken: { kind } }: ts.BinaryExpression): readonly ts.Expression[] {
  const K = compiler.SyntaxKind;
  if (kind === K.PlusToken || kind === K.BarBarToken || kind === K.QuestionQuestionToken) return [left, right];
  const isLast = kind === K.AmpersandAmpersandToken || kind === K.CommaToken;
  const assigns = kind === K.EqualsToken || kind === K.QuestionQuestionEqualsToken || kind === K.BarBarEqualsToken;
  return isLast || assigns ? [right] : [];
}

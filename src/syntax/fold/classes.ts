import { compiler, type ts } from '../compiler.ts';
import { classOf, plainName } from '../nodes.ts';
import { each, union } from '../values/combine.ts';
import { justUnknown, type Values } from '../values/value.ts';
import type { Evaluator, Folder } from './folder.ts';
import { memberOf } from './members.ts';

/** Everything a member of a class (`isStatic`) or of what it makes may be. */
export function classMember(node: ts.ClassLikeDeclaration, name: string, isStatic: boolean, fold: Folder): Values {
  const sets: Values[] = [];
  for (const member of node.members) {
    if (compiler.isConstructorDeclaration(member) && !isStatic) sets.push(...ownParameters(member, name, fold));
    if (!member.name || plainName(member.name) !== name || hasStatic(member) !== isStatic) continue;
    if (compiler.isPropertyDeclaration(member)) {
      if (member.initializer) sets.push(fold.evaluate(member.initializer));
    } else if (compiler.isMethodDeclaration(member)) sets.push([{ kind: 'code', node: member }]);
    else if (compiler.isGetAccessor(member)) sets.push(fold.run({ kind: 'code', node: member }, []));
  }
  for (const written of fold.boundOf(node).fields.get(node)?.get(name) ?? []) sets.push(fold.evaluate(written));
  if (sets.length > 0) return union(sets);
  const base = baseOf(node);
  if (!base) return justUnknown;
  return each(fold.evaluate(base), (value) => {
    if (value.kind === 'class') return classMember(value.node, name, isStatic, fold);
    if (value.kind !== 'reference' || isStatic) return memberOf(value, name, fold);
    const path = [...value.path.slice(0, -1), `${value.path.at(-1) ?? 'default'}()`];
    return memberOf({ ...value, path }, name, fold);
  });
}

/** `constructor(private key = …)`. */
function ownParameters(node: ts.ConstructorDeclaration, name: string, fold: Folder): Values[] {
  return node.parameters
    .filter((parameter) => compiler.isParameterPropertyDeclaration(parameter, node))
    .filter((parameter) => compiler.isIdentifier(parameter.name) && parameter.name.text === name)
    .map((parameter) => fold.evaluate(parameter.name as ts.Identifier));
}

const hasStatic = (member: ts.ClassElement): boolean =>
  compiler.canHaveModifiers(member) &&
  (compiler.getModifiers(member)?.some(({ kind }) => kind === compiler.SyntaxKind.StaticKeyword) ?? false);

/** What a class extends. */
export const baseOf = (node: ts.ClassLikeDeclaration): ts.Expression | undefined =>
  node.heritageClauses?.find(({ token }) => token === compiler.SyntaxKind.ExtendsKeyword)?.types[0]?.expression;

const thisValue: Evaluator = (node) => {
  const owner = classOf(node);
  if (!owner) return justUnknown;
  return [{ kind: isInStatic(node, owner) ? 'class' : 'instance', node: owner }];
};

function isInStatic(from: ts.Node, owner: ts.Node): boolean {
  let node = from;
  while (node.parent !== owner) node = node.parent;
  return compiler.isClassStaticBlockDeclaration(node) || hasStatic(node as ts.ClassElement);
}

/** `super`: the class that is extended. */
const superValue: Evaluator = (node, fold) => {
  const base = classOf(node);
  const extended = base && baseOf(base);
  return extended ? fold.evaluate(extended) : justUnknown;
};

/** Classes, by kind of node. */
export const classes = (table: Evaluator[]): void => {
  const K = compiler.SyntaxKind;
  table[K.ThisKeyword] = thisValue;
  table[K.SuperKeyword] = superValue;
  table[K.ClassExpression] = (node) => [{ kind: 'class', node: node as ts.ClassExpression }];
};

import { compiler, type ts } from '../compiler.ts';
import { classOf, isMember, memberName, unwrap } from '../nodes.ts';
import type { Gathered } from './gather.ts';
import { type Binding, lookup, type Scopes } from './scope.ts';

/** Tells every binding what is written to it. After the pass, when all names are known. */
export function noteWrites(scopes: Scopes, found: Gathered): void {
  const bindingOf = (node: ts.Identifier): Binding | undefined => lookup(scopes, node, node.text);
  for (const target of found.elusive) elude(target, bindingOf);
  for (const { target, node } of found.changes) {
    const changed = unwrap(target);
    if (compiler.isIdentifier(changed)) bindingOf(changed)?.changes.push(node);
  }
  for (const write of found.writes) {
    const target = unwrap(write.left);
    if (compiler.isIdentifier(target)) {
      const binding = bindingOf(target);
      (keepsOld(write) ? binding?.changes : binding?.writes)?.push(write);
    } else if (isMember(target)) noteMember(target, write, bindingOf, found);
    else elude(target, bindingOf);
  }
}

/** True for `x += …` and its like: the new value is made from the old. */
function keepsOld(write: ts.BinaryExpression): boolean {
  const K = compiler.SyntaxKind;
  const { kind } = write.operatorToken;
  return ![K.EqualsToken, K.BarBarEqualsToken, K.QuestionQuestionEqualsToken].includes(
    kind as ts.SyntaxKind.EqualsToken,
  );
}

/** `x.name = …` and `this.name = …`. */
function noteMember(
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  write: ts.BinaryExpression,
  bindingOf: (node: ts.Identifier) => Binding | undefined,
  found: Gathered,
): void {
  const owner = unwrap(target.expression);
  const name = memberName(target);
  if (compiler.isIdentifier(owner)) {
    const binding = bindingOf(owner);
    if (!binding) return;
    if (name === undefined) binding.changes.push(write);
    else add(binding.members, name, write.right);
  } else if (owner.kind === compiler.SyntaxKind.ThisKeyword && name !== undefined) {
    const owningClass = classOf(target);
    if (!owningClass) return;
    const fields = found.fields.get(owningClass) ?? new Map<string, ts.Expression[]>();
    found.fields.set(owningClass, fields);
    add(fields, name, write.right);
  }
}

function add(map: Map<string, ts.Expression[]>, name: string, value: ts.Expression): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}

/** Marks every name in a target that is written without a value that is followed: `x++`, `[a, { b }] = …`. */
function elude(target: ts.Node, bindingOf: (node: ts.Identifier) => Binding | undefined): void {
  const open: ts.Node[] = [target];
  for (let node = open.pop(); node; node = open.pop()) {
    if (compiler.isIdentifier(node)) {
      const binding = bindingOf(node);
      if (binding) binding.elusive = true;
    } else if (!isMember(node)) compiler.forEachChild(node, (child) => void open.push(child));
  }
}

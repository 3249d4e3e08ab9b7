import type { CallSite } from '../../model/index.ts';
import { compiler, type ts } from '../compiler.ts';
import { baseOf } from '../fold/classes.ts';
import type { Folder } from '../fold/folder.ts';
import { isMember, memberName, unwrap } from '../nodes.ts';
import type { ReferenceValue, Value } from '../values/value.ts';

/** What is called: the module it comes from and its name there, aliases undone. */
export type Callee = Pick<CallSite, 'module' | 'callee' | 'isNew'>;

/** The way as it is written in a program: `()` where something was called; `default` only where it stands alone. */
const written = (path: readonly string[]): string => {
  const [first = 'default', ...rest] = path;
  return (first === 'default' && rest.length > 0 ? rest : [first, ...rest]).join('.');
};

/** The name of a callee as it stands in the program: `this.client.send`. Parts that have no name are `?`. */
export function textualName(node: ts.Expression): string {
  const names: string[] = [];
  let at = unwrap(node);
  while (names.length < 8) {
    if (isMember(at)) {
      names.push(memberName(at) ?? '?');
      at = unwrap(at.expression);
    } else if (compiler.isCallExpression(at) || compiler.isNewExpression(at)) {
      const inner: ts.Expression = unwrap(at.expression);
      if (isMember(inner)) {
        names.push(`${memberName(inner) ?? '?'}()`);
        at = unwrap(inner.expression);
      } else {
        names.push(compiler.isIdentifier(inner) ? `${inner.text}()` : '?');
        break;
      }
    } else {
      names.push(compiler.isIdentifier(at) ? at.text : at.kind === compiler.SyntaxKind.ThisKeyword ? 'this' : '?');
      break;
    }
  }
  return names.reverse().join('.');
}

/** The call of what another module or the platform gives. */
export const callOf = ({ module, path }: ReferenceValue, isNew: boolean): Callee => ({
  ...(module === undefined ? {} : { module }),
  callee: written(path),
  isNew,
});

/** A class of the program stands for what it extends, unless it takes arguments of its own; else it is the program's own. */
function ofClass(value: Value, node: ts.CallExpression | ts.NewExpression, fold: Folder): Callee | undefined {
  for (let at = value, turns = 0; at.kind === 'class' && turns < 8; turns++) {
    if (at.node.members.some((member) => compiler.isConstructorDeclaration(member))) break;
    const base = baseOf(at.node);
    const [extended] = base ? fold.evaluate(base) : [];
    if (!extended) return undefined;
    if (extended.kind === 'reference') return callOf(extended, true);
    at = extended;
  }
  return { module: '.', callee: textualName(node.expression), isNew: compiler.isNewExpression(node) };
}

/** What a call calls. A name that the file itself declares has the module `.`. */
export function calleeOf(node: ts.CallExpression | ts.NewExpression, fold: Folder): Callee {
  const isNew = compiler.isNewExpression(node);
  if (node.expression.kind === compiler.SyntaxKind.ImportKeyword) return { callee: 'import', isNew };
  for (const value of fold.evaluate(unwrap(node.expression))) {
    if (value.kind === 'reference') {
      const isBase = node.expression.kind === compiler.SyntaxKind.SuperKeyword;
      return callOf(value, isNew || isBase);
    }
    if (value.kind === 'class') {
      const known = ofClass(value, node, fold);
      if (known) return known;
    }
    if (value.kind === 'code') return { module: '.', callee: textualName(node.expression), isNew };
  }
  return { callee: textualName(node.expression), isNew };
}

import { compiler, type ts } from '../compiler.ts';
import type { Folder } from '../fold/folder.ts';
import { type Callee, calleeOf, textualName } from './callee.ts';
import type { Sites } from './sites.ts';

/** Answers for one file; each call is looked at once. */
export function newSites(fold: Folder, following: Folder): Sites {
  const callees = new Map<ts.Node, { callee: Callee; name: string }>();
  return {
    fold,
    following,
    calleeOf(call) {
      const before = callees.get(call);
      if (before) return before;
      const isImport = call.expression.kind === compiler.SyntaxKind.ImportKeyword;
      const answer = { callee: calleeOf(call, fold), name: isImport ? 'import' : textualName(call.expression) };
      callees.set(call, answer);
      return answer;
    },
    parameterName(call, argument) {
      for (const value of fold.evaluate(call.expression)) {
        const parameters =
          value.kind === 'code'
            ? value.node.parameters
            : value.kind === 'class'
              ? value.node.members.find((member) => compiler.isConstructorDeclaration(member))?.parameters
              : undefined;
        const name = parameters?.[argument]?.name;
        if (name && compiler.isIdentifier(name)) return name.text;
      }
      return undefined;
    },
  };
}

import type { Bound } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import type { Folder } from '../fold/folder.ts';
import { type Callee, calleeOf, textualName } from './callee.ts';
import { handedOn } from './handed-on.ts';
import type { Sites } from './sites.ts';

const sends = /\b(?:fetch|axios|Headers|Request|WebSocket|setRequestHeader|headers)\b/;

/** Functions that hand on one to another what they are given. */
const mostHands = 4;

/**
 * Answers for one file; each call is looked at once.
 * @param readsOthers other files of the project can be read: what they give may come from a package
 */
export function newSites(bound: Bound, fold: Folder, following: Folder, readsOthers: boolean): Sites {
  const callees = new Map<ts.Node, { callee: Callee; name: string }>();
  let handing = 0;
  const sites: Sites = {
    fold,
    following,
    handsOn: bound.imports.some((name) => readsOthers || !name.startsWith('.')) || sends.test(bound.file.text),
    calleeOf(call) {
      const before = callees.get(call);
      if (before) return before;
      const isImport = call.expression.kind === compiler.SyntaxKind.ImportKeyword;
      const answer = { callee: calleeOf(call, fold), name: isImport ? 'import' : textualName(call.expression) };
      callees.set(call, answer);
      return answer;
    },
    handedOn(call, argument, options) {
      if (!readsOthers || handing >= mostHands) return undefined;
      handing++;
      try {
        for (const value of fold.evaluate(call.expression)) {
          const { node } = value.kind === 'code' || value.kind === 'class' ? value : {};
          // In its own file the parameter is followed to what fills it.
          if (!node || (handing === 1 && node.getSourceFile() === bound.file)) continue;
          const found = handedOn(value, argument, options.toReversed(), sites);
          if (found) return found;
        }
      } finally {
        handing--;
      }
      return undefined;
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
  return sites;
}

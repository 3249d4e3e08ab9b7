import type { Blob, RuleHead, Span, SyntaxRule } from '../model/index.ts';
import type { AnchorsMet } from './anchors-met.ts';
import { latin1 } from './window.ts';

/**
 * The rules on programs that are worth parsing a content for: an anchor stands in it, the path is theirs, and the rule's
 * own look at the text does not say that it cannot match; and those of `all` that are asked for with the item.
 */
export function askingRules(met: AnchorsMet, { bytes, item }: Blob, all: readonly RuleHead[]): SyntaxRule[] {
  const { path } = item.provenance;
  let text: string | undefined;
  const whole = (): string => {
    text ??= latin1(bytes, 0, bytes.length);
    return text;
  };
  const mayMatch = (look: NonNullable<SyntaxRule['mayMatch']>, windows: readonly Span[]): boolean => {
    let unsure = windows.length === 0;
    for (const { start, end } of windows) {
      const may = look(latin1(bytes, start, end));
      if (may) return true;
      unsure ||= may === undefined;
    }
    return unsure && look(whole()) === true;
  };
  const { asked = [] } = item;
  const forced = asked.length > 0 ? all.filter(({ id }) => asked.includes(id)) : [];
  const asking = forced.map((head) => head.load() as SyntaxRule);
  for (const [head, windows] of met.all) {
    const rule = head.load() as SyntaxRule;
    if (rule.paths?.test(path) === false || asked.includes(rule.id)) continue;
    if (rule.mayMatch === undefined || mayMatch(rule.mayMatch, windows)) asking.push(rule);
  }
  return asking;
}

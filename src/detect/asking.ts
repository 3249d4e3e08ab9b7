import type { Blob, RuleHead, SyntaxRule } from '../model/index.ts';

/**
 * The rules on programs that are worth parsing a content for: an anchor stands in it, the path is theirs, and the rule's
 * own look at the text does not say that it cannot match.
 */
export function askingRules(heads: Iterable<RuleHead>, blob: Blob): SyntaxRule[] {
  const { path } = blob.item.provenance;
  let text: string | undefined;
  const textOf = (): string => {
    text ??= Buffer.from(blob.bytes.buffer, blob.bytes.byteOffset, blob.bytes.byteLength).toString('latin1');
    return text;
  };
  const asking: SyntaxRule[] = [];
  for (const head of heads) {
    const rule = head.load() as SyntaxRule;
    if (rule.paths?.test(path) === false || rule.mayMatch?.(textOf()) === false) continue;
    asking.push(rule);
  }
  return asking;
}

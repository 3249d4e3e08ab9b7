import type { Rule, RuleHead, RuleKind, SeverityBy } from '../model/index.ts';

/** A head as plain data: what a build writes down, so that a rule is loaded only when it is needed. */
export interface HeadData {
  readonly id: string;
  readonly kind: RuleKind;
  readonly aliases?: readonly string[];
  readonly anchors?: readonly string[];
  readonly reach?: { readonly before?: number; readonly after?: number };
  readonly binary?: true;
  /** False for keys that other vendors' rules may take: broad ones, and those that need a neighbour. */
  readonly opens?: true;
  readonly words?: readonly string[];
  readonly severityBy?: SeverityBy;
  /** Source and flags of a path rule's pattern. */
  readonly paths?: readonly [string, string];
}

/** What must be known of a rule before one of its anchors is met. */
export function headDataOf(rule: Rule): HeadData {
  const { id, kind, aliases } = rule;
  return {
    id,
    kind,
    ...(aliases ? { aliases } : {}),
    ...(rule.severityBy ? { severityBy: rule.severityBy } : {}),
    ...('anchors' in rule && rule.anchors ? { anchors: rule.anchors } : {}),
    ...(rule.kind === 'pattern' ? patternData(rule) : {}),
    ...(rule.kind === 'syntax' && rule.reach ? { reach: rule.reach } : {}),
    ...(rule.kind === 'named' ? { words: rule.words } : {}),
    ...(rule.kind === 'path' ? { paths: [rule.paths.source, rule.paths.flags] as const } : {}),
  };
}

const patternData = (rule: Extract<Rule, { kind: 'pattern' }>): Pick<HeadData, 'reach' | 'binary' | 'opens'> => ({
  ...(rule.reach ? { reach: rule.reach } : {}),
  ...(rule.binary ? { binary: true as const } : {}),
  ...(rule.broad || rule.near ? {} : { opens: true as const }),
});

/** A head from its data, and what loads the rule. */
export function headOf(data: HeadData, load: () => Rule): RuleHead {
  let rule: Rule | undefined;
  return {
    id: data.id,
    kind: data.kind,
    aliases: data.aliases ?? [],
    anchors: data.anchors ?? [],
    reach: data.reach ?? {},
    binary: data.binary === true,
    opens: data.opens === true,
    words: data.words ?? [],
    ...(data.severityBy ? { severityBy: data.severityBy } : {}),
    ...(data.paths ? { paths: new RegExp(...data.paths) } : {}),
    load: () => (rule ??= load()),
  };
}

/** The head of a rule that is loaded already. */
export const headOfRule = (rule: Rule): RuleHead => headOf(headDataOf(rule), () => rule);

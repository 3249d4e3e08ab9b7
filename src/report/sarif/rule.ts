import type { Confidence, RuleInfo, Severity } from '../../model/index.ts';
import { explain } from '../../remedy/index.ts';
import { limits, plain, sentence } from './limits.ts';
import type { Descriptor, Level } from './types.ts';

export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  note: 'note',
};

/** GitHub's score: critical from 9, high from 7, medium from 4, low above 0. */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  note: '0.5',
};

const precisions: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };

/** `github-classic-token` as `GithubClassicToken`: the standard asks for a name without signs. */
const nameOf = (id: string): string =>
  plain(id, limits.ruleName)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('') || 'Rule';

/** A rule as code scanning shows it beside its alerts. */
export const ruleDescriptor = (rule: RuleInfo): Descriptor => {
  const [reference] = rule.references.filter((address) => /^https:\/\/[!-;=?-~]+$/.test(address));
  return {
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.description) },
    help: { text: explain(rule), markdown: explain(rule, 'markdown') },
    ...(reference === undefined ? {} : { helpUri: reference }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: {
      tags: ['security', 'secret', 'external/cwe/cwe-798'],
      precision: precisions[rule.confidence ?? 'high'],
      'security-severity': scores[rule.severity],
    },
  };
};

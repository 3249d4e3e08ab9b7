import { rules } from '../../rules/index.ts';
import { didYouMean } from '../config/did-you-mean.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Rule, RuleInfo } from '../model/index.ts';
import { explain } from '../remedy/index.ts';
import type { CommandLine } from './command-line.ts';

const infoOf = ({ id, title, severity, description, remediation, references, environment = [] }: Rule): RuleInfo => ({
  id,
  title,
  severity,
  description,
  remediation,
  references,
  environment,
});

/** The rules that are built in, by id: one a line, or as JSON. */
export function rulesText({ format }: Extract<CommandLine, { command: 'rules' }>): string {
  const infos = rules.map(infoOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') return `${JSON.stringify(infos, null, 2)}\n`;
  const width = Math.max(...infos.map(({ id }) => id.length));
  return infos.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`).join('');
}

/** All that is known of one rule. @throws UsageError where there is no such rule */
export function explainText({ rule: wanted, format }: Extract<CommandLine, { command: 'explain' }>): string {
  const rule = rules.find(({ id, aliases = [] }) => id === wanted || aliases.includes(wanted));
  if (!rule) {
    const hint =
      didYouMean(
        wanted,
        rules.map(({ id }) => id),
      ) || '; `keyscan rules` lists them';
    throw new UsageError(`explain: no such rule: ${wanted}${hint}`);
  }
  return format === 'json' ? `${JSON.stringify(infoOf(rule), null, 2)}\n` : explain(infoOf(rule));
}

import type { Report } from '../../model/index.ts';
import { count, visible } from '../../text/index.ts';
import type { RenderOptions, Reporter } from '../options.ts';
import { rulesOf } from '../rule-of.ts';
import { findingLines, type Setting, secretLines } from './finding.ts';
import { byFile, bySecret } from './groups.ts';
import { paints } from './paint.ts';
import { summaryLines, verboseLines } from './summary.ts';

/** Columns of a line where no terminal says how many it has. */
const saneColumns = 160;
/** Less would show nothing of a line. */
const leastColumns = 40;
/** Findings a first look can take in. */
const defaultCap = 50;

/** For people: findings by file (by secret where they are many), then what the run amounts to. */
export const text: Reporter = (report, options) => {
  const paint = paints(options.colour);
  const setting: Setting = {
    paint,
    columns: Math.max(leastColumns, options.width ?? saneColumns),
    verbose: options.verbose,
    inGit: report.scope.inGit,
    rule: rulesOf(report),
  };
  const lines = [
    ...findingBlocks(report, options, setting),
    ...(options.verbose ? verboseLines(report, paint) : []),
    ...summaryLines(report, options, paint),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
};

function findingBlocks({ findings }: Report, options: RenderOptions, setting: Setting): string[] {
  const { cap = defaultCap, showAll = options.verbose } = options;
  if (showAll || findings.length <= cap)
    return byFile(findings).flatMap((group) => [
      setting.paint.strong(visible(group[0].file)),
      ...group.flatMap((finding) => findingLines(finding, setting)),
      '',
    ]);
  const secrets = bySecret(findings);
  const rest = secrets.slice(cap);
  return [
    ...secrets.slice(0, cap).flatMap((secret) => [...secretLines(secret, setting), '']),
    ...(rest.length > 0
      ? [
          `Not shown: ${count(rest.length, 'more secret')} at ${count(rest.flat().length, 'place')} (keyscan -v shows all).`,
        ]
      : []),
    'Accept them all, to be warned of new ones only: keyscan ignore --all --reason "…"',
    '',
  ];
}

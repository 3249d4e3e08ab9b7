import type { Finding, Report } from '../../model/index.ts';
import { visibleJson } from '../../text/index.ts';
import { summaryShape } from '../json-shape.ts';
import type { Reporter } from '../options.ts';
import { rulesOf } from '../rule-of.ts';
import { worstFirst } from '../tally.ts';
import { limits } from './limits.ts';
import { notificationsOf } from './notifications.ts';
import { identity, isDecided, resultOf } from './result.ts';
import { ruleDescriptor } from './rule.ts';
import type { Log, Result } from './types.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const home = 'https://www.npmjs.com/package/@keyscan/cli';

/** SARIF 2.1.0 as GitHub code scanning takes it and shows it. */
export const sarif: Reporter = (report, options) =>
  `${visibleJson(JSON.stringify(logOf(report, options.fileUrl), null, 2))}\n`;

function logOf(report: Report, fileUrl: string | undefined): Log {
  const findings = kept(report.findings, report.suppressed.filter(isDecided));
  const { rules, results } = resultsOf(findings.kept, report);
  const { kinds, notifications } = notificationsOf(report, { all: findings.all, kept: findings.kept.length });
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            semanticVersion: report.tool.version,
            informationUri: home,
            rules,
            notifications: kinds,
          },
        },
        automationDetails: { id: `keyscan/${report.scope.mode}/` },
        invocations: [{ executionSuccessful: report.complete, toolExecutionNotifications: notifications }],
        originalUriBaseIds: {
          SRCROOT: {
            ...(fileUrl === undefined ? {} : { uri: fileUrl }),
            description: { text: 'The top of the repository; outside one, the scanned folder.' },
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
        properties: { complete: report.complete, summary: summaryShape(report) },
      },
    ],
  };
}

/** As many findings as a file may hold, in their order: the worst first to be kept, suppressed ones last. */
function kept(reported: readonly Finding[], suppressed: readonly Finding[]) {
  const findings = [...reported, ...suppressed];
  if (findings.length <= limits.resultsOfRun) return { all: findings.length, kept: findings };
  const chosen = new Set([...worstFirst(reported), ...worstFirst(suppressed)].slice(0, limits.resultsOfRun));
  return { all: findings.length, kept: findings.filter((finding) => chosen.has(finding)) };
}

/** Results, and the rules they name in the order of first use. */
function resultsOf(findings: readonly Finding[], report: Report) {
  const ruleOf = rulesOf(report);
  const indexes = new Map<string, number>();
  const occurrences = new Map<string, number>();
  const rules: ReturnType<typeof ruleDescriptor>[] = [];
  const results = findings.map((finding): Result => {
    const rule = ruleOf(finding);
    const ruleIndex = indexes.get(rule.id) ?? rules.push(ruleDescriptor(rule)) - 1;
    indexes.set(rule.id, ruleIndex);
    const key = identity(finding, report.scope);
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    return resultOf(finding, { rule, ruleIndex, scope: report.scope, occurrence });
  });
  return { rules, results };
}

import { catalog } from '../rules/catalog.ts';
import type { ScanSettings } from './config/settings.ts';
import type { Finding, Report, Rule, RuleHead, Scope, Source } from './model/index.ts';
import { type OwnValues, ownSecretValue } from './own/index.ts';
import { emptyBatch } from './pool/inspect-items.ts';
import { inspectSource } from './pool/inspect-source.ts';
import type { Batch, Setup } from './pool/messages.ts';
import type { HistoryScan } from './sources/history/history-scan.ts';
import { openHistory, openSource } from './sources/open.ts';
import { readOwnValues } from './sources/own-values.ts';
import { Tally } from './tally.ts';

/** What a scan is handed beside its settings. */
export interface World {
  readonly version: string;
  readonly signal?: AbortSignal;
  /** The built file of a worker thread; without it one thread does everything. */
  readonly worker?: URL;
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Told after every batch how many contents and bytes were looked at. */
  readonly onProgress?: (files: number, bytes: number) => void;
}

/**
 * The whole pipeline: contents from a source are inspected (in this thread or in others), and what was found is tallied
 * into a report.
 * @throws SourceError when there is nothing to read from: no such path, no repository
 */
export async function run(settings: ScanSettings, world: World): Promise<Report> {
  const rules = rulesOf(settings);
  const opened = (await openHistory(settings)) ?? openSource(settings, world);
  const signal = world.signal ?? new AbortController().signal;
  const own = await readOwnValues(settings, opened.scope.top, signal);
  const tally = new Tally(settings, own ? [...rules, ownSecretValue] : rules, opened.scope, world.version);
  const take = (batch: Batch): void => {
    tally.add(batch);
    world.onProgress?.(tally.files, tally.bytes);
  };
  const means = { jobs: settings.jobs, ...(world.worker ? { worker: world.worker } : {}) };
  const inspect = (source: Source, taker = take) =>
    inspectSource(source, rules, setupOf(settings, rules, own), means, taker, signal);
  if ('source' in opened)
    await inspectFiles(opened.source, inspect, take, async (found) =>
      original(await exposed(found, settings, opened.scope, signal), opened.scope),
    );
  else
    await inspectHistory(
      opened.history,
      inspect,
      take,
      (finding) => tally.judge(finding),
      (found) => exposed(found, settings, opened.scope, signal),
    );
  return tally.report(signal.aborted);
}

/** What is found in files is told at the end, with who can see it. */
async function inspectFiles(
  source: Source,
  inspect: (source: Source, take: (batch: Batch) => void) => Promise<void>,
  take: (batch: Batch) => void,
  expose: (found: readonly Finding[]) => Promise<readonly Finding[]>,
): Promise<void> {
  const found: Finding[] = [];
  await inspect(source, (batch) => {
    found.push(...batch.findings);
    take({ ...batch, findings: [] });
  });
  if (found.length > 0) take({ ...emptyBatch(), findings: [...(await expose(found))] });
}

/** Whoever gets the package or the image can see what is in it. */
const published = (finding: Finding, image: boolean): Finding => ({
  ...finding,
  exposure: {
    kind: 'package',
    way: [],
    reason: image ? 'docker build puts it into the image' : 'npm publish sends it',
  },
});

/** Findings in generated files with the place they were written at, where source maps tell it. */
async function original(found: readonly Finding[], { top }: Scope): Promise<readonly Finding[]> {
  if (!found.some(({ file }) => /\.(?:[cm]?js|css)$/i.test(file))) return found;
  const { withOrigins } = await import('./sources/bundles/origins.ts');
  return withOrigins(found, top);
}

/** Findings with who can see them, where that is asked for and there is a project around them. */
async function exposed(
  found: readonly Finding[],
  { exposure, mode }: ScanSettings,
  scope: Scope,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (mode.kind === 'files' && mode.as) return found.map((finding) => published(finding, mode.as === 'image'));
  if (!exposure || mode.kind === 'stdin' || signal.aborted) return found;
  if (mode.kind === 'history') {
    const { exposeHistory } = await import('./expose-history.ts');
    return exposeHistory(found, scope, signal);
  }
  const { expose } = await import('./expose.ts');
  return expose(found, scope, signal);
}

/** A history comes in several sources; what is found is told at the end, once for each secret. */
async function inspectHistory(
  history: HistoryScan,
  inspect: (source: Source, take: (batch: Batch) => void) => Promise<void>,
  take: (batch: Batch) => void,
  judge: (finding: Finding) => Finding,
  expose: (found: readonly Finding[]) => Promise<readonly Finding[]>,
): Promise<void> {
  for (let source = history.next(); source; source = history.next()) {
    await inspect(source, (batch) => {
      const kept = history.keep(batch);
      if (!history.onlyForFacts) take({ ...batch, ...kept });
    });
  }
  const { findings, suppressed } = await history.findings(judge);
  take({ ...emptyBatch(), findings: [...(await expose(findings))], suppressed });
}

/** The rules that are on. */
function rulesOf({ rules: { only, disabled }, customRules, syntax }: ScanSettings): readonly (Rule | RuleHead)[] {
  return [...catalog, ...customRules].filter(
    ({ id, kind }) =>
      (only === undefined || only.includes(id)) && !disabled.includes(id) && (syntax || kind !== 'syntax'),
  );
}

function setupOf(settings: ScanSettings, rules: readonly (Rule | RuleHead)[], own: OwnValues | undefined): Setup {
  return {
    rules: {
      ids: rules.filter((rule) => 'load' in rule).map(({ id }) => id),
      // Functions do not cross threads; a custom rule needs none but its examples, which were run when it was loaded.
      custom: rules
        .filter((rule): rule is Rule => !('load' in rule))
        .map((rule) => ({ ...rule, examples: undefined as never })),
    },
    inspect: {
      confidence: settings.confidence,
      severity: settings.severity,
      inline: settings.ignore.inline,
      showPublic: settings.showPublic,
      listHeld: settings.listHeld,
      syntax: settings.syntax,
      ...(own ? { own } : {}),
    },
    ...(settings.maxFileSize === undefined ? {} : { maxFileSize: settings.maxFileSize }),
  };
}

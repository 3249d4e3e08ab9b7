import { resolve } from 'node:path';
import { catalog } from '../rules/catalog.ts';
import type { ScanSettings } from './config/settings.ts';
import { declaringFiles, joinImported } from './join-imported.ts';
import type { Finding, RelayFile, Report, Rule, RuleHead, Scope, Source } from './model/index.ts';
import { type OwnValues, ownRule } from './own/index.ts';
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
  const own = rules.some(({ id }) => id === ownRule)
    ? await readOwnValues(settings, opened.scope.top, signal)
    : undefined;
  const searched = own && {
    values: own.values.length,
    from: [...new Set(own.values.map(({ from }) => from))],
    leftOut: own.leftOut,
  };
  const scope: Scope = searched ? { ...opened.scope, own: searched } : opened.scope;
  const tally = new Tally(settings, rules, scope, world.version);
  const take = (batch: Batch): void => {
    tally.add(batch);
    world.onProgress?.(tally.files, tally.bytes);
  };
  const means = { jobs: settings.jobs, ...(world.worker ? { worker: world.worker } : {}) };
  const inspect = (source: Source, taker = take) =>
    inspectSource(source, rules, setupOf(settings, rules, own), means, taker, signal);
  if ('source' in opened)
    await inspectFiles(opened.source, inspect, take, signal, async (found, allowed) => {
      const joined = await imported(found, allowed, settings, opened.scope, signal);
      return original(weighed(await exposed(joined, settings, opened.scope, signal), rules), opened.scope);
    });
  else
    await inspectHistory(
      opened.history,
      inspect,
      take,
      (finding) => tally.judge(finding),
      async (found) => weighed(await exposed(found, settings, opened.scope, signal), rules),
    );
  return tally.report(signal.aborted);
}

/** What is found in files is told at the end, with who can see it. */
async function inspectFiles(
  source: Source,
  inspect: (source: Source, take: (batch: Batch) => void) => Promise<void>,
  take: (batch: Batch) => void,
  signal: AbortSignal,
  expose: (found: readonly Finding[], allowed: readonly Finding[]) => Promise<readonly Finding[]>,
): Promise<void> {
  const found: Finding[] = [];
  const allowed: Finding[] = [];
  const relays: RelayFile[] = [];
  const keep = (batch: Batch): void => {
    found.push(...batch.findings);
    allowed.push(...batch.suppressed.filter(({ suppressed }) => suppressed?.reason === 'inline-comment'));
    relays.push(...batch.relays);
    take({ ...batch, findings: [] });
  };
  await inspect(source, keep);
  if (relays.length > 0 && !signal.aborted) {
    const { followRelays } = await import('./follow-relays.ts');
    keep(await followRelays(relays, source, inspect, [...found, ...allowed], signal));
  }
  if (found.length > 0) take({ ...emptyBatch(), findings: [...(await expose(found, allowed))] });
}

/** A secret of one file that others import, as one finding; not what stands in a file that git ignores. */
async function imported(
  found: readonly Finding[],
  allowed: readonly Finding[],
  { mode, ignore }: ScanSettings,
  { top, cwd = top }: Scope,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const files = declaringFiles(found);
  if (files.length === 0) return found;
  const { ignoredFiles } = await import('./sources/ignored-files.ts');
  const places = new Map(files.map((file) => [resolve(cwd, file), file]));
  const ignored = mode.kind === 'files' && !ignore.noIgnore ? await ignoredFiles([...places.keys()], signal) : [];
  return joinImported(found, allowed, new Set([...ignored].map((file) => places.get(file) ?? file)));
}

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
  if (mode.kind === 'files' && mode.as) {
    if (found.length === 0) return found;
    const { withPublished } = await import('./sources/publish/published.ts');
    return withPublished(found, { roots: mode.roots, cwd: scope.cwd ?? scope.top, as: mode.as });
  }
  if (!exposure || mode.kind === 'stdin' || signal.aborted) return found;
  if (mode.kind === 'history') {
    const { exposeHistory } = await import('./expose-history.ts');
    return exposeHistory(found, scope, signal);
  }
  const { expose } = await import('./expose.ts');
  return expose(found, scope, signal);
}

/** Findings as severe as who can see them makes them: a construct that leaks nothing where it runs is none. */
function weighed(found: readonly Finding[], rules: readonly (Rule | RuleHead)[]): readonly Finding[] {
  const weights = new Map(rules.map(({ id, severityBy }) => [id, severityBy]));
  return found.flatMap((finding) => {
    const severity = weights.get(finding.ruleId)?.[finding.exposure.kind];
    return severity === 'none' ? [] : [severity === undefined ? finding : { ...finding, severity }];
  });
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

import { readFileSync } from 'node:fs';
import type { Finding, Report, Skip } from '../model/index.ts';
import { otherBranches } from '../sources/history/other-branches.ts';
import { SourceError } from '../sources/source-error.ts';
import { type EventRange, eventRange } from './event-range.ts';

/** How a history is scanned: `range` as git understands it. */
export type ScanRange = (range: string) => Promise<Report>;

/** What became of the commits of an event. */
export type EventScan =
  | { readonly kind: 'scanned'; readonly report: Report; readonly commits: string }
  /** The event has none. */
  | { readonly kind: 'none' }
  /** They could not be looked at, or not all of them. */
  | { readonly kind: 'gap'; readonly skip: Skip };

const checkout = 'the step actions/checkout needs `with: { fetch-depth: 0 }`';

/** The event of the workflow that runs, as the environment tells it. */
export function eventOf(environment: NodeJS.ProcessEnv): EventRange {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: file } = environment;
  if (!name) return { kind: 'tree', why: 'no event is named' };
  return eventRange(name, file ? readJson(file) : undefined);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Scans the commits of an event, one by one. Where the commit before a push is gone, as after a force push, all commits
 * that no other branch has are looked at instead.
 * @param roots paths that pick the repository and limit what is reported
 */
export async function scanEvent(
  event: EventRange,
  scan: ScanRange,
  roots: readonly string[],
  cwd: string,
): Promise<EventScan> {
  switch (event.kind) {
    case 'tree':
    case 'nothing':
      return { kind: 'none' };
    case 'unclear':
      return gap('git-failed', event.why);
  }
  try {
    const { others, shallow } = await otherBranches(roots, cwd, event.branch);
    const ofBranch = [event.head, ...others.map((name) => `^${name}`)].join(' ');
    if (event.kind === 'new-branch') return scanned(await scan(ofBranch), 'the commits of a new branch');
    try {
      return scanned(await scan(`${event.base}..${event.head}`), 'the commits of the event');
    } catch (error) {
      if (!isUnknown(error)) throw error;
      if (shallow) return gap('shallow', `the commits of the event are not here: ${checkout}`);
      return scanned(await scan(ofBranch), 'the commits that no other branch has');
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return gap('git-failed', `the commits of the event: ${error.message}`);
  }
}

const isUnknown = (error: unknown): boolean => error instanceof SourceError && error.code === 'nothing-selected';

const gap = (reason: Skip['reason'], detail: string): EventScan => ({
  kind: 'gap',
  skip: { kind: 'skip', path: '.', reason, detail },
});

/** What a workflow is to change stands beside what git would say; and what a server tells of was pushed to it. */
function scanned(report: Report, commits: string): EventScan {
  const skips = report.skips.map((skip) => (skip.reason === 'shallow' ? { ...skip, detail: checkout } : skip));
  const [findings, suppressed] = [report.findings.map(asPushed), report.suppressed.map(asPushed)];
  return { kind: 'scanned', report: { ...report, findings, suppressed, skips }, commits };
}

const asPushed = (finding: Finding): Finding =>
  finding.provenance.kind === 'commit'
    ? { ...finding, provenance: { ...finding.provenance, history: { ...finding.provenance.history, pushed: true } } }
    : finding;

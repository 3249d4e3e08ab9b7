import { didYouMean } from '../config/did-you-mean.ts';
import { readIgnores, writeIgnores } from '../config/ignores.ts';
import { UsageError } from '../config/usage-error.ts';
import { quotesSecret } from '../detect/fingerprint.ts';
import type { Finding } from '../model/index.ts';
import { count } from '../text/count.ts';
import { type IgnoreEntry, ignoresFile, isWeak } from '../triage/ignore-entry.ts';
import { isExposed } from '../triage/match-ignore.ts';
import type { CommandLine } from './command-line.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { print, writing } from './output.ts';
import { performScan } from './perform-scan.ts';
import { projectTop } from './prepare.ts';
import type { Streams } from './streams.ts';
import { today } from './today.ts';

type IgnoreLine = Extract<CommandLine, { command: 'ignore' }>;

/**
 * Accepts findings: scans for them, and adds an entry for each to the project's ignore file.
 * @throws UsageError where a fingerprint is none that the scan finds, or an entry could not hold
 * @throws WriteError
 */
export async function ignoreCommand(line: IgnoreLine, streams: Streams): Promise<ExitCode> {
  const { given, telling, fingerprints, reason, expires } = line;
  if (expires !== undefined && expires < today()) throw new UsageError(`--expires: ${expires} is past`);
  // A fingerprint says nothing of its place: all of the project is looked through, whatever folder one stands in.
  const top = projectTop(given.mode, streams.cwd);
  const mode =
    fingerprints && given.mode.kind === 'files' && top ? { kind: 'files' as const, roots: [top] } : given.mode;
  const { report } = await performScan({ ...given, mode }, telling, streams);
  if (top === undefined) throw new UsageError('ignore: an input without a place has no ignore file');
  const known = [
    ...report.findings,
    ...report.suppressed.filter(({ suppressed }) => suppressed?.reason === 'ignore-entry'),
  ];
  const chosen = fingerprints ? fingerprints.flatMap((each) => withFingerprint(each, known)) : report.findings;
  // The file is committed.
  if (chosen.some((finding) => quotesSecret(reason, finding.fingerprint)))
    throw new UsageError('ignore: --reason quotes the secret itself');
  const added = chosen.map((finding) => entryOf(finding, line));
  if (added.length > 0) writing(ignoresFile, () => writeIgnores(top, [...readIgnores(top), ...added]));
  const secrets = new Set(added.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)).size;
  await print(streams.stdout, `${count(secrets, 'secret')} accepted in ${ignoresFile}\n`);
  if (report.complete) return exitCodes.clean;
  streams.stderr.write('keyscan: the scan was incomplete: what it could not look at is not accepted\n');
  return exitCodes.incomplete;
}

function withFingerprint(fingerprint: string, known: readonly Finding[]): readonly Finding[] {
  const found = known.filter((finding) => finding.fingerprint === fingerprint);
  if (found.length > 0) return found;
  const hint = didYouMean(fingerprint, new Set(known.map((finding) => finding.fingerprint)));
  throw new UsageError(`ignore: nothing found has the fingerprint ${fingerprint}${hint}`);
}

function entryOf(finding: Finding, { reason, owner, expires }: IgnoreLine): IgnoreEntry {
  return {
    rule: finding.ruleId,
    fingerprint: finding.fingerprint,
    ...(isWeak(finding.fingerprint) ? { path: finding.provenance.path } : {}),
    reason,
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
    ...(isExposed(finding) ? { exposed: true } : {}),
  };
}

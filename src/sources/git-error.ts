import { SourceError } from './source-error.ts';

/** The oldest git that keyscan works with. */
export const minimumGit = [2, 25] as const;

/** The version in what `git version` prints, and an error where it is too old or cannot be read. */
export function checkGitVersion(printed: string): SourceError | undefined {
  const [, major, minor] = /git version (\d+)\.(\d+)/.exec(printed) ?? [];
  if (major === undefined) return new SourceError('git-failed', 'git does not say its version');
  const [wantedMajor, wantedMinor] = minimumGit;
  const older = Number(major) < wantedMajor || (Number(major) === wantedMajor && Number(minor) < wantedMinor);
  if (!older) return undefined;
  const needed = `${wantedMajor}.${wantedMinor}`;
  return new SourceError('git-too-old', `git ${major}.${minor} is too old: keyscan needs ${needed} or newer`);
}

/** The error for a git that could not be started. */
export function notStarted(error: NodeJS.ErrnoException, command: string): SourceError {
  if (error.code === 'ENOENT') {
    return new SourceError('git-missing', 'git is not installed, or not on PATH');
  }
  return new SourceError('git-failed', `git ${command} could not be started (${error.code ?? 'unknown reason'})`);
}

/** The error for a git that ended with a failure: what was asked, and the first line that says why. */
export function failed(command: string, stderr: string, ended: string): SourceError {
  const lines = stderr.split('\n').map((line) => line.trim());
  const line = lines.find((each) => each.startsWith('fatal:')) ?? lines.find((each) => each !== '') ?? ended;
  const reason = harmless(line);
  const owned = /dubious ownership in repository at '(.*)'/.exec(line)?.[1];
  if (owned !== undefined) {
    const folder = harmless(owned);
    const remedy = `git config --global --add safe.directory '${folder}'`;
    return new SourceError(
      'git-refused',
      `git refuses to read ${folder}, which belongs to another user; to allow it: ${remedy}`,
    );
  }
  return new SourceError('git-failed', `git ${command} failed: ${reason}`);
}

/** `bad numeric config value '…' for 'core.x'`: such a value comes from the configuration of the scanned repository. */
function withoutValue(line: string): string {
  const start = /\bbad [a-z -]{0,40}value '/.exec(line);
  const end = line.lastIndexOf("' for");
  if (!start || end < start.index) return line;
  return `${line.slice(0, start.index + start[0].length)}…${line.slice(end)}`;
}

/**
 * A line of git's without what it could give away: values of the configuration, and the user part of addresses;
 * without control characters, and cut to 200 characters.
 */
export function harmless(line: string): string {
  return withoutValue(line.replace(/\p{Cc}+/gu, ' '))
    .replace(/(:\/\/)[^/\s@]*@/g, '$1…@')
    .slice(0, 200);
}

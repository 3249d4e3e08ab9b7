import type { Evidence, Judgement } from '../model/index.ts';
import { looksOf, refused } from './credential-value.ts';

/** Files that are shown to people as examples, or try code out: only what nobody would write as a stand-in counts there. */
const shown =
  /(?:^|[/._-])(?:[Ee]xamples?|[Ss]amples?|[Tt]emplates?|dist|[Tt]ests?|[Ss]pecs?|__tests__|[Mm]ocks?|[Ff]ixtures?|testdata|[Dd]emos?|[Dd]ocs?|[Ss]tubs?|EXAMPLES?|TESTS?)(?:[/._-]|$)|\.(?:md|mdx|rst|adoc|html?|txt|d\.ts)$|[a-z](?:Test|Tests|Spec|IT)\.\w+$/;

/** True for tests, examples and documents, going by the path. */
export const isShown = (path: string): boolean => shown.test(path);

/**
 * Judges what stands where only a password can: the argument of a call, an option of a command, a field of a statement.
 * @param why what the place is, for the evidence
 */
export function judgePassword(value: string, path: string, why: string): Judgement {
  const looks = looksOf(value);
  if ('reason' in looks) return refused(looks);
  const evidence: Evidence[] = [{ text: why, weight: looks.strength === 'random' && looks.length >= 20 ? 1 : 0 }];
  if (looks.strength === 'word') evidence.push({ text: 'the value could be a word', weight: -1 });
  else if (isShown(path) && looks.strength !== 'random' && !looks.chosen)
    evidence.push({ text: 'stands in a test, an example or a document', weight: -1 });
  return { kind: 'plausible', evidence };
}

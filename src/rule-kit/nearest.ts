import type { Judgement, Match } from '../model/index.ts';
import { held, plausible } from './judge.ts';
import { literal } from './pattern.ts';

/**
 * Whose value it is, where several vendors share a shape: the vendor one of whose words stands nearest. Words on the
 * line of the value come first, then those before it, then those after it; then the path.
 * @param words lower-case words of each vendor
 * @param bytes how far from the value words count
 */
export function nearestOf<Vendor extends string>(
  match: Match,
  words: Readonly<Record<Vendor, readonly string[]>>,
  bytes = 200,
): Vendor | undefined {
  const window = match.window.toLowerCase();
  const end = match.at + match.secret.length;
  const before = window.slice(Math.max(0, match.at - bytes), match.at);
  const after = window.slice(end, end + bytes);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.search(/\n|$/);
  const path = match.path.toLowerCase();
  let best: Vendor | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const vendor of Object.keys(words) as Vendor[]) {
    for (const word of words[vendor]) {
      const left = before.lastIndexOf(word);
      const right = after.indexOf(word);
      const far = Math.min(
        left < 0 ? Number.POSITIVE_INFINITY : before.length - left + (left < lineStart ? bytes : 0),
        right < 0 ? Number.POSITIVE_INFINITY : right + (right > lineEnd ? 2 * bytes : 0),
        path.includes(word) ? 4 * bytes : Number.POSITIVE_INFINITY,
      );
      if (far < least) [best, least] = [vendor, far];
    }
  }
  return best;
}

/**
 * A check for words that also end longer ones (`ARK_API` in `POSTMARK_API`): held back unless one of them starts a
 * word within 300 bytes of the value. `_` stands for any separator, or none.
 */
export function ownWord(...words: readonly string[]): (match: Match) => Judgement {
  const source = words.map((word) => word.split('_').map(literal).join('[-_. ]?')).join('|');
  const starting = new RegExp(`(?<![A-Za-z])(?:${source})`, 'i');
  return ({ window, at, secret }) =>
    starting.test(window.slice(Math.max(0, at - 300), at)) ||
    starting.test(window.slice(at + secret.length, at + secret.length + 300))
      ? plausible
      : held('not-a-value', 'the vendor’s name is only the end of another word');
}

import { createHash } from 'node:crypto';
import { bitsAtMost, isRegular, wordShare } from '../lexicon/index.ts';

const strongDigits = 20;
const weakDigits = 4;
/** A secret of fewer bits could be found again from a long digest by trying. */
const leastBits = 80;
const mostWords = 0.5;

/**
 * Names a secret without telling it: the start of its SHA-256, 80 bits where it is random enough. Where it could be
 * guessed, 16 bits after a `~`: too few to confirm a guess, so whoever uses it must name a path too.
 * The digest is of the secret alone, so it survives moves, rebases and better rules.
 */
export function fingerprintOf(secret: string): string {
  const digest = createHash('sha256').update(secret).digest('hex');
  const guessable =
    bitsAtMost(secret) < leastBits || isRegular(secret) || wordShare(secret) > mostWords || secret.length < 16;
  return guessable ? `~${digest.slice(0, weakDigits)}` : digest.slice(0, strongDigits);
}

/** True where a text quotes the secret that a fingerprint names, as one of its words. */
export const quotesSecret = (text: string, fingerprint: string): boolean =>
  text.split(/[\s'"`,;()=]+/).some((word) => word !== '' && fingerprintOf(word) === fingerprint);

/** Names a file that must not be committed, by its rule and path: both are public. */
export const fingerprintOfFile = (ruleId: string, path: string): string =>
  createHash('sha256').update(`${ruleId}\n${path}`).digest('hex').slice(0, strongDigits);

import type { Candidate, SuppressionReason } from '../model/index.ts';
import { expected } from './expected.ts';
import type { Filter } from './filter.ts';
import { knownExample } from './known-example.ts';
import { notAValue } from './not-a-value.ts';
import { placeholder } from './placeholder.ts';
import { reference } from './reference.ts';
import { variety } from './variety.ts';
import { words } from './words.ts';

/** Hold for every candidate. */
const always: readonly Filter[] = [knownExample, notAValue, expected];
/** Hold for keys that are drawn at random, unless a checksum shows that the vendor issued them. */
const forRandom: readonly Filter[] = [placeholder, reference, variety, words];

/** The first reason to hold a candidate back, or nothing. */
export function holdBack(candidate: Candidate, prefix: string): SuppressionReason | undefined {
  const body = candidate.secret.slice(prefix.length);
  const filters = isDrawn(candidate) ? [...always, ...forRandom] : always;
  for (const filter of filters) {
    const reason = filter(candidate, body);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const isDrawn = ({ rule, judgement }: Candidate): boolean =>
  judgement.kind !== 'proven' && (rule.kind === 'named' || (rule.kind === 'pattern' && rule.random !== false));

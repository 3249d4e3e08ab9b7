import type { Blob, Candidate, Judgement } from '../model/index.ts';
import type { CompiledPattern } from './ruleset.ts';
import { latin1, matchIn } from './window.ts';

const plausible: Judgement = { kind: 'plausible' };

/** A match that the rule's own check refused, kept for the count. */
export interface Refusal {
  readonly ruleId: string;
  readonly reason: Extract<Judgement, { kind: 'held' }>['reason'];
  readonly detail?: string;
  readonly start: number;
  readonly end: number;
}

/** Takes what a matcher finds. */
export interface Sink {
  found(candidate: Candidate): void;
  refused(refusal: Refusal): void;
}

/**
 * Runs one pattern over a window of a blob.
 * @param start first byte of the window, counted from the start of the blob's section
 * @param end the byte after it
 */
export function matchPattern(compiled: CompiledPattern, blob: Blob, start: number, end: number, sink: Sink): void {
  const { rule, pattern } = compiled;
  const { path } = blob.item.provenance;
  if (rule.paths && !rule.paths.test(path)) return;
  const window = latin1(blob.bytes, start, end);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    if (match[0] === '') pattern.lastIndex++;
    const [from, to] = match.indices?.groups?.['secret'] ?? [0, 0];
    // What ends in bytes that the section before has searched was found there.
    if (from === to || start + to <= blob.seen) continue;
    const secret = window.slice(from, to);
    const seen = matchIn(window, from, secret, match.groups ?? {}, path);
    if (rule.near && !isNear(rule.near, blob, start + from, start + to)) continue;
    const judgement = rule.judge?.(seen) ?? plausible;
    const span = { start: blob.offset + start + from, end: blob.offset + start + to };
    if (judgement.kind === 'held') {
      const { reason, detail } = judgement;
      sink.refused({ ruleId: rule.id, reason, ...span, ...(detail === undefined ? {} : { detail }) });
    } else sink.found({ rule, blob, span, secret, judgement, evidence: [] });
  }
}

const defaultNear = 256;

function isNear(near: NonNullable<CompiledPattern['rule']['near']>, blob: Blob, start: number, end: number): boolean {
  const bytes = near.bytes ?? defaultNear;
  const around = `${blob.item.provenance.path}\n${latin1(blob.bytes, start - bytes, end + bytes)}`.toLowerCase();
  return near.words.some((word) => around.includes(word.toLowerCase()));
}

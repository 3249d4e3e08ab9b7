import type { Blob, Candidate, Judgement } from '../model/index.ts';
import type { CompiledPattern } from './ruleset.ts';
import { endsColour } from './token-start.ts';
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
  if (rule.paths && !rule.paths.test(blob.item.provenance.path)) return;
  const window = withoutColours(latin1(blob.bytes, start, end));
  pattern.lastIndex = 0;
  for (let match = pattern.exec(window); match; match = pattern.exec(window)) {
    if (match[0] === '') pattern.lastIndex++;
    take(compiled, blob, start, window, match, sink);
  }
}

const colours = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]{0,8}m`, 'g');

/** What a terminal is sent for colours as blanks: its letters belong to no word. */
const withoutColours = (text: string): string =>
  text.includes('\x1b') ? text.replace(colours, (colour) => ' '.repeat(colour.length)) : text;

/** Bytes before an anchor that the start of a token looks at: the longest escape. */
const lookBehind = 8;

/**
 * Tries a pattern of which every match starts with its anchor, there only.
 * @param anchor first byte of the anchor, counted from the start of the blob's section
 */
export function matchPatternAt(compiled: CompiledPattern, blob: Blob, anchor: number, sink: Sink): void {
  const { rule, pattern, before, after } = compiled;
  if (rule.paths && !rule.paths.test(blob.item.provenance.path)) return;
  // Most anchors are followed by nothing: a short window tells, before a rule's own check gets its wide one.
  const close = endsColour(blob.bytes, anchor) ? anchor : Math.max(0, anchor - lookBehind);
  pattern.lastIndex = anchor - close;
  const match = pattern.exec(latin1(blob.bytes, close, anchor + after));
  if (!match) return;
  const start = Math.max(0, anchor - before);
  take(compiled, blob, start, latin1(blob.bytes, start, anchor + after), match, sink, close - start);
}

/** @param shift what to add to offsets of the match to get offsets of the window */
function take(
  { rule }: CompiledPattern,
  blob: Blob,
  start: number,
  window: string,
  match: RegExpExecArray,
  sink: Sink,
  shift = 0,
): void {
  const [from, to] = (match.indices?.groups?.['secret'] ?? [0, 0]).map((offset) => offset + shift) as [number, number];
  // What ends in bytes that the section before has searched was found there.
  if (from === to || start + to <= blob.seen) return;
  if (rule.near && !isNear(rule.near, blob, start + from, start + to)) return;
  const secret = window.slice(from, to);
  const judgement =
    rule.judge?.(matchIn(window, from, secret, match.groups ?? {}, blob.item.provenance.path)) ?? plausible;
  const span = { start: blob.offset + start + from, end: blob.offset + start + to };
  if (judgement.kind === 'held') {
    const { reason, detail } = judgement;
    sink.refused({ ruleId: rule.id, reason, ...span, ...(detail === undefined ? {} : { detail }) });
  } else sink.found({ rule, blob, span, secret, judgement, evidence: [] });
}

const defaultNear = 256;

function isNear(near: NonNullable<CompiledPattern['rule']['near']>, blob: Blob, start: number, end: number): boolean {
  const bytes = near.bytes ?? defaultNear;
  const around = `${blob.item.provenance.path}\n${latin1(blob.bytes, start - bytes, end + bytes)}`.toLowerCase();
  return near.words.some((word) => around.includes(word.toLowerCase()));
}

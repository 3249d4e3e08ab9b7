import type { Blob, Candidate, Span } from '../model/index.ts';
import { type Cursor, type Hits, newHits, search } from '../prefilter/search.ts';
import { AnchorsMet } from './anchors-met.ts';
import { isQuote } from './bytes.ts';
import { constantPiece, isConcatenated } from './constant-piece.ts';
import { DecodeBudget } from './decode/budget.ts';
import { blobOf, carryOver, carryRefusal } from './decode/carry-over.ts';
import { decodings } from './decode/index.ts';
import { MarksMet } from './decode/marks.ts';
import { isInstalled } from './installed.ts';
import { matchAssignment } from './match-assignment.ts';
import { matchPattern, matchPatternAt, type Refusal } from './match-pattern.ts';
import type { Anchor, CompiledPattern, Ruleset } from './ruleset.ts';
import { isSplit } from './split.ts';
import { mayStartToken } from './token-start.ts';
import { indexWords, type WordIndex } from './word-index.ts';

/** What was found in one section of a content. */
export interface Detected {
  readonly candidates: readonly Candidate[];
  readonly refusals: readonly Refusal[];
  /** Rules on programs of which an anchor stands in the content: reason enough to parse it. */
  readonly syntax: AnchorsMet;
  /** An anchor stands in a text that is put together with another one: only the program can tell what they make. */
  readonly split: boolean;
  /** Where such anchors stand, the first of them. */
  readonly pieces: readonly Span[];
  /** Rules that know a package to which other files may give values through this one. */
  readonly relays?: readonly string[];
  /** The content is a program too large to be read as one. */
  readonly notParsed?: boolean;
}

/** Finds candidates in contents, one after the other. Holds buffers that are used again: one for each thread. */
export class Detector {
  readonly #ruleset: Ruleset;
  readonly #words: WordIndex;
  readonly #hits: Hits = newHits();
  /** For each pattern the window that waits to be run; a start below zero says none does. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(ruleset: Ruleset) {
    this.#ruleset = ruleset;
    this.#words = indexWords(ruleset.named);
    this.#starts = new Int32Array(ruleset.patterns.length).fill(-1);
    this.#ends = new Int32Array(ruleset.patterns.length);
  }

  /** Everything that a rule matches in this section, in no particular order, before any filter. */
  detect(blob: Blob, budget = new DecodeBudget()): Detected {
    const candidates: Candidate[] = [];
    const refusals: Refusal[] = [];
    const syntax = new AnchorsMet();
    const sink = {
      found: (candidate: Candidate) => void candidates.push(candidate),
      refused: (refusal: Refusal) => void refusals.push(refusal),
    };
    const { automaton, anchorsAt } = this.#ruleset;
    const { pairs } = this.#hits;
    const { bytes } = blob;
    const cursor: Cursor = { offset: 0, state: 0 };
    const waiting: CompiledPattern[] = [];
    const binary = blob.encoding === 'binary';
    const installed = isInstalled(blob.item);
    const marks = new MarksMet(bytes, blob.item.provenance.path);
    let readUntil = 0;
    let isFull = false;
    const pieces: Span[] = [];
    const constants: Span[] = [];
    do {
      search(automaton, bytes, cursor, this.#hits);
      for (let index = 0; index < this.#hits.length; index += 2) {
        const end = pairs[index + 1] as number;
        for (const anchor of anchorsAt[pairs[index] as number] as readonly Anchor[]) {
          const start = end - anchor.length;
          if (anchor.exact !== undefined && !standsAt(bytes, start, anchor.exact)) continue;
          const startsToken = mayStartToken(bytes, start);
          if (!isFull && isQuote(bytes[start - 1]) && anchor.openers.some(opens)) {
            const constant = constantPiece(bytes, start);
            if (constant) constants.push(constant);
            else if (isSplit(bytes, start, end) || isConcatenated(bytes, start)) pieces.push({ start, end });
            isFull = pieces.length + constants.length >= mostPieces;
          }
          for (const compiled of anchor.patterns) {
            if ((binary && !compiled.binary) || (installed && compiled.ownOnly)) continue;
            if (!compiled.startsAtAnchor) this.#await(compiled, blob, start, end, waiting, sink);
            else if (startsToken && compiled.mayMatch(bytes, end)) matchPatternAt(compiled, blob, start, sink);
          }
          if (binary) continue;
          if (anchor.word || (startsToken && anchor.openers.length > 0)) marks.meetValue(start, end);
          for (const rule of anchor.syntax) syntax.meet(rule, start, end);
          for (const kind of anchor.marks) marks.meet(kind, start, end);
          if (anchor.word && end > readUntil) {
            readUntil = matchAssignment(
              this.#ruleset,
              this.#words,
              blob,
              { start, end, inInsert: marks.isInInsert(start) },
              sink,
            );
          }
        }
      }
    } while (cursor.offset < bytes.length);
    for (const compiled of waiting) this.#run(compiled, blob, sink);
    if (budget.left > 0) this.#decode(blob, marks, budget, candidates, refusals);
    for (const constant of constants) if (!isWhole(constant, candidates, blob)) pieces.push(constant);
    return { candidates, refusals, syntax, split: pieces.length > 0, pieces };
  }

  /** Adds what stands encoded in the content, at the place where it does. */
  #decode(blob: Blob, marks: MarksMet, budget: DecodeBudget, candidates: Candidate[], refusals: Refusal[]): void {
    for (const decoded of decodings(blob, marks, budget)) {
      if (!budget.spend(decoded.bytes.length)) break;
      if (decoded.replaces) dropNamed(candidates, decoded.source, blob);
      const inner = this.detect(blobOf(decoded, blob), budget.deeper());
      for (const refusal of inner.refusals) refusals.push(carryRefusal(refusal, decoded, blob));
      for (const candidate of inner.candidates) {
        const found = carryOver(candidate, decoded, blob);
        if (found.span.end - blob.offset > blob.seen) candidates.push(found);
      }
    }
  }

  /** Widens the pattern's waiting window to the anchor's, or runs it first where the two do not touch. */
  #await(
    compiled: CompiledPattern,
    blob: Blob,
    anchorStart: number,
    anchorEnd: number,
    waiting: CompiledPattern[],
    sink: Parameters<typeof matchPattern>[4],
  ): void {
    const { index, before, after } = compiled;
    const start = Math.max(0, anchorStart - before);
    const end = Math.min(blob.bytes.length, anchorEnd + after);
    const known = this.#starts[index] as number;
    if (known < 0) waiting.push(compiled);
    else if (start <= (this.#ends[index] as number)) {
      this.#starts[index] = Math.min(known, start);
      this.#ends[index] = Math.max(this.#ends[index] as number, end);
      return;
    } else {
      matchPattern(compiled, blob, known, this.#ends[index] as number, sink);
    }
    this.#starts[index] = start;
    this.#ends[index] = end;
  }

  #run(compiled: CompiledPattern, blob: Blob, sink: Parameters<typeof matchPattern>[4]): void {
    matchPattern(compiled, blob, this.#starts[compiled.index] as number, this.#ends[compiled.index] as number, sink);
    this.#starts[compiled.index] = -1;
  }
}

/** Places of one content at which a key may be put together: a few are enough to read it as a program. */
const mostPieces = 32;

const opens = ({ startsAtAnchor }: CompiledPattern): boolean => startsAtAnchor;

/** True where a string is a key by itself. */
const isWhole = ({ start }: Span, candidates: readonly Candidate[], { offset }: Blob): boolean =>
  candidates.some(({ rule, span }) => rule.kind === 'pattern' && span.start - offset === start);

/** Takes out what was judged by its name alone where the value is an encoded one. */
function dropNamed(candidates: Candidate[], { start, end }: Span, { offset }: Blob): void {
  const kept = candidates.filter(
    ({ rule, span }) =>
      (rule.kind !== 'generic' && rule.kind !== 'named') || span.end - offset <= start || span.start - offset >= end,
  );
  candidates.splice(0, candidates.length, ...kept);
}

function standsAt(bytes: Uint8Array, offset: number, exact: string): boolean {
  for (let index = 0; index < exact.length; index++)
    if (bytes[offset + index] !== exact.charCodeAt(index)) return false;
  return true;
}

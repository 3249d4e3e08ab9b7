import type { Blob, Candidate, Finding, LineRange, Rule, Snippet, Span, SuppressionReason } from '../model/index.ts';
import { LINE_FEED } from './bytes.ts';
import { confidenceOf, evidenceOf, isTrialPath, severityAt } from './confidence.ts';
import { fingerprintOf, fingerprintOfFile } from './fingerprint.ts';
import { type MaskedRange, maskSecret, snippetOf } from './mask.ts';
import { Locator } from './position.ts';
import { decode } from './window.ts';

/** A candidate that is a file as such, not a place in it. */
export const isWholeFile = ({ rule }: Candidate): boolean => rule.kind === 'path';

/** The constant text every secret of a rule starts with, as far as this one does. */
export function prefixOf(rule: Rule, secret: string): string {
  if (rule.kind !== 'pattern') return '';
  const starts = rule.anchors.filter((anchor) => secret.startsWith(anchor));
  return starts.reduce((longest, anchor) => (anchor.length > longest.length ? anchor : longest), '');
}

const maskOf = ({ rule, secret }: Candidate): string =>
  maskSecret({
    secret,
    prefix: prefixOf(rule, secret),
    random: rule.kind !== 'generic' && !('random' in rule && rule.random === false),
  });

/** Bytes of a line that a snippet may be cut from, on either side of the secret: a bundle of one line is megabytes long. */
const reachOfSnippet = 600;

/** What a finding is given beside what its candidate says. */
export interface FindingFacts {
  readonly suppressed?: { readonly reason: SuppressionReason; readonly detail?: string };
}

/**
 * Turns the candidates of one section into findings. The secrets stay behind: a finding holds masks and a digest.
 * @param all every candidate of the section, so that a line is shown with all of them masked
 */
export class FindingMaker {
  readonly #blob: Blob;
  readonly #all: readonly Candidate[];
  readonly #locator: Locator;

  constructor(blob: Blob, all: readonly Candidate[]) {
    this.#blob = blob;
    this.#all = all.filter((candidate) => !isWholeFile(candidate));
    this.#locator = new Locator(blob);
  }

  /** The line a candidate starts on and the line before it, clipped, for comments that allow it. */
  linesAt(candidate: Candidate): { line: string; before: string; number: number } {
    const { bytes, encoding } = this.#blob;
    const { lineStart, lineEnd, line } = this.#locator.locate(candidate.span.start);
    const beforeEnd = Math.max(0, lineStart - 1);
    const beforeStart = bytes.lastIndexOf(LINE_FEED, Math.max(0, beforeEnd - 1)) + 1;
    return {
      line: decode(bytes, lineStart, Math.min(lineEnd, lineStart + 4_000), encoding),
      before: lineStart === 0 ? '' : decode(bytes, beforeStart, Math.min(beforeEnd, beforeStart + 4_000), encoding),
      number: line,
    };
  }

  /** What a person wrote beside a secret, with every secret of the section that it quotes masked. */
  masked(text: string): string {
    const quoted = this.#all.filter(({ secret }) => secret !== '' && text.includes(secret));
    const longestFirst = quoted.sort((a, b) => b.secret.length - a.secret.length);
    return longestFirst.reduce((shown, candidate) => shown.replaceAll(candidate.secret, () => maskOf(candidate)), text);
  }

  /** The lines a span touches, from 1. */
  lines(span: Span): LineRange {
    const first = this.#locator.locate(span.start).line;
    return { first, last: this.#locator.locate(span.end).line };
  }

  finding(candidate: Candidate, { suppressed }: FindingFacts = {}): Finding {
    const { rule, span, secret, judgement } = candidate;
    const { item } = this.#blob;
    const { path } = item.provenance;
    const start = this.#locator.locate(span.start);
    const end = this.#locator.locate(span.end);
    const severity = judgement.kind === 'public' ? 'note' : (judgement.severity ?? candidate.severity ?? rule.severity);
    const wholeFile = isWholeFile(candidate);
    return {
      kind: 'finding',
      ruleId: rule.id,
      title: (judgement.kind === 'public' ? undefined : judgement.title) ?? candidate.title ?? rule.title,
      severity: severityAt(severity, path),
      confidence: confidenceOf(candidate),
      evidence: evidenceOf(candidate),
      file: item.path,
      start: { line: start.line, column: start.column },
      end: { line: end.line, column: end.column },
      byteOffset: span.start,
      byteLength: span.end - span.start,
      ...(wholeFile ? {} : { snippet: this.#snippet(candidate, start) }),
      fingerprint: wholeFile ? fingerprintOfFile(rule.id, path) : fingerprintOf(secret),
      exposure: isTrialPath(path)
        ? { kind: 'test', way: [], reason: 'its path says it is a test, an example or documentation' }
        : { kind: 'unknown', way: [], reason: 'not decided' },
      ...(rule.design ? { design: true as const } : {}),
      provenance: item.provenance,
      related: (candidate.related ?? []).map((place) => ({
        file: place.file ?? item.path,
        line: place.line ?? (place.span ? this.#locator.locate(place.span.start).line : start.line),
        why: place.why,
      })),
      ...(suppressed ? { suppressed } : {}),
    };
  }

  #snippet(candidate: Candidate, { lineStart, lineEnd }: { lineStart: number; lineEnd: number }): Snippet {
    const { bytes, offset, encoding } = this.#blob;
    // What stands around a secret in a binary file is nothing to read.
    if (encoding === 'binary') {
      const text = maskOf(candidate);
      return { text, start: 0, end: text.length };
    }
    const at = (position: number): number => position - offset;
    const from = Math.max(lineStart, at(candidate.span.start) - reachOfSnippet);
    const to = Math.min(
      lineEnd,
      Math.max(at(candidate.span.start), Math.min(at(candidate.span.end), lineEnd)) + reachOfSnippet,
    );
    const line = decode(bytes, from, to, encoding).replace(/\r$/, '');
    // Positions in UTF-16 units of the clipped line.
    const unit = (position: number): number =>
      at(position) <= from
        ? at(position) - from
        : decode(bytes, from, Math.min(at(position), to), encoding).length + Math.max(0, at(position) - to);
    const here = this.#all.filter(({ span }) => at(span.start) < to && at(span.end) > from);
    const ranges: MaskedRange[] = here.map((other) => ({
      start: unit(other.span.start),
      end: unit(other.span.end),
      masked: maskOf(other),
    }));
    const mine = Math.max(0, here.indexOf(candidate));
    const whole = ranges.length;
    // What stands beside a secret in the same encoded text is masked: whoever decodes it may find another one.
    for (const { encoded, span } of this.#all) {
      if (!encoded || at(encoded.start) >= to || at(encoded.end) <= from) continue;
      for (const rest of [
        { start: encoded.start, end: span.start },
        { start: span.end, end: encoded.end },
      ]) {
        if (rest.end > rest.start) ranges.push({ start: unit(rest.start), end: unit(rest.end), masked: '…' });
      }
    }
    for (const run of line.matchAll(keyLikeRun)) {
      const range = { start: run.index, end: run.index + run[0].length, masked: '…' };
      const known = ranges.slice(0, whole).some((other) => other.start < range.end && other.end > range.start);
      if (!known) ranges.push(range);
    }
    return snippetOf(line, ranges, mine);
  }
}

/** What looks like a key beside the one that was found is masked too: no rule knows every key. */
const keyLikeRun = /(?<![A-Za-z0-9_+/=-])(?=[A-Za-z0-9_+/=-]*[0-9])(?=[A-Za-z0-9_+/=-]*[A-Za-z])[A-Za-z0-9_+/=-]{20,}/g;

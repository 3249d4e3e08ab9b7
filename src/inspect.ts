import { askingRules } from './detect/asking.ts';
import { confidenceOf } from './detect/confidence.ts';
import { type Detected, Detector } from './detect/detect.ts';
import { Detections, wholeText } from './detect/detections.ts';
import { isInstalled } from './detect/installed.ts';
import { matchPaths } from './detect/match-path.ts';
import type { Refusal } from './detect/match-pattern.ts';
import { matchPieces } from './detect/match-pieces.ts';
import { matchProgram, withSites } from './detect/match-syntax.ts';
import { halvesOf, withPartner } from './detect/pairs.ts';
import { relayingRules } from './detect/relaying.ts';
import { resolveOverlaps } from './detect/resolve.ts';
import { compileRules, type Ruleset } from './detect/ruleset.ts';
import { FindingMaker, isWholeFile, prefixOf } from './detect/to-finding.ts';
import { holdBack } from './filters/index.ts';
import type {
  Blob,
  Candidate,
  Confidence,
  Finding,
  Item,
  Rule,
  RuleHead,
  Severity,
  SuppressionReason,
} from './model/index.ts';
import { confidences } from './model/index.ts';
import { OwnFinder, type OwnValues, ownRule } from './own/index.ts';
import type { Prebuilt } from './prefilter/packed.ts';
import { isProgram, type ModuleReader, readProgram } from './syntax/index.ts';
import { allows, inlineAllowance } from './triage/inline.ts';

/** What decides how a content is looked at. Plain data but for the rules. */
export interface InspectSettings {
  readonly confidence: Confidence;
  readonly severity: Severity;
  readonly inline: boolean;
  readonly showPublic: boolean;
  readonly listHeld: boolean;
  readonly syntax: boolean;
  /** Values of the project to be searched for. Absent: none. */
  readonly own?: OwnValues;
}

/** What became of one section of a content. */
export interface Inspection {
  readonly findings: Finding[];
  /** Held back by something the user set: a comment, a level. */
  readonly suppressed: Finding[];
  /** Held back by filters: how many, by reason. */
  readonly held: Partial<Record<SuppressionReason, number>>;
  /** True where the content is a program that was only searched as bytes, because it is large. */
  notParsed?: boolean;
  /** Rules that know a package to which other files may give values through this one. Absent: none. */
  relays?: readonly string[];
}

/** Bytes of a program that is parsed to understand a candidate, and of one where there might be something beside. */
const mostForCandidate = 1 << 20;
const mostForRule = 128 << 10;

/** A reader of the project that an item belongs to; undefined where it belongs to none. */
export type ModulesOf = (item: Item) => ModuleReader | undefined;

/** Looks at contents, one after the other: detect, resolve, filter, name. One for each thread. */
export class Inspector {
  readonly #detector: Detector;
  readonly #detections: Detections;
  readonly #ruleset: Ruleset;
  readonly #settings: InspectSettings;
  readonly #own: OwnFinder | undefined = undefined;
  readonly #modulesOf: ModulesOf | undefined;

  /**
   * @param prebuilt an automaton that may save building one
   * @param modulesOf how the files are read that a program imports; without it, none are
   */
  constructor(
    rules: readonly (Rule | RuleHead)[],
    settings: InspectSettings,
    prebuilt?: Prebuilt,
    modulesOf?: ModulesOf,
  ) {
    this.#modulesOf = modulesOf;
    this.#ruleset = compileRules(rules, prebuilt);
    this.#detector = new Detector(this.#ruleset);
    this.#detections = new Detections(this.#detector);
    this.#settings = settings;
    const rule = rules.find(({ id }) => id === ownRule);
    if (settings.own && rule) this.#own = new OwnFinder(settings.own, () => ('load' in rule ? rule.load() : rule));
  }

  /** The widest reach of any rule, in bytes: what sections of a large content must overlap by. */
  get reach(): number {
    return Math.max(this.#ruleset.reach, this.#own?.reach ?? 0);
  }

  /** Whether a rule matches anywhere in a content, or a key may be put together there. Nothing is filtered. */
  mayHold(bytes: Uint8Array, item: Item): boolean {
    const { candidates, split } = this.#detections.ahead(wholeText(bytes, item));
    return split || candidates.some((candidate) => candidate.judgement.kind !== 'public' && this.#matters(candidate));
  }

  inspect(blob: Blob): Inspection {
    const result: Inspection = { findings: [], suppressed: [], held: {} };
    const count = (reason: SuppressionReason): void => {
      result.held[reason] = (result.held[reason] ?? 0) + 1;
    };
    const detected = this.#understand(blob, this.#detections.next(blob));
    if (detected.notParsed) result.notParsed = true;
    if (detected.relays) result.relays = detected.relays;
    for (const { reason } of detected.refusals) count(reason);
    const files = blob.offset === 0 ? matchPaths(this.#ruleset.paths, blob, count) : [];
    const own = this.#own?.find(blob) ?? [];
    if (detected.candidates.length + files.length + own.length === 0) return result;

    const candidates = detected.candidates.map(withPartner);
    const { kept, superseded } = resolveOverlaps(candidates);
    for (const _ of superseded) count('superseded');
    const maker = new FindingMaker(blob, [...candidates, ...own]);
    const halves = halvesOf(
      kept,
      (candidate) =>
        this.#matters(candidate) &&
        !holdBack(candidate, prefixOf(candidate.rule, candidate.secret)) &&
        !this.#outside(candidate, maker),
    );
    for (const candidate of [...files, ...kept]) {
      if (halves.has(candidate)) continue;
      const reason = isWholeFile(candidate)
        ? undefined
        : (holdBack(candidate, prefixOf(candidate.rule, candidate.secret)) ?? this.#outside(candidate, maker));
      if (reason !== undefined) {
        count(reason);
        if (this.#settings.listHeld) result.suppressed.push(maker.finding(candidate, { suppressed: { reason } }));
        continue;
      }
      const finding = maker.finding(candidate, this.#setAside(candidate, maker));
      (finding.suppressed ? result.suppressed : result.findings).push(finding);
    }
    for (const candidate of own) this.#addOwn(candidate, maker, result, count);
    return result;
  }

  /** A value of the project that a rule has reported already only makes that finding surer. */
  #addOwn(
    candidate: Candidate,
    maker: FindingMaker,
    { findings, suppressed }: Inspection,
    count: (reason: SuppressionReason) => void,
  ): void {
    const isSame = ({ byteOffset, byteLength }: Finding): boolean =>
      byteOffset < candidate.span.end && byteOffset + byteLength > candidate.span.start;
    const known = findings.findIndex(isSame);
    const finding = findings[known];
    if (finding) {
      const evidence = [...finding.evidence, ...(candidate.judgement.evidence ?? [])];
      findings[known] = { ...finding, evidence, confidence: 'high' };
      return;
    }
    if (suppressed.some((each) => each.suppressed?.reason === 'inline-comment' && isSame(each))) return;
    const outside = this.#outside(candidate, maker);
    if (outside) {
      count(outside);
      return;
    }
    const added = maker.finding(candidate, this.#setAside(candidate, maker));
    (added.suppressed ? suppressed : findings).push(added);
  }

  /** Adds what only the program tells, where there is a reason to read it as one. */
  #understand(blob: Blob, detected: Detected): Detected {
    const { candidates, refusals, syntax, split, pieces } = detected;
    if (!this.#settings.syntax || !blob.whole || blob.encoding === 'binary') return detected;
    const { path } = blob.item.provenance;
    if (!isProgram(path)) return detected;
    // What others wrote is read as a program only to understand what its bytes show: a value that nothing but a call
    // tells is theirs, and parsing whole trees of packages is what would cost most.
    const asking = isInstalled(blob.item) ? [] : askingRules(syntax, blob, this.#ruleset.syntax);
    // Of a construct no string says what part it plays.
    const asked = candidates.some((candidate) => !candidate.rule.design && this.#matters(candidate));
    if (!asked && !split && asking.length === 0) return detected;
    // Large programs are bundles. Bytes tell what stands there as it is; the rest is not worth what parsing costs.
    if (blob.bytes.length > (asked ? mostForCandidate : mostForRule))
      return matchPieces(blob, detected, (text) => this.#detectText(text, blob));
    const modules = isInstalled(blob.item) ? undefined : this.#modulesOf?.(blob.item);
    const program = readProgram(blob.bytes, path, modules ? { modules } : {});
    const known = withSites(candidates, program);
    const found: Candidate[] = [...known];
    const refused = [...refusals];
    const sink = {
      found: (candidate: Candidate) => void found.push(candidate),
      refused: (refusal: Refusal) => void refused.push(refusal),
    };
    // For candidates alone their own strings are enough: folding a whole file costs more than parsing it.
    if (split || asking.length > 0)
      matchProgram(program, asking, blob, known, (text) => this.#detectText(text, blob), sink);
    const relays = modules ? relayingRules(asking, program) : [];
    return { candidates: found, refusals: refused, syntax, split, pieces, ...(relays.length > 0 ? { relays } : {}) };
  }

  /** What rules on bytes find in a text that stands nowhere as it is. */
  #detectText(text: string, blob: Blob): readonly Candidate[] {
    const bytes = Buffer.from(text);
    return this.#detector.detect({ ...blob, bytes, offset: 0, seen: 0, whole: false, encoding: 'utf-8' }).candidates;
  }

  /** A candidate that would be reported as it stands: worth knowing what part it plays. */
  #matters(candidate: Candidate): boolean {
    return confidences.indexOf(confidenceOf(candidate)) <= confidences.indexOf(this.#settings.confidence);
  }

  #outside({ blob, span }: Candidate, maker: FindingMaker): SuppressionReason | undefined {
    const { focus } = blob.item;
    if (!focus) return undefined;
    const { first, last } = maker.lines(span);
    return focus.some((range) => range.first <= last && range.last >= first) ? undefined : 'outside-focus';
  }

  /** Whether something the user wrote or asked for sets the finding aside. */
  #setAside(
    candidate: Candidate,
    maker: FindingMaker,
  ): { suppressed?: { reason: SuppressionReason; detail?: string } } {
    const { rule, judgement } = candidate;
    if (judgement.kind === 'public' && !this.#settings.showPublic)
      return { suppressed: { reason: 'public-by-design' } };
    if (
      judgement.kind !== 'public' &&
      confidences.indexOf(confidenceOf(candidate)) > confidences.indexOf(this.#settings.confidence)
    ) {
      return { suppressed: { reason: 'low-confidence' } };
    }
    if (!this.#settings.inline) return {};
    const { line, before } = maker.linesAt(candidate);
    const allowance = inlineAllowance(line, before);
    if (!allowance || !allows(allowance, rule.id, ...(rule.aliases ?? []))) return {};
    const detail = allowance.reason && maker.masked(allowance.reason);
    return { suppressed: { reason: 'inline-comment', ...(detail ? { detail } : {}) } };
  }
}

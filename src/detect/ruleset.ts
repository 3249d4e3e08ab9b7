import type { PatternRule, Rule, RuleHead } from '../model/index.ts';
import { type Automaton, buildAutomaton } from '../prefilter/automaton.ts';
import type { Prebuilt } from '../prefilter/packed.ts';
import { headOfRule, literal, START } from '../rule-kit/index.ts';
import { credentialWords } from './credential-words.ts';
import { type MarkKind, marks } from './decode/marks.ts';
import { hasRun, runBehind } from './token-start.ts';

const defaultBefore = 128;
const defaultAfter = 512;
const leastBefore = 8;
const leastReach = 512;

/** A pattern rule, ready to run. Most rules of a run never meet their anchor: they are loaded and compiled on first use. */
export class CompiledPattern {
  readonly binary: boolean;
  /** True for what matters only where it is known who gets it: what others wrote and installed is not asked. */
  readonly ownOnly: boolean;
  readonly before: number;
  readonly after: number;
  /** Its number among the compiled patterns. */
  readonly index: number;
  readonly #head: RuleHead;
  #pattern: RegExp | undefined;
  #opening: Opening | false | undefined;

  constructor(head: RuleHead, index: number) {
    this.#head = head;
    this.binary = head.binary;
    this.ownOnly = head.severityBy?.unknown === 'none';
    this.before = Math.max(head.reach.before ?? defaultBefore, leastBefore);
    this.after = head.reach.after ?? defaultAfter;
    this.index = index;
  }

  get rule(): PatternRule {
    return this.#head.load() as PatternRule;
  }

  /** True where every match starts with an anchor: the pattern is tried there only, not at every byte of a window. */
  get startsAtAnchor(): boolean {
    return this.#start !== false;
  }

  /** Whether a match may start with the anchor that ends at `end`: a first look, which costs less than the pattern. */
  mayMatch(bytes: Uint8Array, end: number): boolean {
    const opening = this.#start;
    return opening === false || hasRun(bytes, end, opening.run);
  }

  get #start(): Opening | false {
    this.#opening ??= openingOf(this.rule) ?? false;
    return this.#opening;
  }

  /** With indices; sticky where it starts at its anchor, else global. */
  get pattern(): RegExp {
    if (this.#pattern) return this.#pattern;
    const { source, flags } = this.rule.pattern;
    this.#pattern = new RegExp(source, `${flags.replace(/[dgy]/g, '')}d${this.startsAtAnchor ? 'y' : 'g'}`);
    return this.#pattern;
  }
}

/** What to do where an anchor stands. */
export interface Anchor {
  readonly text: string;
  readonly length: number;
  /** The exact text where case matters, one character a byte. */
  readonly exact?: string;
  readonly patterns: readonly CompiledPattern[];
  /** A word that means a credential: there may be an assignment here. */
  readonly word: boolean;
  readonly syntax: readonly RuleHead[];
  /** Patterns of which the keys may start with it: a text that holds no more than this may be the first piece of one. */
  readonly openers: readonly CompiledPattern[];
  /** Encodings that it leads to. */
  readonly marks: readonly MarkKind[];
}

/** All rules of a run, prepared once a thread. */
export interface Ruleset {
  readonly automaton: Automaton;
  readonly anchors: readonly Anchor[];
  /** For each accepting state of the automaton the anchors that end there. */
  readonly anchorsAt: readonly (readonly Anchor[])[];
  readonly patterns: readonly CompiledPattern[];
  readonly named: readonly RuleHead[];
  readonly generic: readonly RuleHead[];
  readonly paths: readonly RuleHead[];
  /** Rules on programs. */
  readonly syntax: readonly RuleHead[];
  /** The widest reach of any rule, in bytes: sections of a large content overlap by it. */
  readonly reach: number;
}

interface Draft {
  readonly patterns: CompiledPattern[];
  readonly openers: CompiledPattern[];
  readonly syntax: RuleHead[];
  readonly marks: MarkKind[];
  word: boolean;
}

/**
 * Prepares rules, loaded or not: anchors are gathered and put into one automaton.
 * @param prebuilt an automaton that is used where it was built for just these anchors
 */
export function compileRules(rules: readonly (Rule | RuleHead)[], prebuilt?: Prebuilt): Ruleset {
  const heads = rules.map((rule) => ('load' in rule ? rule : headOfRule(rule)));
  const ofKind = (kind: RuleHead['kind']): RuleHead[] => heads.filter((head) => head.kind === kind);
  const drafts = new Map<string, Draft>();
  const draft = (anchor: string): Draft => {
    const known = drafts.get(anchor);
    if (known) return known;
    const made: Draft = { patterns: [], openers: [], syntax: [], marks: [], word: false };
    drafts.set(anchor, made);
    return made;
  };

  const patterns = ofKind('pattern').map((head, index) => {
    const compiled = new CompiledPattern(head, index);
    for (const anchor of head.anchors) {
      draft(anchor).patterns.push(compiled);
      if (head.opens) draft(anchor).openers.push(compiled);
    }
    return compiled;
  });
  for (const head of ofKind('syntax')) for (const anchor of head.anchors) draft(anchor).syntax.push(head);
  const named = ofKind('named');
  const generic = ofKind('generic');
  if (named.length + generic.length > 0) {
    const own = named.flatMap(({ anchors }) => anchors);
    for (const word of [...credentialWords, ...own]) draft(`i:${word}`).word = true;
  }

  for (const { text, kind } of marks) draft(`i:${text}`).marks.push(kind);

  const anchors = [...drafts].map(([name, made]): Anchor => {
    const anyCase = name.startsWith('i:');
    const text = anyCase ? name.slice(2) : name;
    return { ...made, text, length: text.length, ...(anyCase ? {} : { exact: text }) };
  });
  const texts = anchors.map(({ text }) => text);
  const automaton = automatonOf(texts, prebuilt);
  return {
    automaton,
    anchors,
    anchorsAt: automaton.outputs.map((ids) => ids.map((id) => anchors[id] as Anchor)),
    patterns,
    named,
    generic,
    paths: ofKind('path'),
    syntax: ofKind('syntax'),
    reach: Math.max(leastReach, ...patterns.map(({ before, after }) => before + after)),
  };
}

function automatonOf(anchors: readonly string[], prebuilt: Prebuilt | undefined): Automaton {
  const fits =
    prebuilt?.anchors.length === anchors.length && anchors.every((text, at) => prebuilt.anchors[at] === text);
  return fits ? prebuilt.automaton : buildAutomaton(anchors);
}

/** The anchors of rules, in the order in which `compileRules` gives them to the automaton. */
export const anchorsOf = (rules: readonly (Rule | RuleHead)[]): readonly string[] =>
  compileRules(rules).anchors.map((anchor) => anchor.text);

/** How a pattern starts that starts with an anchor. */
interface Opening {
  /** Bytes of a token that every match has behind its anchor. */
  readonly run: number;
}

/**
 * How the pattern starts, where it starts with one of the anchors, as `token` and `alone` of the rule-kit build it: nothing
 * before but a boundary.
 */
function openingOf({ pattern, anchors }: PatternRule): Opening | undefined {
  if (!pattern.source.startsWith(START) || pattern.flags.includes('i')) return undefined;
  const body = pattern.source.slice(START.length).replace(/^\(\?<secret>/, '');
  const [group, listed] = /^\(\?:((?:[^()\\|]|\\.)+(?:\|(?:[^()\\|]|\\.)+)+)\)/.exec(body) ?? [];
  const alternatives = listed?.split('|') ?? [body];
  const literals = anchors.map(literal);
  const starts =
    anchors.every((anchor) => !anchor.startsWith('i:')) &&
    alternatives.every((alternative) => literals.some((anchor) => alternative.startsWith(anchor)));
  if (!starts) return undefined;
  const [only = ''] = literals;
  if (group === undefined) return { run: literals.length === 1 ? runBehind(body.slice(only.length)) : 0 };
  const alone = alternatives.every((alternative) => literals.includes(alternative));
  return { run: alone ? runBehind(body.slice(group.length)) : 0 };
}

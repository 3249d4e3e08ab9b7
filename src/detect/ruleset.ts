import type { GenericRule, NamedRule, PathRule, PatternRule, Rule, SyntaxRule } from '../model/index.ts';
import { type Automaton, buildAutomaton } from '../prefilter/automaton.ts';
import { literal, START } from '../rule-kit/index.ts';
import { credentialWords } from './assignment.ts';

/** A pattern rule, ready to run. Most rules of a run never meet their anchor: their pattern is compiled on first use. */
export class CompiledPattern {
  readonly rule: PatternRule;
  readonly before: number;
  readonly after: number;
  /** Its number among the compiled patterns. */
  readonly index: number;
  #pattern: RegExp | undefined;
  #startsAtAnchor: boolean | undefined;

  constructor(rule: PatternRule, index: number) {
    this.rule = rule;
    this.before = Math.max(rule.reach?.before ?? defaultBefore, 8);
    this.after = rule.reach?.after ?? defaultAfter;
    this.index = index;
  }

  /** True where every match starts with an anchor: the pattern is tried there only, not at every byte of a window. */
  get startsAtAnchor(): boolean {
    this.#startsAtAnchor ??= startsWithAnchor(this.rule);
    return this.#startsAtAnchor;
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
  readonly length: number;
  /** The exact text where case matters, one character a byte. */
  readonly exact?: string;
  readonly patterns: readonly CompiledPattern[];
  /** A word that means a credential: there may be an assignment here. */
  readonly word: boolean;
  readonly syntax: readonly SyntaxRule[];
  /** Patterns of which the keys may start with it: a text that holds no more than this may be the first piece of one. */
  readonly openers: readonly CompiledPattern[];
}

/** All rules of a run, prepared once a thread. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  readonly automaton: Automaton;
  readonly anchors: readonly Anchor[];
  readonly patterns: readonly CompiledPattern[];
  readonly named: readonly NamedRule[];
  readonly generic: readonly GenericRule[];
  readonly syntax: readonly SyntaxRule[];
  readonly paths: readonly PathRule[];
  /** The widest reach of any rule, in bytes: sections of a large content overlap by it. */
  readonly reach: number;
}

const defaultBefore = 128;
const defaultAfter = 512;
const leastWords = 512;

interface Draft {
  readonly patterns: CompiledPattern[];
  readonly syntax: SyntaxRule[];
  word: boolean;
}

/** Prepares rules: patterns compiled, anchors gathered and put into one automaton. */
export function compileRules(rules: readonly Rule[]): Ruleset {
  const drafts = new Map<string, Draft>();
  const draft = (anchor: string): Draft => {
    const known = drafts.get(anchor);
    if (known) return known;
    const made: Draft = { patterns: [], syntax: [], word: false };
    drafts.set(anchor, made);
    return made;
  };

  const patterns: CompiledPattern[] = [];
  const syntax: SyntaxRule[] = [];
  const byKind = { named: [] as NamedRule[], generic: [] as GenericRule[], path: [] as PathRule[] };
  for (const rule of rules) {
    switch (rule.kind) {
      case 'pattern': {
        const compiled = new CompiledPattern(rule, patterns.length);
        patterns.push(compiled);
        for (const anchor of rule.anchors) draft(anchor).patterns.push(compiled);
        break;
      }
      case 'syntax':
        syntax.push(rule);
        for (const anchor of rule.anchors) draft(anchor).syntax.push(rule);
        break;
      case 'named':
        byKind.named.push(rule);
        break;
      case 'generic':
        byKind.generic.push(rule);
        break;
      case 'path':
        byKind.path.push(rule);
        break;
      case 'project':
        break;
    }
  }
  if (byKind.named.length + byKind.generic.length > 0) {
    const own = byKind.named.flatMap((rule) => rule.anchors ?? []);
    for (const word of [...credentialWords, ...own]) draft(`i:${word}`).word = true;
  }

  const names = [...drafts.keys()];
  const texts = names.map((name) => (name.startsWith('i:') ? name.slice(2) : name));
  return {
    rules,
    automaton: buildAutomaton(texts),
    anchors: names.map((name, index) => {
      const text = texts[index] as string;
      const { patterns: mine, syntax: syntaxRules, word } = drafts.get(name) as Draft;
      return {
        length: text.length,
        ...(name.startsWith('i:') ? {} : { exact: text }),
        patterns: mine,
        word,
        syntax: syntaxRules,
        openers: mine.filter(({ rule }) => !rule.broad && !rule.near),
      };
    }),
    patterns,
    named: byKind.named,
    generic: byKind.generic,
    syntax,
    paths: byKind.path,
    reach: Math.max(leastWords, ...patterns.map(({ before, after }) => before + after)),
  };
}

/** Whether the pattern starts with one of the anchors, as `token` and `alone` of the rule-kit build it: nothing before but a boundary. */
function startsWithAnchor({ pattern, anchors }: PatternRule): boolean {
  if (!pattern.source.startsWith(START) || pattern.flags.includes('i')) return false;
  const body = pattern.source.slice(START.length).replace(/^\(\?<secret>/, '');
  const alternatives = /^\(\?:((?:[^()\\|]|\\.)+(?:\|(?:[^()\\|]|\\.)+)+)\)/.exec(body)?.[1]?.split('|') ?? [body];
  return (
    anchors.every((anchor) => !anchor.startsWith('i:')) &&
    alternatives.every((alternative) => anchors.some((anchor) => alternative.startsWith(literal(anchor))))
  );
}

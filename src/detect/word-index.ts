import type { RuleHead } from '../model/index.ts';

/** Words of vendors, and the rules each belongs to. */
export interface WordIndex {
  /** In a name without its separators. */
  readonly inName: RegExp;
  /** In the text around, where a word starts. */
  readonly around: RegExp;
  readonly rules: ReadonlyMap<string, readonly RuleHead[]>;
  /** Words that count only where they are whole words of a name, and the rules each belongs to. */
  readonly own: ReadonlyMap<string, readonly RuleHead[]>;
  /** All words, with no separator but dots. */
  readonly hosts: ReadonlyMap<string, readonly RuleHead[]>;
}

/** A name without its separators, in lower case. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[-_. ]/g, '');

const quoted = (word: string): string => word.replace(/[^a-z0-9]/g, '\\$&');
const isOwn = (word: string): boolean => word.startsWith('=');
const longestFirst = (a: string, b: string): number => b.length - a.length;
const oneOf = (all: readonly string[]): string => (all.length === 0 ? '(?!)' : `(?=(${[...new Set(all)].join('|')}))`);

function group(rules: readonly RuleHead[], wordsOf: (rule: RuleHead) => readonly string[]): Map<string, RuleHead[]> {
  const byWord = new Map<string, RuleHead[]>();
  for (const rule of rules) {
    for (const word of new Set(wordsOf(rule))) {
      const known = byWord.get(word);
      if (known) known.push(rule);
      else byWord.set(word, [rule]);
    }
  }
  return byWord;
}

/** Gathers the words of named rules, so that one pattern finds which of them a text holds. */
export function indexWords(rules: readonly RuleHead[]): WordIndex {
  const common = (rule: RuleHead): string[] => rule.words.filter((word) => !isOwn(word));
  const byWord = group(rules, (rule) => common(rule).map(squeeze));
  const separated = rules
    .flatMap(common)
    .map((word) =>
      word
        .toLowerCase()
        .split(/[-_. ]/)
        .map(quoted)
        .join('[-_. ]?'),
    )
    .sort(longestFirst);
  return {
    inName: new RegExp(oneOf([...byWord.keys()].sort(longestFirst).map(quoted)), 'g'),
    around: new RegExp(`(?<![a-z])${oneOf(separated)}`, 'g'),
    rules: byWord,
    own: group(rules, (rule) => rule.words.filter(isOwn).map((word) => word.slice(1))),
    hosts: group(rules, (rule) => rule.words.map((word) => word.toLowerCase().replace(/[^a-z0-9.]/g, ''))),
  };
}

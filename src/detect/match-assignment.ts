import { splitWords } from '../lexicon/index.ts';
import type { Assignment, Blob, GenericRule, NamedRule, RuleHead } from '../model/index.ts';
import { type AssignmentSite, readAssignment } from './assignment.ts';
import type { Sink } from './match-pattern.ts';
import { nameAround } from './read-bytes.ts';
import type { Ruleset } from './ruleset.ts';
import { decode, latin1, matchIn } from './window.ts';

/** Words of vendors, and the rules each belongs to. */
export interface WordIndex {
  /** In a name without its separators. */
  readonly inName: RegExp;
  /** In the text around, where a word starts. */
  readonly around: RegExp;
  readonly rules: ReadonlyMap<string, readonly RuleHead[]>;
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[-_. ]/g, '');
const around = 300;
const meansCredential = /key|token|secret|pass|pwd|auth|cred|pat$|bearer/i;
/** What a key without a shape of its own may look like at all: one long run with a digit, or in both cases. */
const keyLike = /^(?=.*(?:\d|[a-z][A-Z]|[A-Z][a-z]))[\w.:+/=-]{14,}$/;

/** Gathers the words of named rules, so that one pattern finds which of them a text holds. */
export function indexWords(rules: readonly RuleHead[]): WordIndex {
  const byWord = new Map<string, RuleHead[]>();
  for (const rule of rules) {
    for (const word of rule.words) {
      const key = squeeze(word);
      const known = byWord.get(key);
      if (known) known.push(rule);
      else byWord.set(key, [rule]);
    }
  }
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
  const quoted = (word: string): string => word.replace(/[^a-z0-9]/g, '\\$&');
  const separated = rules
    .flatMap((rule) => rule.words)
    .map((word) =>
      word
        .toLowerCase()
        .split(/[-_. ]/)
        .map(quoted)
        .join('[-_. ]?'),
    );
  separated.sort((a, b) => b.length - a.length);
  const oneOf = (all: readonly string[]): string =>
    all.length === 0 ? '(?!)' : `(?=(${[...new Set(all)].join('|')}))`;
  return {
    inName: new RegExp(oneOf(words.map(quoted)), 'g'),
    around: new RegExp(`(?<![a-z])${oneOf(separated)}`, 'g'),
    rules: byWord,
  };
}

/** Files of which a bare text after a name is a value, not an expression. */
const isCode =
  /\.(?:[cm]?[jt]sx?|py[wi]?|java|kts?|scala|groovy|go|rb|php\d?|phtml|cs|cpp|cc|cxx|[ch]|hpp|hh|rs|swift|mm?|dart|lua|p[lm]|r|jl|exs?|erl|hrl|hs|clj[cs]?|vue|svelte|astro|sol|ps1|psm1|vb|fs|nim|zig|map|css|s[ac]ss|less|html?|ipynb|sql|graphql|proto|svg|po|feature)$/i;

/**
 * Looks at the name around a credential word: if a literal value is assigned to it, asks the rules that judge by name.
 * @param wordStart first byte of the word in the blob's section, `wordEnd` the byte after it
 * @returns the byte up to which the name was read, so that its other words are not read again
 */
export function matchAssignment(
  ruleset: Ruleset,
  words: WordIndex,
  blob: Blob,
  wordStart: number,
  wordEnd: number,
  sink: Sink,
): number {
  const name = nameAround(blob.bytes, wordStart, wordEnd);
  const site = readAssignment(blob.bytes, name);
  if (site === undefined || site.valueEnd <= blob.seen) return name.end;
  const { path } = blob.item.provenance;
  if (!site.quoted && site.operator !== 'flag' && isCode.test(path) && !isLineOfItsOwn(blob.bytes, site))
    return name.end;

  const assignment = toAssignment(blob, site);
  const span = { start: blob.offset + site.valueStart, end: blob.offset + site.valueEnd };
  for (const rule of namedRules(words, assignment)) {
    if (rule.paths && !rule.paths.test(path)) continue;
    const seen = matchIn(assignment.window, assignment.at, assignment.value, {}, path);
    const judgement = rule.judge?.(seen) ?? { kind: 'plausible' as const };
    if (judgement.kind === 'held') sink.refused({ ruleId: rule.id, reason: judgement.reason, ...span });
    else sink.found({ rule, blob, span, secret: assignment.value, name: assignment.name, judgement, evidence: [] });
  }
  for (const head of ruleset.generic) {
    const rule = head.load() as GenericRule;
    if (rule.paths && !rule.paths.test(path)) continue;
    const judgement = rule.judge(assignment);
    if (judgement.kind === 'held') {
      const { reason, detail } = judgement;
      sink.refused({ ruleId: rule.id, reason, ...span, ...(detail === undefined ? {} : { detail }) });
    } else sink.found({ rule, blob, span, secret: assignment.value, name: assignment.name, judgement, evidence: [] });
  }
  return name.end;
}

/** What no program holds without quotes: a long run with several digits that neither opens nor is a number. */
const isDrawn = (text: string): boolean =>
  /^(?!0x|\d+$)[A-Za-z0-9+/]{16,}={0,2}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3;

/** True where name and value fill a line, as in YAML or INI that stands in a program's text or comment. */
function isLineOfItsOwn(
  bytes: Uint8Array,
  { nameStart, nameEnd, valueStart, valueEnd, operator }: AssignmentSite,
): boolean {
  if (operator !== 'colon' && operator !== 'assign') return false;
  const next = bytes[valueEnd];
  if (next !== undefined && next !== 0x0a && next !== 0x0d) return false;
  if (bytes.subarray(nameEnd, valueStart).includes(0x0a)) return false;
  let before = nameStart - 1;
  while (before >= 0 && nameStart - before < 64 && isMargin(bytes[before] as number)) before--;
  return (before < 0 || bytes[before] === 0x0a) && isDrawn(latin1(bytes, valueStart, valueEnd));
}

/** Blanks, and what opens a line of a comment or a list. */
const isMargin = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === 0x23 || byte === 0x2a || byte === 0x2d;

function toAssignment(blob: Blob, site: AssignmentSite): Assignment {
  const from = Math.max(0, site.nameStart - around);
  return {
    name: latin1(blob.bytes, site.nameStart, site.nameEnd),
    value: decode(blob.bytes, site.valueStart, site.valueEnd, blob.encoding),
    quoted: site.quoted,
    operator: site.operator,
    path: blob.item.provenance.path,
    window: latin1(blob.bytes, from, site.valueEnd + around),
    at: site.valueStart - from,
  };
}

const anyonesWords = new Set(
  `x my the api app application key keys token tokens secret secrets access client auth authentication authorization bearer password
  passwd pwd pass passphrase id private user account header headers value default master admin service server live test prod
  production dev development sandbox rest http sdk write read ingest webhook signing sign signature personal team org organization
  project integration consumer oauth refresh login license encryption shared primary secondary credential credentials pat base
  management url host endpoint cloud data config env options params subscription developer customer merchant public publishable basic
  session jwt main root full global web site browser mobile partner workspace tenant instance deploy ci bot license`.split(
    /\s+/,
  ),
);

/** True where a name is made of words that any vendor uses. */
const isAnyones = (name: string): boolean =>
  splitWords(name).every(
    (word) =>
      anyonesWords.has(word) ||
      word.length < 2 ||
      /^(?:api|app|auth|access|secret|private|client)+(?:key|token|secret|id)?$/.test(word),
  );

function* namedRules(words: WordIndex, { name, value, window, at }: Assignment): Generator<NamedRule> {
  if (!keyLike.test(value)) return;
  const credential = meansCredential.test(name);
  const told = new Set<NamedRule>();
  const tell = (word: string, also: (rule: NamedRule) => boolean): void => {
    for (const head of words.rules.get(word) ?? []) {
      const rule = head.load() as NamedRule;
      if ((rule.names?.test(name) ?? credential) && rule.value.test(value) && also(rule)) told.add(rule);
    }
  };
  for (const word of wordsIn(words.inName, squeeze(name))) tell(word, () => true);
  // A name that says whose key it is needs no neighbour to say something else: `OTHER_API_KEY` below `DATADOG_API_KEY`.
  if (told.size === 0) {
    const anyones = isAnyones(name.slice(name.lastIndexOf('.') + 1));
    for (const word of wordsIn(words.around, window.slice(0, at).toLowerCase())) {
      tell(word, (rule) => rule.neighbours !== false && (anyones || rule.names !== undefined));
    }
  }
  yield* told;
}

function wordsIn(pattern: RegExp, text: string): Set<string> {
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(pattern)) found.add(squeeze(word));
  return found;
}

import { splitWords } from '../lexicon/index.ts';
import type { Assignment, NamedRule, RuleHead } from '../model/index.ts';
import { ownerOf, ownWords, wordsOfHost } from './owner.ts';
import { squeeze, type WordIndex } from './word-index.ts';

const meansCredential = /key|token|secret|pass|pwd|auth|cred|pat$|bearer/i;
/** What a key without a shape of its own may look like at all: one long run with a digit, or in both cases. */
const keyLike = /^(?=.*(?:\d|[a-z][A-Z]|[A-Z][a-z]))[\w.:+/=-]{14,}$/;
/** A name that ends in a credential, whatever it is called. */
const endsInCredential =
  /(?:key|token|secret|password|passwd|passphrase|pwd|pat|credentials?|auth|authorization|bearer)(?:prod(?:uction)?|live|value|[0-9])?$/;
/** What stands beside it in names of something else. */
const namesOther =
  /client.?(?:token|key)|public|publishable|\bsite|(?<!meili|elastic)search|commit|revision|\bsha\b|hash|digest|checksum|fingerprint|csrf|cache|sort|partition|primary.?key|foreign|read.?only|etag/i;

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

/** What frameworks put before the names of variables. */
const frameworks = new Set(
  'next nuxt vite react expo gatsby vue ng spring quarkus process env import meta window self this'.split(' '),
);

/** True where a name is made of words that any vendor uses. */
const isAnyones = (name: string): boolean =>
  splitWords(name).every(
    (word) =>
      anyonesWords.has(word) ||
      word.length < 2 ||
      /^(?:api|app|auth|access|secret|private|client)+(?:key|token|secret|id)?$/.test(word),
  );

const none: ReadonlySet<NamedRule> = new Set();

/**
 * The rules on values without a shape that an assignment is asked of. The surest sign of whose value it is decides: its
 * own name, then what it stands in, then a host beside it, then any word before it.
 * @param nameStart where the name starts in the assignment's window
 */
export function namedRules(words: WordIndex, assignment: Assignment, nameStart: number): ReadonlySet<NamedRule> {
  const { name, value, at } = assignment;
  if (!keyLike.test(value)) return none;
  const { window } = assignment;
  const taking = (heads: Iterable<RuleHead>): NamedRule[] =>
    [...heads].map((head) => head.load() as NamedRule).filter((rule) => rule.value.test(value));

  const own = taking(headsOf(words, name));
  const byName = first(strict(own, [name]), lenient(own, name));
  if (byName.length > 0) return new Set(byName);
  // A name that says whose key it is needs no neighbour to say something else: `OTHER_API_KEY` below `DATADOG_API_KEY`.
  const last = name.slice(name.lastIndexOf('.') + 1);
  const anyones = isAnyones(last);
  const near = strict(taking(headsAround(words, window.slice(0, at))), [name]).filter(
    (rule) => rule.neighbours !== false && (anyones || rule.names !== undefined),
  );
  if (!anyones) return new Set(near);
  const owner = ownerOf(window, nameStart);
  const full = `${owner.path}.${last}`;
  const holding = taking(headsOf(words, owner.path));
  const hosted = taking(headsOfHosts(words, owner.hosts));
  return new Set(
    first(
      strict(holding, [last, full]),
      strict(hosted, [last, full]),
      near,
      lenient(holding, full),
      lenient(hosted, full),
    ),
  );
}

/** The first list that is not empty. */
const first = <T>(...lists: (readonly T[])[]): readonly T[] => lists.find((list) => list.length > 0) ?? [];

/** The rules that take one of the names. */
const strict = (rules: readonly NamedRule[], names: readonly string[]): NamedRule[] =>
  rules.filter((rule) => names.some((name) => (rule.names ?? meansCredential).test(name)));

/**
 * A vendor's rules on a name that none of them takes and that ends in a credential, whatever the vendor calls it: all of
 * them, unless one is about values made to be public.
 */
const lenient = (rules: readonly NamedRule[], name: string): readonly NamedRule[] =>
  rules.every(({ severity, strict: only }) => severity !== 'note' && only !== true) &&
  endsInCredential.test(squeeze(name)) &&
  !namesOther.test(name)
    ? rules
    : [];

function* headsOf(words: WordIndex, name: string): Generator<RuleHead> {
  for (const word of wordsIn(words.inName, squeeze(name))) yield* words.rules.get(word) ?? [];
  for (const part of name.split('.')) {
    const all = ownWords(part);
    const isOwnName = (word: string): boolean =>
      all.every((other) => other.startsWith(word) || isAnyones(other) || frameworks.has(other));
    for (const word of all) {
      const heads = words.own.get(word);
      if (heads && isOwnName(word)) yield* heads;
    }
  }
}

function* headsOfHosts(words: WordIndex, hosts: readonly string[]): Generator<RuleHead> {
  for (const host of hosts) {
    for (const word of wordsOfHost(host)) yield* words.hosts.get(word) ?? [];
  }
}

function* headsAround(words: WordIndex, text: string): Generator<RuleHead> {
  for (const word of wordsIn(words.around, text.toLowerCase())) yield* words.rules.get(word) ?? [];
}

function wordsIn(pattern: RegExp, text: string): Set<string> {
  const found = new Set<string>();
  for (const [, word = ''] of text.matchAll(pattern)) found.add(squeeze(word));
  return found;
}

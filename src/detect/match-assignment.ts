import type { Assignment, Blob, GenericRule } from '../model/index.ts';
import { type AssignmentSite, readAssignment } from './assignment.ts';
import type { Sink } from './match-pattern.ts';
import { namedRules } from './named-rules.ts';
import { nameAround } from './read-bytes.ts';
import type { Ruleset } from './ruleset.ts';
import { pastScheme } from './scheme.ts';
import { decode, latin1, matchIn } from './window.ts';
import type { WordIndex } from './word-index.ts';

const around = 300;

/** Files of which a bare text after a name is a value, not an expression. */
const isCode =
  /\.(?:[cm]?[jt]sx?|py[wi]?|java|kts?|scala|groovy|go|rb|php\d?|phtml|cs|cpp|cc|cxx|[ch]|hpp|hh|rs|swift|mm?|dart|lua|p[lm]|r|jl|exs?|erl|hrl|hs|clj[cs]?|vue|svelte|astro|sol|ps1|psm1|vb|fs|nim|zig|map|css|s[ac]ss|less|html?|ipynb|sql|graphql|proto|svg|po|feature)$/i;

/**
 * Looks at the name around a credential word: if a literal value is assigned to it, asks the rules that judge by name.
 * @param word its first byte in the blob's section, the byte after it, and whether a statement of SQL may name columns there
 * @returns the byte up to which the name was read, so that its other words are not read again
 */
export function matchAssignment(
  ruleset: Ruleset,
  words: WordIndex,
  blob: Blob,
  word: { readonly start: number; readonly end: number; readonly inInsert: boolean },
  sink: Sink,
): number {
  const name = nameAround(blob.bytes, word.start, word.end);
  const site = readAssignment(blob.bytes, name, word.inInsert);
  if (site === undefined || site.valueEnd <= blob.seen) return name.end;
  const { path } = blob.item.provenance;
  const header = pastScheme(blob.bytes, site);
  if (header) askNamed(words, blob, header, new SiteAssignment(blob, header), sink);
  if (!site.quoted && site.operator !== 'flag' && isCode.test(path) && !standsAlone(blob.bytes, site)) return name.end;
  const assignment = new SiteAssignment(blob, site);
  if (!header) askNamed(words, blob, site, assignment, sink);
  askGeneric(ruleset, blob, site, assignment, sink);
  return name.end;
}

/** Asks the rules that know a vendor's names. */
function askNamed(words: WordIndex, blob: Blob, site: AssignmentSite, assignment: Assignment, sink: Sink): void {
  const { path, name, value: secret } = assignment;
  const span = { start: blob.offset + site.valueStart, end: blob.offset + site.valueEnd };
  const nameStart = assignment.at - (site.valueStart - site.nameStart);
  for (const rule of namedRules(words, assignment, nameStart)) {
    if (rule.paths && !rule.paths.test(path)) continue;
    const seen = matchIn(assignment.window, assignment.at, secret, {}, path);
    const judgement = rule.judge?.(seen) ?? { kind: 'plausible' as const };
    if (judgement.kind === 'held') sink.refused({ ruleId: rule.id, reason: judgement.reason, ...span });
    else sink.found({ rule, blob, span, secret, name, judgement, evidence: [] });
  }
}

/** Asks the rules that know no vendor. */
function askGeneric(ruleset: Ruleset, blob: Blob, site: AssignmentSite, assignment: Assignment, sink: Sink): void {
  const { path, name, value: secret } = assignment;
  const span = { start: blob.offset + site.valueStart, end: blob.offset + site.valueEnd };
  for (const head of ruleset.generic) {
    const rule = head.load() as GenericRule;
    if (rule.paths && !rule.paths.test(path)) continue;
    const judgement = rule.judge(assignment);
    if (judgement.kind === 'held') {
      const { reason, detail } = judgement;
      sink.refused({ ruleId: rule.id, reason, ...span, ...(detail === undefined ? {} : { detail }) });
    } else sink.found({ rule, blob, span, secret, name, judgement, evidence: [] });
  }
}

/** What no program holds without quotes: a long run with several digits that neither opens nor is a number. */
const isDrawn = (text: string): boolean =>
  /^(?!0x|\d+$)[A-Za-z0-9+/]{16,}={0,2}$/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 3;

/** True where a text without quotes is a value even in a program: a line of a text, or a parameter of an address or command. */
const standsAlone = (bytes: Uint8Array, site: AssignmentSite): boolean =>
  isParameter(bytes, site) || isLineOfItsOwn(bytes, site);

const openers: ReadonlySet<number | undefined> = new Set(Buffer.from('?&\'"`'));

/** `?name=value` and `&name=value` in an address, `'NAME=value'` in a command. */
function isParameter(bytes: Uint8Array, { nameStart, nameEnd, valueStart, valueEnd }: AssignmentSite): boolean {
  const before = bytes[nameStart - 1];
  if (!openers.has(before) || valueStart !== nameEnd + 1) return false;
  return isDrawn(latin1(bytes, valueStart, valueEnd).replace(/[_-]/g, ''));
}

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

/** An assignment as rules see it. Most are refused by name and value alone: the text around is read only when asked for. */
class SiteAssignment implements Assignment {
  readonly name: string;
  readonly value: string;
  readonly quoted: boolean;
  readonly operator: Assignment['operator'];
  readonly path: string;
  readonly at: number;
  readonly #bytes: Uint8Array;
  readonly #from: number;
  readonly #to: number;
  #window: string | undefined;

  constructor({ bytes, encoding, item }: Blob, site: AssignmentSite) {
    this.name = latin1(bytes, site.nameStart, site.nameEnd);
    this.value = decode(bytes, site.valueStart, site.valueEnd, encoding);
    this.quoted = site.quoted;
    this.operator = site.operator;
    this.path = item.provenance.path;
    this.#bytes = bytes;
    this.#from = Math.max(0, site.nameStart - around);
    this.#to = site.valueEnd + around;
    this.at = site.valueStart - this.#from;
  }

  get window(): string {
    this.#window ??= latin1(this.#bytes, this.#from, this.#to);
    return this.#window;
  }
}

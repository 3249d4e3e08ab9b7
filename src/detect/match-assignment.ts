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
  const header = pastScheme(blob.bytes, site);
  if (header) askNamed(words, blob, header, sink);
  if (!site.quoted && site.operator !== 'flag' && isCode.test(path) && !standsAlone(blob.bytes, site)) return name.end;
  if (!header) askNamed(words, blob, site, sink);
  askGeneric(ruleset, blob, site, sink);
  return name.end;
}

/** Asks the rules that know a vendor's names. */
function askNamed(words: WordIndex, blob: Blob, site: AssignmentSite, sink: Sink): void {
  const assignment = toAssignment(blob, site);
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
function askGeneric(ruleset: Ruleset, blob: Blob, site: AssignmentSite, sink: Sink): void {
  const assignment = toAssignment(blob, site);
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

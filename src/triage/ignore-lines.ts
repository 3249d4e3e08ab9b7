import { type IgnoreEntry, isWeak } from './ignore-entry.ts';

/** A line that is no entry: its number, from 1, and what is wrong. The line's text is never repeated. */
export interface BrokenLine {
  readonly line: number;
  readonly problem: string;
}

const texts = ['rule', 'fingerprint', 'reason', 'path', 'owner', 'expires'] as const;
const known = new Set<string>([...texts, 'exposed']);

/** True for a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Reads the text of an ignore file. Order, duplicates, empty lines and line ends do not matter, so that a merge of two
 * branches by union is always good.
 */
export function parseIgnores(text: string): { entries: IgnoreEntry[]; broken: BrokenLine[] } {
  const entries: IgnoreEntry[] = [];
  const broken: BrokenLine[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (raw.trim() === '') continue;
    const read = readLine(raw);
    if (typeof read === 'string') broken.push({ line: index + 1, problem: read });
    else entries.push(read);
  }
  return { entries, broken };
}

/** The entry of a line, or what is wrong with it. */
function readLine(line: string): IgnoreEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own message quotes the text.
    return 'not a JSON object on one line';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not a JSON object on one line';
  const entry = value as Record<string, unknown>;
  if (Object.keys(entry).some((key) => !known.has(key))) return `a key that is none of ${[...known].join(', ')}`;
  for (const key of texts) {
    const given = entry[key];
    if (given !== undefined && (typeof given !== 'string' || given.trim() === '')) return `${key} is not a text`;
  }
  if (entry['exposed'] !== undefined && typeof entry['exposed'] !== 'boolean') return 'exposed is not true or false';
  const { rule, fingerprint, reason, path, expires } = entry as { [key in (typeof texts)[number]]?: string };
  if (!rule || !fingerprint) return 'rule or fingerprint is missing';
  if (!/^~?[A-Za-z0-9_-]{3,64}$/.test(fingerprint)) return 'fingerprint is not one that a report prints';
  if (!reason) return 'reason is missing';
  if (isWeak(fingerprint) && !path) return 'path is missing: this secret could be guessed, so a place is needed too';
  if (expires !== undefined && !isDay(expires)) return 'expires is not a day as YYYY-MM-DD';
  return entry as unknown as IgnoreEntry;
}

const keyOrder = ['rule', 'fingerprint', 'path', 'reason', 'owner', 'expires', 'exposed'] as const;

const sortKey = ({ rule, fingerprint, path = '' }: IgnoreEntry): string => `${rule}\0${fingerprint}\0${path}`;

/**
 * The text of an ignore file: one entry a line, in the order of rule, fingerprint and path, each once (of two for the
 * same secret and place the later given stays), keys in one order. The same entries give the same bytes.
 */
export function formatIgnores(entries: Iterable<IgnoreEntry>): string {
  const byKey = new Map<string, IgnoreEntry>();
  for (const entry of entries) byKey.set(sortKey(entry), entry);
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.map(([, entry]) => `${JSON.stringify(entry, [...keyOrder])}\n`).join('');
}

import type { PatternRule } from '../model/index.ts';

/** An example that does not come out as it says. */
export interface FailedExample {
  readonly list: 'leaks' | 'clean';
  /** Position in its list, from 0. */
  readonly index: number;
  readonly problem: string;
}

/** Runs a rule's examples the plain way: pattern, anchors and words near, without prefilter or windows. */
export function runExamples(rule: PatternRule): FailedExample[] {
  const failed: FailedExample[] = [];
  const { leaks, clean } = rule.examples();
  for (const [index, { text, secret, path = 'file.txt' }] of leaks.entries()) {
    const found = secretsIn(rule, text, path);
    const problem =
      secret === ''
        ? 'secret is empty'
        : found === undefined
          ? 'no anchor stands in it, or it is not a path or near a word that the rule asks for'
          : found.includes(asBytes(secret))
            ? undefined
            : 'the pattern does not find exactly this secret';
    if (problem) failed.push({ list: 'leaks', index, problem });
  }
  for (const [index, example] of clean.entries()) {
    const { text, path = 'file.txt' } = typeof example === 'string' ? { text: example } : example;
    if (secretsIn(rule, text, path)?.length)
      failed.push({ list: 'clean', index, problem: 'the pattern finds a secret' });
  }
  return failed;
}

/** One character a byte, as the engine sees it. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1');

/** The secrets a rule finds in a text; nothing where it does not look at all. */
function secretsIn(rule: PatternRule, given: string, path: string): string[] | undefined {
  const text = asBytes(given);
  const lower = text.toLowerCase();
  if (rule.paths && !rule.paths.test(path)) return undefined;
  if (!rule.anchors.some((anchor) => holds(text, lower, anchor))) return undefined;
  if (rule.near && !rule.near.words.some((word) => lower.includes(word.toLowerCase()))) return undefined;
  const all = text.matchAll(new RegExp(rule.pattern.source, `${rule.pattern.flags}g`));
  return [...all].map((match) => match.groups?.['secret'] ?? '');
}

const holds = (text: string, lower: string, anchor: string): boolean =>
  anchor.startsWith('i:') ? lower.includes(anchor.slice(2).toLowerCase()) : text.includes(anchor);

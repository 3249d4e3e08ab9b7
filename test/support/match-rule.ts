import type { Clean, Judgement, Leak, Match, NamedRule, PatternRule, Rule } from '../../src/model/index.ts';

export interface Found {
  readonly secret: string;
  readonly start: number;
  readonly judgement: Judgement;
}

/** What a rule alone says of a text: the obvious way, without prefilter or windows, to compare the engine with. */
export function matchRule(rule: Rule, text: string, path: string): Found[] {
  switch (rule.kind) {
    case 'pattern':
      return matchPattern(rule, text, path);
    case 'named':
      return matchNamed(rule, text, path);
    default:
      throw new Error(`no plain reading of a ${rule.kind} rule`);
  }
}

const near =
  (window: string, at: number) =>
  (words: readonly string[], bytes = window.length) => {
    const around = window.slice(Math.max(0, at - bytes), at + bytes).toLowerCase();
    return words.some((word) => around.includes(word.toLowerCase()));
  };

const matchOf = (secret: string, groups: Match['groups'], window: string, at: number, path: string): Match => ({
  secret,
  groups,
  window,
  at,
  path,
  near: near(window, at),
});

function matchPattern(rule: PatternRule, text: string, path: string): Found[] {
  if (rule.paths && !rule.paths.test(path)) return [];
  const anchored = rule.anchors.some((anchor) =>
    anchor.startsWith('i:') ? text.toLowerCase().includes(anchor.slice(2).toLowerCase()) : text.includes(anchor),
  );
  if (!anchored) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(new RegExp(rule.pattern.source, `${rule.pattern.flags}dg`))) {
    const [start] = match.indices?.groups?.['secret'] ?? [0];
    const secret = match.groups?.['secret'] ?? '';
    if (rule.near && !near(`${path}\n${text}`, path.length + 1 + start)(rule.near.words, rule.near.bytes)) continue;
    const judgement = rule.judge?.(matchOf(secret, match.groups ?? {}, text, start, path)) ?? { kind: 'plausible' };
    if (judgement.kind !== 'held') found.push({ secret, start, judgement });
  }
  return found;
}

/** A name, an operator and a value, in the commonest spellings only. */
const assignment = /(?<name>[A-Za-z_][\w.-]*)["'\]]{0,2}\s{0,3}(?:=>|:=|=|:)\s{0,3}["'`]?(?<value>[\w.+/=:~$-]{8,})/dg;
const meansCredential = /key|token|secret|pass|pwd|auth|cred|pat\b|sid|dsn/i;

function matchNamed(rule: NamedRule, text: string, path: string): Found[] {
  if (rule.paths && !rule.paths.test(path)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(assignment)) {
    const { name = '', value = '' } = match.groups ?? {};
    const [start] = match.indices?.groups?.['value'] ?? [0];
    const parts = name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((part) => part.toLowerCase());
    const squeezed = name.toLowerCase().replace(/[-_.]/g, '');
    const named = rule.words.some((word) =>
      word.startsWith('=') ? parts[0] === word.slice(1) : squeezed.includes(word.replace(/[-_. ]/g, '')),
    );
    const nearby = rule.neighbours !== false && near(text, start)(rule.words, 300);
    if (!(named || nearby) || !(rule.names ?? meansCredential).test(name) || !rule.value.test(value)) continue;
    const judgement = rule.judge?.(matchOf(value, match.groups ?? {}, text, start, path)) ?? { kind: 'plausible' };
    if (judgement.kind !== 'held') found.push({ secret: value, start, judgement });
  }
  return found;
}

export const textOf = (example: Clean | Leak): string => (typeof example === 'string' ? example : example.text);
export const pathOf = (example: Clean | Leak): string =>
  typeof example === 'string' ? 'file.txt' : (example.path ?? 'file.txt');

import { conditionIn, type Range, type Reading } from '../../syntax/outline/index.ts';
import type { Part } from './parts.ts';

/** Blocks of Svelte's markup. */
const block = /\{\s*(?:#(if|each|await|key|snippet)\b|(:else\s+if|:else)\b|\/(if|each|await|key|snippet)\s*\})/g;
const mostExpression = 300;
const mostElements = 200;

/** The parts of a component without the markup that its compiler and the minifier leave out. */
export function shownOf(path: string, text: string, parts: readonly Part[], reading: Reading): readonly Part[] {
  if (!reading.dropsBranches) return parts;
  const scripts = parts.filter(({ kind }) => kind === 'script').map(({ start, end }) => text.slice(start, end));
  const dead = [
    ...(path.endsWith('.svelte') ? deadBlocks(text, decider(scripts, reading)) : []),
    // What a template of Vue is told of a build comes from the script, and is not seen through.
    ...(path.endsWith('.vue') ? unshown(text, decider(scripts, { ...reading, known: {} })) : []),
    ...(reading.dropsTags ?? []).flatMap((tag) => elements(text, new RegExp(`<${tag}\\b[^<>]*>`, 'g'))),
  ];
  return dead.length === 0 ? parts : parts.flatMap((part) => (part.kind === 'markup' ? without(part, dead) : [part]));
}

type Decide = (expression: string) => boolean | undefined;

function decider(scripts: readonly string[], reading: Reading): Decide {
  const known = new Map<string, boolean | undefined>();
  return (expression) => {
    if (!known.has(expression)) known.set(expression, conditionIn(scripts.join('\n;'), expression, reading));
    return known.get(expression);
  };
}

/** Branches of `{#if}` that are never shown. */
function deadBlocks(text: string, decide: Decide): Range[] {
  if (!/\{#(?:if|snippet)\b/.test(text)) return [];
  const dead: Range[] = [];
  const open: { kind: string; from: number; shown: boolean | undefined; taken: boolean }[] = [];
  for (const { 0: whole, 1: kind, 2: other, 3: close, index } of text.matchAll(block)) {
    const at = index + whole.length;
    const last = open.at(-1);
    if (kind !== undefined) {
      const shown = kind === 'if' ? decide(expressionAt(text, at)) : kind !== 'snippet' || isNamed(text, at);
      open.push({ kind, from: at, shown, taken: kind === 'if' && shown === true });
    } else if (last && (other !== undefined || close === last.kind)) {
      if (last.shown === false) dead.push({ start: last.from, end: index });
      if (close !== undefined) open.pop();
      else {
        const isLast = other === ':else';
        last.shown = last.taken ? false : isLast ? true : decide(expressionAt(text, at));
        last.taken ||= !isLast && last.shown === true;
        last.from = at;
      }
    }
  }
  return dead;
}

/** Whether a snippet is rendered, or handed to the component around it. */
function isNamed(text: string, at: number): boolean {
  const name = /^\s{0,8}([\w$]{1,80})/.exec(text.slice(at, at + 100))?.[1];
  const markup = text.slice(Math.max(0, at - 6_000, text.lastIndexOf('</script', at)), at);
  const isInside = markup.search(/<[A-Z]/) >= 0 && markup.lastIndexOf('</', at) < markup.search(/<[A-Z]/);
  return name === undefined || isInside || text.split(new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`)).length > 2;
}

/** The text up to the bracket that closes a block's opening. */
function expressionAt(text: string, at: number): string {
  let depth = 0;
  for (let next = at; next < Math.min(text.length, at + mostExpression); next++) {
    if (text[next] === '{') depth++;
    if (text[next] === '}' && depth-- === 0) return text.slice(at, next);
  }
  return '';
}

const unshown = (text: string, decide: Decide): Range[] => [
  ...deadElements(text, decide),
  ...otherElements(text, decide),
];

/** Elements with a `v-if` that never holds. */
function deadElements(text: string, decide: Decide): Range[] {
  if (!/v-(?:else-)?if\s*=/.test(text)) return [];
  return elements(text, /<[A-Za-z][\w.-]{0,60}\s(?:[^<>"']|"[^"]{0,400}"|'[^']{0,400}'){0,400}>/g, (tag) => {
    const condition = /\sv-(?:else-)?if\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})')/.exec(tag);
    return condition !== null && decide(condition[1] ?? condition[2] ?? '') === false;
  });
}

/** Elements with a `v-else` after one that is always shown. */
function otherElements(text: string, decide: Decide): Range[] {
  if (!/v-else/.test(text)) return [];
  return elements(text, /<[A-Za-z][\w.-]{0,60}\s(?:[^<>"']|"[^"]{0,400}"|'[^']{0,400}'){0,400}>/g, (tag) => {
    const condition = /\sv-if\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})')/.exec(tag);
    return condition !== null && decide(condition[1] ?? condition[2] ?? '') === true;
  }).flatMap(({ end }) => {
    const next = /^\s{0,200}<[A-Za-z][\w.-]{0,60}\s(?:[^<>"']|"[^"]{0,400}"|'[^']{0,400}'){0,400}>/.exec(
      text.slice(end, end + 4_000),
    );
    const tag = next?.[0].trim();
    if (!next || tag === undefined || !/\sv-else\b/.test(tag)) return [];
    const start = end + next[0].length - tag.length;
    return [{ start, end: tag.endsWith('/>') ? start + tag.length : endOf(text, tag, start) }];
  });
}

/** From the opening tags that fit to the ends of their elements. */
function elements(text: string, opening: RegExp, fits: (tag: string) => boolean = () => true): Range[] {
  const found: Range[] = [];
  for (const { 0: tag, index } of text.matchAll(opening)) {
    if (found.length >= mostElements) break;
    if (found.some(({ start, end }) => index >= start && index < end) || !fits(tag)) continue;
    found.push({ start: index, end: tag.endsWith('/>') ? index + tag.length : endOf(text, tag, index) });
  }
  return found;
}

function endOf(text: string, tag: string, index: number): number {
  const name = /^<([\w.-]+)/.exec(tag)?.[1] ?? '';
  let depth = 0;
  const same = new RegExp(
    `<(/?)${name.replaceAll('.', '\\.')}(?:\\s(?:[^<>"']|"[^"]{0,400}"|'[^']{0,400}'){0,400})?>`,
    'g',
  );
  same.lastIndex = index;
  for (let match = same.exec(text); match; match = same.exec(text)) {
    if (match[1] === '/') depth--;
    else if (!match[0].endsWith('/>')) depth++;
    if (depth === 0) return match.index + match[0].length;
  }
  // An element without an end: nothing is known of what follows.
  return index + tag.length;
}

function without(part: Part, dead: readonly Range[]): Part[] {
  let pieces = [part];
  for (const { start, end } of dead)
    pieces = pieces.flatMap((piece) =>
      start >= piece.end || end <= piece.start
        ? [piece]
        : [
            ...(start > piece.start ? [{ ...piece, end: start }] : []),
            ...(end < piece.end ? [{ ...piece, start: end }] : []),
          ],
    );
  return pieces;
}

// Judges how the time of a pattern grows: by recheck's automaton, or by measuring on the worst texts recheck can think of.
import { createContext, Script } from 'node:vm';

/** Where a token may start, as the rule-kit writes it: assertions of fixed width, which cost the same everywhere. */
const boundary = /^\(\?:(?:\(\?<[!=][^()]*\)\|?)+\)/;
const lookbehind = /^\(\?<[!=](?:[^()\\]|\\.)*\)/;
const lookahead = /^(\^?)\(\?([!=])/;

/**
 * Texts of patterns that together cost what the pattern costs, in forms the automaton knows: leading assertions of
 * fixed width are left out, leading look-aheads stand alone, closing ones consume, long repeats are endless.
 */
export function partsOf(source) {
  const bare = source.replace(boundary, '').replace(lookbehind, '').replace(lookbehind, '');
  const ahead = lookahead.exec(bare);
  if (ahead) {
    const end = closing(bare, ahead[1].length);
    const inside = bare.slice(ahead[0].length, end);
    return [`${ahead[1]}(?:${inside})`, ...partsOf(ahead[1] + bare.slice(end + 1))];
  }
  return [endless(consuming(bare))];
}

/** Where the group that opens at `start` closes. */
function closing(source, start) {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(source, at);
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at;
  }
  throw new Error(`a group does not close: ${source}`);
}

function endOfClass(source, start) {
  let at = start + 1;
  while (source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}

/** `(?![a-z])` at the end says the same as `(?:[^a-z]|$)` there, and `(?=…)` the same as what it looks for. */
const consuming = (source) =>
  source
    .replace(/\(\?!\[\^?((?:[^\]\\]|\\.)*)\]\)$/, (whole, inside) =>
      whole.startsWith('(?![^') ? `(?:[${inside}]|$)` : `(?:[^${inside}]|$)`,
    )
    .replace(/\(\?=((?:[^()\\]|\\.)*)\)$/, '(?:$1)')
    .replace(/\(\?!([^()\\|[\]]|\\.)\)$/, '(?:[^$1]|$)');

const few = 10;

/** Repeats of up to more than a few times become endless ones: what is linear then has no large constant either. */
function endless(source) {
  let text = '';
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    const repeat = character === '{' ? /^\{(\d+),(\d+)\}/.exec(source.slice(at)) : null;
    if (character === '\\') text += character + source[++at];
    else if (character === '[') {
      const end = endOfClass(source, at);
      text += source.slice(at, end + 1);
      at = end;
    } else if (repeat && Number(repeat[2]) > few) {
      text += repeat[1] === '0' ? '*' : '+';
      at += repeat[0].length - 1;
    } else text += character;
  }
  return text;
}

/** Milliseconds after which going over a text is given up. */
const longestRun = 2_000;
/** A pattern that takes longer on its worst text is refused. */
export const mostNanosecondsPerByte = 500;

/**
 * @param check recheck's function of that name
 * @param pattern `source`, `flags`, and `measuredOn`: bytes of the longest text it is measured on
 * @param examples texts that the pattern matches, if any
 * @returns a verdict to be stored, or why there is none
 */
export async function judgePattern(check, { source, flags, measuredOn: window }, examples, timeout) {
  const attacks = [];
  let linear = true;
  for (const part of partsOf(source)) {
    const { status, attack } = await check(part, flags, { checker: 'automaton', timeout, randomSeed: 1 });
    if (status === 'safe') continue;
    linear = false;
    if (attack) attacks.push(attack);
  }
  if (linear) return { verdict: 'linear' };
  if (attacks.length === 0) {
    const { attack } = await check(source, flags, {
      checker: 'fuzz',
      timeout,
      randomSeed: 1,
      attackLimit: 100_000_000,
    });
    if (attack) attacks.push(attack);
  }
  const texts = [
    ...attacks.map((attack) => attackText(attack, window)),
    ...[...examples, ...hostile].flatMap((text) => nearMisses(text, window)),
  ];
  let nanosecondsPerByte = 1;
  for (const text of texts) {
    nanosecondsPerByte = Math.max(nanosecondsPerByte, Math.ceil(measure(source, flags, text)));
    if (nanosecondsPerByte <= mostNanosecondsPerByte) continue;
    const like = JSON.stringify(text.length > 60 ? `${text.slice(0, 30)}…${text.slice(-29)}` : text);
    return { problem: `more than ${mostNanosecondsPerByte} ns a byte on ${window} bytes like ${like}` };
  }
  return { verdict: { window, nanosecondsPerByte } };
}

/** An attack of recheck, repeated until it fills the window. */
function attackText({ pumps, suffix }, window) {
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  const room = Math.max(0, window - fixed) / pumps.length;
  return (
    pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.max(1, Math.floor(room / pump.length)))).join('') + suffix
  );
}

/** Texts that try the usual weak spots: long runs of one kind of character, names, quotes, brackets. */
const hostile = [
  'aaa',
  '000',
  'a0',
  '\t\t',
  '\n\n',
  '===',
  '---',
  '...',
  '///',
  '\\\\',
  '"\'`',
  '{{',
  '<<',
  '((',
  'key ',
  'a.b.c',
  '- a',
];

/** What almost matches, again and again: cut at several places, and with its middle drawn out. */
function nearMisses(text, window) {
  const cuts = [1, 0.9, 0.5, 0.1].map((part) => text.slice(0, Math.max(1, Math.floor((text.length - 1) * part))));
  const long = cuts.map((cut) => cut + (cut.at(-1) ?? 'a').repeat(Math.max(0, window - cut.length)));
  return [...cuts.map((cut) => cut.repeat(Math.ceil(window / cut.length)).slice(0, window)), ...long];
}

/** Nanoseconds a byte that the pattern needs to go over a text: the best of a few runs. Infinite where it takes too long. */
function measure(source, flags, text) {
  const context = createContext({ pattern: new RegExp(source, `${flags.replace(/[dgy]/g, '')}g`), text });
  const times = Math.max(1, Math.floor(20_000 / text.length));
  const script = new Script(`for (let time = 0; time < ${times}; time++) text.replace(pattern, '');`);
  let best = Number.POSITIVE_INFINITY;
  try {
    for (let run = 0; run < 5; run++) {
      const started = process.hrtime.bigint();
      script.runInContext(context, { timeout: longestRun });
      best = Math.min(best, Number(process.hrtime.bigint() - started) / times / text.length);
    }
  } catch (error) {
    if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  }
  return best;
}

// Fills the places of a written corpus with values drawn from a seed: ⟦ww⟧ a password of words, ⟦h32⟧ 32 hexadecimal digits.

const words =
  `amber anchor apple arrow autumn badger bamboo barrel basket beacon berry bishop blanket bottle bridge bronze
butter cactus camel candle canyon carrot castle cedar cherry cliff clover cobalt comet copper coral cotton cricket crystal
dagger daisy desert diamond dolphin dragon eagle ember falcon feather fiddle forest fox garden ginger glacier granite hammer
harbor hazel heron honey hunter island ivory jaguar jasmine jungle kettle ladder lagoon lantern lemon leopard lizard lobster
magnet mango maple marble meadow melon mirror monkey mountain mustard nectar needle ocean olive orange orchid otter oyster
panda paper parrot pebble pepper pilot pirate planet plum pocket pony poplar prairie pumpkin quartz rabbit raven river rocket
saddle saffron salmon sapphire shadow silver snow sparrow spider spring squirrel storm summer sunny sunset swan thunder tiger
timber tomato topaz tulip turtle valley velvet violet walnut water whale willow winter wizard wolf zebra`.split(/\s+/);
const names =
  `anna boris carlos dmitri elena felix greta hannah igor jonas karin lukas marco nadia oscar paula rafael sofia tomas
ursula viktor wanda yusuf zoe katrin marcus peter simon teresa andrea bruno clara diego emma frank george`.split(/\s+/);

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const b62 = lower + lower.toUpperCase() + digits;

/** Numbers of 32 bits, the same for the same seed. */
function numbers(seed) {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** What draws values: `(kind) => text`. @param seed another seed gives other values everywhere */
export function filler(seed) {
  const next = numbers(seed);
  const pick = (from) => from[next() % from.length];
  const many = (from, length) => {
    let text = '';
    while (text.length < length) {
      const one = pick(from);
      if (!text.endsWith(one + one)) text += one;
    }
    return text;
  };
  const capital = (word) => word[0].toUpperCase() + word.slice(1);
  const bytes = (length) => Buffer.from(Array.from({ length }, () => next() & 255));
  const joined = () => {
    const [a, b, c] = [pick(words), pick(words), pick(words)];
    const number = many(digits, 1 + (next() % 4));
    return pick([
      () => `${a}${b}${number}`,
      () => `${capital(a)}${capital(b)}${number}`,
      () => `${capital(a)}${capital(b)}${capital(c)}${number}`,
      () => `${a}-${b}-${c}-${number}`,
      () => `${capital(a)}${number}!`,
      () => `${a}${b}${c}${number}`,
      () => `${a}_${b}${number}`,
      () => `${capital(a)}@${number}${b}`,
      () => `${a.replace(/a/, '@').replace(/o/, '0')}${capital(b)}${number}`,
    ])();
  };
  const named = () => {
    const [name, year] = [pick(names), 1960 + (next() % 63)];
    return pick([
      () => `${name}${year}`,
      () => `${capital(name)}${year}!`,
      () => `${name}_${year}`,
      () => `${capital(name)}@${year}`,
      () => `${name}${pick(words)}${year % 100}`,
    ])();
  };
  const letters = () => many(lower, 7 + (next() % 4));
  const strong = () =>
    `${many(b62, 4)}${pick(['!', '#', '@', '$'])}${many(b62, 5)}${pick(['*', '&', '%', '!'])}${many(b62, 3)}`;
  const uuid = () => many('0123456789abcdef', 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  const pem = () =>
    bytes(144)
      .toString('base64')
      .match(/.{1,64}/g)
      .join('\\n');
  const whole = {
    ww: joined,
    ny: named,
    lw: letters,
    lo: () => letters() + many(digits, 1 + (next() % 3)),
    st: strong,
    uuid,
    pem,
  };
  whole.basic = () => Buffer.from(`${pick(names)}:${joined()}`).toString('base64');
  whole.B64 = () => bytes(64).toString('base64');
  const sized = {
    r: (length) => many(b62, length),
    l: (length) => many(lower + digits, length),
    h: (length) => many('0123456789abcdef', length),
    H: (length) => many('0123456789ABCDEF', length),
    U: (length) => many('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', length),
    u: (length) => many(b62, 1) + many(`${b62}-_`, length - 2) + many(b62, 1),
    n: (length) => many(digits.slice(1), length),
    d: (length) => many(`${lower}${digits}!@#$%^&*(-_=+)`, length),
    s: (length) => many(`${b62}!@#$%^&*()-_[]{}<>~+=,.;:/?|`, length),
    b: (length) => bytes(length).toString('base64'),
  };
  return (kind) => {
    if (whole[kind]) return whole[kind]();
    const [, letter, length] = /^([a-zA-Z])(\d+)$/.exec(kind) ?? [];
    if (!sized[letter]) throw new Error(`⟦${kind}⟧ is no kind of value`);
    return sized[letter](Number(length));
  };
}

/**
 * The files of a corpus: `@ language path` starts one, `+ ` a line with a secret in each of its places, `- ` a harmless
 * line, two blanks a line that is not judged.
 * @returns `{ language, path, text, lines: [{ number, leaks, places: [{ start, end }] }] }`, places in bytes
 */
export function filesOf(corpus, seed) {
  const fill = filler(seed);
  const files = [];
  let file;
  for (const row of corpus.split('\n')) {
    const [, language, path] = /^@ (\S+) (.+)$/.exec(row) ?? [];
    if (language) {
      file = { language, path, text: '', lines: [] };
      files.push(file);
    } else if (row !== '') {
      const line = { number: file.text.split('\n').length, leaks: row[0] === '+', places: [], judged: row[0] !== ' ' };
      const base = Buffer.byteLength(file.text);
      let text = '';
      let last = 0;
      const body = row.slice(2);
      for (const { 0: place, 1: kind, index } of body.matchAll(/⟦(\w+)⟧/g)) {
        text += body.slice(last, index);
        const value = fill(kind);
        const start = base + Buffer.byteLength(text);
        text += value;
        line.places.push({ start, end: start + Buffer.byteLength(value) });
        last = index + place.length;
      }
      text += body.slice(last);
      line.start = base;
      file.text += `${text}\n`;
      line.end = base + Buffer.byteLength(text);
      // What opens a secret of several lines has no place of its own.
      if (line.leaks && line.places.length === 0) line.places.push({ start: line.start, end: line.end });
      if (line.judged) file.lines.push(line);
    }
  }
  return files;
}

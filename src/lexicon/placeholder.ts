import { splitWords } from './words.ts';

/** Words of which one makes a value a placeholder wherever it stands as a word of its own. */
const telling = new Set(
  `example examples sample placeholder changeme change changeit replace replaceme todo fixme dummy fake redacted masked hidden
  insert enter yours your my mine put goes here xxx xxxx foo bar baz foobar lorem ipsum none null undefined nil empty
  test testing tests tester mock stub demo default invalid wrong bogus notreal nonexistent
  somesecret sometoken some anything whatever something value string text ellipsis tbd unused deadbeef`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whole values that are a word for "no value": they carry no digit and no case of their own. */
const whole = new Set(
  `password passwd pwd pass secret token key apikey credential credentials auth username user login admin root guest
  postgres mysql mariadb mongo redis rabbitmq test none null undefined true false yes no on off n/a na nil unknown public private
  required optional hidden text string number boolean object array function default value basic bearer digest oauth jwt
  hunter2 letmein qwerty`
    .split(/\s+/)
    .filter(Boolean),
);

const shapes = [
  /^<[^<>]*>$/, // <your-token>
  /^\[[^[\]]*\]$/, // [token]
  /[*•●]{3,}/, // masked
  /\.{3}|…/, // elided
  /(?:^|[^A-Za-z0-9])[xX]{3,}(?:[^A-Za-z0-9]|$)/, // xxxx
  /([xX#?_-])\1{5,}/, // a run of one filler
  /^(?:0+|1+|9+)$/,
  /^1234(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?$/,
];

/** True where a text is shaped like a placeholder: masked, elided, filled with one character, in pointed brackets. */
export const hasPlaceholderShape = (text: string): boolean => shapes.some((shape) => shape.test(text));

/** True where a text is one of the words that stand for a value. */
export const isPlaceholderWord = (text: string): boolean => {
  const lower = text.toLowerCase();
  return whole.has(lower) || (/[0-9@$]/.test(lower) && whole.has(asLetters(lower)));
};

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };

/** `p4ssw0rd` as the word it is read as. */
const asLetters = (text: string): string => text.replace(/[013457@$]/g, (sign) => letters[sign] ?? sign);

/** The word that makes a text a placeholder, where it holds one: `your-api-key`, `EXAMPLEKEY`, `test_secret`. */
export function placeholderWord(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (
    /example|placeholder|changeme|change[-_ ]?me|your[-_ ]|[-_ ]here\b|dummy|replace[-_ ]?(?:me|with)|redacted/.test(
      lower,
    )
  )
    return 'example';
  return splitWords(text).find((word) => telling.has(word));
}

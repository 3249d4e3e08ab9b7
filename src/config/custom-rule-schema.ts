import * as v from 'valibot';
import { confidences, severities } from '../model/index.ts';

const line = (text: string) => v.pipe(v.string(), v.minLength(1), v.maxLength(1_000), v.description(text));
const words = (text: string) =>
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1), v.maxLength(100), v.description(text));
const bytes = (text: string) =>
  v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_096), v.description(text)));

const exampleText =
  '{b62:32} stands for 32 made-up characters; also dig, hex, HEX, b32, b36l, b58, b62, b64, b64u, letters.';
const path = v.optional(line('The file the text stands in.'));

const leak = v.strictObject({
  text: line(`A text with {value} where the secret stands. ${exampleText}`),
  value: line(`The secret. ${exampleText}`),
  path,
});
const clean = v.union([
  line(`A text the rule leaves alone. ${exampleText}`),
  v.strictObject({ text: line('The text.'), path }),
]);

/** A pattern rule in a configuration file: the fields of a built-in one, patterns as texts. */
export const customRuleSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
    v.maxLength(80),
    v.description('Lower case with hyphens: who issues it, then what it is.'),
  ),
  title: line('What leaked, in a few words.'),
  severity: v.pipe(v.picklist(severities), v.description('How grave a leak is.')),
  confidence: v.optional(v.pipe(v.picklist(confidences), v.description('What a bare match is worth. Default: high.'))),
  description: line('What the holder of the secret can do.'),
  remediation: line('Where and how to revoke it.'),
  references: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^https:\/\/\S+$/), v.description('An https address.'))),
    v.minLength(1),
    v.maxLength(20),
    v.description('Where this is documented.'),
  ),
  environment: v.optional(words('The environment variables that programs read it from, best first.')),
  supersedes: v.optional(words('Ids of rules that yield to this one on the same text.')),
  anchors: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^(?:i:)?[\x20-\x7e]{3,}$/))),
    v.minLength(1),
    v.maxLength(100),
    v.description(
      'Texts of three ASCII characters or more, one of which stands in every match; i: before, in any case.',
    ),
  ),
  pattern: v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(1_000),
    v.description('A JavaScript pattern with one group named secret: (?<secret>acme_[a-z0-9]{32}).'),
  ),
  flags: v.optional(v.pipe(v.picklist(['', 'i']), v.description('i: in any case.'))),
  reach: v.optional(
    v.strictObject({
      before: bytes('Bytes before an anchor that the pattern needs. Default: 128.'),
      after: bytes('Bytes from an anchor on that the pattern needs. Default: 512.'),
    }),
  ),
  near: v.optional(
    v.strictObject({
      words: words('Words, one of which must stand near the secret, in any case.'),
      bytes: bytes('How near.'),
    }),
  ),
  paths: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.maxLength(1_000),
      v.description('A JavaScript pattern for the paths it applies to.'),
    ),
  ),
  binary: v.optional(v.pipe(v.boolean(), v.description('Runs on binary contents too.'))),
  random: v.optional(v.pipe(v.boolean(), v.description('False for values that people choose. Default: true.'))),
  examples: v.strictObject({
    leaks: v.pipe(v.array(leak), v.minLength(1), v.maxLength(50), v.description('Texts in which it is found.')),
    clean: v.pipe(v.array(clean), v.minLength(1), v.maxLength(50), v.description('Texts that it leaves alone.')),
  }),
});

export type CustomRule = v.InferOutput<typeof customRuleSchema>;

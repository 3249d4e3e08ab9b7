import type { Judgement, Match } from '../src/model/index.ts';
import {
  b64u,
  because,
  defineRule,
  fake,
  held,
  isPublic,
  leak,
  leakBetween,
  run,
  sha256,
  token,
} from '../src/rule-kit/index.ts';

/** SHA-256 of the key that Google prints for tests: every answer passes. */
const printed = 'f5e95c9954635b65acab57e6d5ea663eb900f06dc8794a90358f5abb1c77d4e0';

const fakeKey = (seed: number): string => `6Lc${fake(b64u, 5, seed)}AAAAA${fake(b64u, 27, seed)}`;

/** Site key and secret key look the same: the name before the value on its line decides, the nearest word first. */
function judgeByName({ secret, window, at }: Match): Judgement {
  if (sha256(secret).toString('hex') === printed) return held('known-example', 'a key for tests');
  const line =
    window
      .slice(Math.max(0, at - 100), at)
      .split('\n')
      .at(-1)
      ?.toLowerCase() ?? '';
  const secretAt = Math.max(line.lastIndexOf('secret'), line.lastIndexOf('private'));
  const publicAt = Math.max(...['site', 'public', 'render=', 'client', 'web'].map((word) => line.lastIndexOf(word)));
  if (publicAt > secretAt) return isPublic('its name says that it is the site key');
  return secretAt >= 0 ? because('its name says that it is the secret key') : because('may be the public site key', -1);
}

export const recaptcha = [
  defineRule({
    id: 'recaptcha-secret-key',
    title: 'Google reCAPTCHA secret key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Validates the answers of visitors; who holds it can spend them first, and pass for the site.',
    remediation: 'Create a new key pair in the reCAPTCHA admin console, replace both halves, then delete the old pair.',
    references: ['https://developers.google.com/recaptcha/docs/verify'],
    environment: ['RECAPTCHA_SECRET_KEY'],
    anchors: ['6Lc', '6Ld', '6Le', '6Lf'],
    pattern: token(['6Lc', '6Ld', '6Le', '6Lf'], run(b64u, 37), b64u),
    near: { words: ['captcha'], bytes: 300 },
    judge: judgeByName,
    examples: () => ({
      leaks: [
        leak`RECAPTCHA_SECRET_KEY=${fakeKey(1)}`,
        leakBetween('"recaptcha": { "siteKey": "public", "secret": "', fakeKey(2), '" }'),
        leakBetween('<div class="g-recaptcha" data-sitekey="', fakeKey(3), '"></div>'),
      ],
      clean: [`SECRET=${fakeKey(4)}`, `RECAPTCHA_SECRET_KEY=${fakeKey(4)}a`, `data-sitekey="${fakeKey(5)}"`],
    }),
  }),
];

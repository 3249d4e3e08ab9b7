import {
  defineNamedRule,
  fake,
  fakeUuid,
  held,
  hex,
  hexi,
  isPublic,
  leak,
  plausible,
  run,
  sha256,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

/** SHA-256 of the secret that hCaptcha prints for tests. */
const printed = '0fff9ee671b05ea25f58ed9584635fad2558e23c031003fd52d393bff5973fb0';

export const hcaptcha = [
  defineNamedRule({
    id: 'hcaptcha-secret-key',
    title: 'hCaptcha secret key',
    severity: 'medium',
    description: 'Checks answers in the name of the account. The site key beside it is public.',
    remediation: 'Generate a new secret under Settings in the hCaptcha dashboard.',
    references: ['https://docs.hcaptcha.com/'],
    environment: ['HCAPTCHA_SECRET', 'HCAPTCHA_SECRET_KEY'],
    words: ['hcaptcha', 'h-captcha', 'h_captcha'],
    names: /secret|private|key/i,
    value: whole(`(?:0x${run(hexi, 40)}|ES_${run(hex, 32)})`),
    judge: (match) =>
      sha256(match.secret).toString('hex') === printed ? held('known-example', 'a key for tests') : plausible,
    examples: () => ({
      leaks: [
        leak`HCAPTCHA_SECRET_KEY=${`0x${fake(hexi, 40)}`}`,
        leak`hcaptcha: { secret: '${`ES_${fake(hex, 32, 2)}`}' }`,
      ],
      clean: [
        `HCAPTCHA_SECRET_KEY=0x${'0'.repeat(40)}`,
        `HCAPTCHA_SITE_KEY=${fakeUuid(1)}`,
        `secret: '0x${fake(hex, 40)}'`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'hcaptcha-site-key',
    title: 'hCaptcha site key',
    severity: 'note',
    description: 'Shows the challenge on a page.',
    remediation: 'Nothing has to be done: every visitor sees the site key.',
    references: ['https://docs.hcaptcha.com/'],
    environment: ['HCAPTCHA_SITE_KEY'],
    words: ['hcaptcha', 'h-captcha', 'h_captcha'],
    names: /site.?key|h_?captcha.*public/i,
    value: whole(UUID),
    judge: () => isPublic('a site key is made for pages'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_HCAPTCHA_SITE_KEY=${fakeUuid(2)}`,
        leak`<div class="h-captcha" data-sitekey="${fakeUuid(3)}">`,
      ],
      clean: [`HCAPTCHA_SITE_KEY=${fake(hex, 36)}`, `data-sitekey="${fakeUuid(4)}"`],
    }),
  }),
];

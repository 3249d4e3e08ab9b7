import {
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  leak,
  mixed,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

export const heroku = [
  defineRule({
    id: 'heroku-api-key',
    title: 'Heroku API key',
    severity: 'critical',
    description:
      'Acts as its user on every application that one can reach: code, configuration with its secrets, add-ons.',
    remediation:
      'Regenerate the key under Account settings › API key, or revoke the authorisation with `heroku authorizations:revoke`.',
    references: ['https://devcenter.heroku.com/articles/authentication'],
    environment: ['HEROKU_API_KEY'],
    anchors: ['HRKU-AA'],
    pattern: token('HRKU-AA', run(b64u, 58), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [leak`HEROKU_API_KEY=${`HRKU-AA${fake(b64u, 58, 1)}`}`, leak`password ${`HRKU-AA${fake(b64u, 58, 2)}`}`],
      clean: [
        `HRKU-AA${fake(b64u, 57)}`,
        `HRKU-AA${fake(b64u, 59)}`,
        `aHRKU-AA${fake(b64u, 58, 3)}`,
        `HRKU-AA${'x'.repeat(58)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'heroku-old-api-key',
    title: 'Heroku API key (older form)',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Acts as its user on every application that one can reach: code, configuration with its secrets, add-ons.',
    remediation:
      'Regenerate the key under Account settings › API key, or revoke the authorisation with `heroku authorizations:revoke`.',
    references: ['https://devcenter.heroku.com/articles/authentication'],
    environment: ['HEROKU_API_KEY'],
    words: ['heroku'],
    names: /key|token|secret|pass|auth/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`HEROKU_API_KEY=${fakeUuid(1)}`, leak`{ "heroku_auth_token": "${fakeUuid(2)}" }`],
      clean: [`TOKEN=${fakeUuid()}`, `HEROKU_API_KEY=${fake(hex, 32)}`],
    }),
  }),
];

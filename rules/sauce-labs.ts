import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const sauceLabs = [
  defineNamedRule({
    id: 'sauce-labs-access-key',
    title: 'Sauce Labs access key',
    severity: 'medium',
    description: 'Runs browsers and devices at the cost of the account, and reads its test results and videos.',
    remediation: 'Regenerate the access key under Account › User settings in Sauce Labs.',
    references: ['https://docs.saucelabs.com/'],
    environment: ['SAUCE_ACCESS_KEY'],
    words: ['sauce'],
    names: /key|token|secret|pass/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`SAUCE_ACCESS_KEY=${fakeUuid(1)}`,
        leak`{ user: process.env.SAUCE_USERNAME, accessKey: '${fakeUuid(2)}' }`,
      ],
      clean: [`SAUCE_ACCESS_KEY=${fake(hex, 36)}`, `accessKey: '${fakeUuid(3)}'`],
    }),
  }),
];

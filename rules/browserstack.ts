import { b62, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const browserstack = [
  defineNamedRule({
    id: 'browserstack-access-key',
    title: 'BrowserStack access key',
    severity: 'medium',
    description: 'Runs browsers and devices at the cost of the account, and reads its test results.',
    remediation: 'Reset the access key under Account › Settings in BrowserStack.',
    references: ['https://www.browserstack.com/docs/'],
    environment: ['BROWSERSTACK_ACCESS_KEY'],
    words: ['browserstack', 'browser_stack'],
    value: whole(run(b62, 20)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`BROWSERSTACK_ACCESS_KEY=${`${fake(b62, 18)}A7`}`,
        leak`'browserstack.key': '${`${fake(b62, 18, 2)}B4`}'`,
      ],
      clean: [
        `BROWSERSTACK_ACCESS_KEY=${fake(b62, 19)}`,
        `accessKey: '${fake(b62, 20)}'`,
        'BROWSERSTACK_ACCESS_KEY=yourbrowserstackkeyx',
      ],
    }),
  }),
];

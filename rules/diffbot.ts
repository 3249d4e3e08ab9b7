import { b36l, defineNamedRule, fake, hex, leak, run, whole, withDigit } from '../src/rule-kit/index.ts';

export const diffbot = [
  defineNamedRule({
    id: 'diffbot-api-token',
    title: 'Diffbot API token',
    severity: 'medium',
    description: 'Extracts pages and queries the knowledge graph with the credits of the account.',
    remediation: 'Ask Diffbot’s support for a new token; the dashboard at app.diffbot.com shows the usage.',
    references: ['https://docs.diffbot.com/'],
    environment: ['DIFFBOT_TOKEN'],
    words: ['diffbot'],
    value: whole(run(b36l, 32)),
    judge: withDigit,
    examples: () => ({
      leaks: [leak`DIFFBOT_TOKEN=${fake(hex, 32, 1)}`, leak`diffbot = { token: "${fake(b36l, 32, 2)}" }`],
      clean: [`TOKEN=${fake(b36l, 32)}`, `DIFFBOT_TOKEN=${fake(b36l, 30)}`, `DIFFBOT_TOKEN=${'x'.repeat(32)}`],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const zulip = [
  defineNamedRule({
    id: 'zulip-api-key',
    title: 'Zulip API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user or bot in the Zulip organisation: reads and posts messages and files.',
    remediation: 'Generate a new API key in the account settings, or for a bot under its entry in the bot list.',
    references: ['https://zulip.com/api/'],
    environment: ['ZULIP_API_KEY'],
    words: ['zulip'],
    names: /key|token/i,
    value: whole(run(b62, 32)),
    examples: () => ({
      leaks: [
        leak`ZULIP_API_KEY=${fake(b62, 32, 1)}`,
        leakBetween('[api]\nsite=https://nuts.zulipchat.com\nkey=', fake(b62, 32, 2), '\n'),
      ],
      clean: [`API_KEY=${fake(b62, 32)}`, `ZULIP_API_KEY=${fake(b62, 20)}`],
    }),
  }),
];

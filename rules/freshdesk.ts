import { b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const freshdesk = [
  defineNamedRule({
    id: 'freshdesk-api-key',
    title: 'Freshdesk API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its agent: reads and writes tickets and contacts of the helpdesk.',
    remediation: 'Reset the key in the profile settings of the agent it belongs to.',
    references: ['https://developers.freshdesk.com/api/'],
    environment: ['FRESHDESK_API_KEY'],
    words: ['freshdesk'],
    names: /key|token|secret/i,
    value: whole(run(b62, 20)),
    examples: () => ({
      leaks: [
        leak`FRESHDESK_API_KEY=${fake(b62, 20, 1)}`,
        leakBetween('# https://nuts.freshdesk.com/api/v2\napi_key = "', fake(b62, 20, 2), '"'),
      ],
      clean: [`API_KEY=${fake(b62, 20)}`, `FRESHDESK_API_KEY=${fake(b62, 14)}`],
    }),
  }),
];

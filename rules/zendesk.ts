import { b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const zendesk = [
  defineNamedRule({
    id: 'zendesk-api-token',
    title: 'Zendesk API token',
    severity: 'high',
    confidence: 'medium',
    description: 'With any agent’s mail address it acts as that agent: reads and writes tickets, users, attachments.',
    remediation: 'Deactivate or delete the token on the API page of the Zendesk admin center and create a new one.',
    references: ['https://developer.zendesk.com'],
    environment: ['ZENDESK_API_TOKEN', 'ZENDESK_TOKEN'],
    words: ['zendesk'],
    names: /token|key|secret/i,
    value: whole(run(b62, 40)),
    examples: () => ({
      leaks: [
        leak`ZENDESK_API_TOKEN=${fake(b62, 40, 1)}`,
        leakBetween('# https://nuts.zendesk.com\ntoken: "', fake(b62, 40, 2), '"'),
      ],
      clean: [`API_TOKEN=${fake(b62, 40)}`, `ZENDESK_API_TOKEN=${fake(b62, 30)}`],
    }),
  }),
];

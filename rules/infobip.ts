import { defineNamedRule, fake, fakeUuid, hex, leak, leakBetween, run, UUID, whole } from '../src/rule-kit/index.ts';

export const infobip = [
  defineNamedRule({
    id: 'infobip-api-key',
    title: 'Infobip API key',
    severity: 'high',
    confidence: 'medium',
    description:
      'Sends messages at the expense of the Infobip account and reads its logs, within the scopes of the key.',
    remediation: 'Revoke the key under Developer tools › API keys of the Infobip portal and create a new one.',
    references: ['https://www.infobip.com/docs'],
    environment: ['INFOBIP_API_KEY'],
    words: ['infobip'],
    names: /key|token|auth/i,
    value: whole(`${run(hex, 32)}-${UUID}`),
    examples: () => ({
      leaks: [
        leak`INFOBIP_API_KEY=${`${fake(hex, 32, 1)}-${fakeUuid(1)}`}`,
        leakBetween('new Infobip({ authType: "App", apiKey: "', `${fake(hex, 32, 2)}-${fakeUuid(2)}`, '" })'),
      ],
      clean: [`API_KEY=${fake(hex, 32)}-${fakeUuid(3)}`, `INFOBIP_API_KEY=${fakeUuid(4)}`],
    }),
  }),
];

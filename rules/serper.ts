import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const serper = [
  defineNamedRule({
    id: 'serper-api-key',
    title: 'Serper API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Searches with the credits of the account.',
    remediation: 'Delete the key at serper.dev/api-keys, then issue a new one.',
    references: ['https://serper.dev/'],
    environment: ['SERPER_API_KEY'],
    words: ['serper'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [
        leak`SERPER_API_KEY=${fake(hex, 40, 1)}`,
        leak`fetch("https://google.serper.dev/search", { headers: { "X-API-KEY": "${fake(hex, 40, 2)}" } })`,
      ],
      clean: [`X-API-KEY: ${fake(hex, 40)}`, `SERPER_API_KEY=${fake(hex, 39)}`],
    }),
  }),
];

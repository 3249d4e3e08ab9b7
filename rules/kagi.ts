import { b62, b64u, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const kagi = [
  defineNamedRule({
    id: 'kagi-api-token',
    title: 'Kagi API token',
    severity: 'medium',
    description: 'Searches and summarises with the credits of the account.',
    remediation: 'Generate a new token at kagi.com/settings?p=api, which ends the old one.',
    references: ['https://help.kagi.com/kagi/api/overview.html'],
    environment: ['KAGI_API_KEY'],
    words: ['kagi'],
    value: whole(`${run(b64u, 11)}\\.${run(b64u, 43)}`),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`KAGI_API_KEY=${`${fake(b62, 11, 1)}.${fake(b62, 43, 1)}`}`,
        leak`KagiClient(api_key="${`${fake(b62, 11, 2)}.${fake(b62, 43, 2)}`}")`,
      ],
      clean: [`API_KEY=${fake(b62, 11)}.${fake(b62, 43)}`, `KAGI_API_KEY=${fake(b62, 11)}.${fake(b62, 42)}`],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const upstage = [
  defineNamedRule({
    id: 'upstage-api-key',
    title: 'Upstage API key',
    severity: 'high',
    description: 'Calls the Solar models and document AI with the credits of the account.',
    remediation: 'Delete the key at console.upstage.ai under API Keys, then issue a new one.',
    references: ['https://console.upstage.ai/docs/getting-started'],
    environment: ['UPSTAGE_API_KEY'],
    words: ['upstage', 'chatupstage'],
    value: whole(`(?:up_${run(b62, 24, 50)}|${run(b62, 40, 50)})`),
    judge: mixed,
    examples: () => ({
      leaks: [leak`UPSTAGE_API_KEY=${`up_${fake(b62, 29, 1)}`}`, leak`ChatUpstage(api_key="${fake(b62, 42, 2)}")`],
      clean: [`API_KEY=${fake(b62, 42)}`, `UPSTAGE_API_KEY=${fake(b62, 38)}`, `UPSTAGE_API_KEY=up_${'x'.repeat(29)}`],
    }),
  }),
];

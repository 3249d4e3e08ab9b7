import { b36l, b62, defineRule, fake, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const anyscale = [
  defineRule({
    id: 'anyscale-api-key',
    title: 'Anyscale API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls endpoints and runs jobs at the expense of the organisation.',
    remediation: 'Revoke the key at console.anyscale.com under API keys, then issue a new one.',
    references: ['https://docs.anyscale.com/'],
    environment: ['ANYSCALE_API_KEY'],
    anchors: ['esecret_'],
    pattern: token('esecret_', run(b62, 20, 60), b62),
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`ANYSCALE_API_KEY=${`esecret_${fake(b36l, 26, 1)}`}`,
        leak`{"key":"${`esecret_${fake(b62, 32, 2)}`}"}`,
      ],
      clean: [`esecret_${fake(b62, 12)}`, `thesecret_${fake(b62, 26)}`, `esecret_${'x'.repeat(26)}`],
    }),
  }),
];

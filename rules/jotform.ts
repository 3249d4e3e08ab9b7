import { defineNamedRule, dig, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const jotform = [
  defineNamedRule({
    id: 'jotform-api-key',
    title: 'Jotform API key',
    severity: 'high',
    description: 'Reads forms and all their submissions, and with full access changes them.',
    remediation: 'Delete the key under Account › API in Jotform, then create a new one.',
    references: ['https://api.jotform.com/docs/'],
    environment: ['JOTFORM_API_KEY'],
    words: ['jotform'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`JOTFORM_API_KEY=${fake(hex, 32)}`,
        leak`curl https://api.jotform.com/user?apiKey=${fake(hex, 32, 2)}`,
      ],
      clean: [`JOTFORM_API_KEY=${fake(hex, 31)}`, `apiKey=${fake(hex, 32)}`, `jotform_form_id=${fake(dig, 14)}`],
    }),
  }),
];

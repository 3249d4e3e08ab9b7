import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const monkeylearn = [
  defineNamedRule({
    id: 'monkeylearn-api-key',
    title: 'MonkeyLearn API key',
    severity: 'medium',
    description: 'Classifies texts within the plan of the account, and changes its models.',
    remediation: 'Regenerate the key at app.monkeylearn.com in the account’s settings.',
    references: ['https://monkeylearn.com/api/'],
    environment: ['MONKEYLEARN_API_KEY'],
    words: ['monkeylearn'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`MONKEYLEARN_API_KEY=${fake(hex, 40, 1)}`, leak`ml = MonkeyLearn(api_key="${fake(hex, 40, 2)}")`],
      clean: [`API_KEY=${fake(hex, 40)}`, `MONKEYLEARN_API_KEY=${fake(hex, 39)}`],
    }),
  }),
];

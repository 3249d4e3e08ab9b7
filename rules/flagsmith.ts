import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const flagsmith = [
  defineNamedRule({
    id: 'flagsmith-server-key',
    title: 'Flagsmith server-side environment key',
    severity: 'high',
    description: 'Reads the whole environment: flags, segments and their rules.',
    remediation: 'Delete the key under Environment settings › SDK Keys, then create a new one.',
    references: ['https://docs.flagsmith.com/'],
    environment: ['FLAGSMITH_ENVIRONMENT_KEY'],
    words: ['flagsmith'],
    names: /key|token|secret|environment/i,
    value: whole(`ser\\.${run(b62, 20, 24)}`),
    examples: () => ({
      leaks: [
        leak`FLAGSMITH_ENVIRONMENT_KEY=${`ser.${fake(b62, 22)}`}`,
        leak`new Flagsmith({ environmentKey: "${`ser.${fake(b62, 22, 2)}`}" })`,
      ],
      clean: [`FLAGSMITH_ENVIRONMENT_KEY=${fake(b62, 22)}`, `environmentKey: "ser.${fake(b62, 22)}"`],
    }),
  }),
];

import { defineProjectRule } from '../src/rule-kit/index.ts';

/** What it finds is not told by any text but by what lies in the files of the machine it runs on. */
export const ownSecretValue = [
  defineProjectRule({
    id: 'own-secret-value',
    title: 'Value that the project keeps secret',
    severity: 'high',
    random: false,
    description:
      'A value of an ignored file of settings stands, exactly, where others can read it: it was copied there or built in.',
    remediation:
      'Replace the value where it is issued, read it from the environment at run time, and build again without it.',
    references: ['https://12factor.net/config'],
    anchors: ['own'],
    examples: () => ({
      leaks: [{ text: 'own=value', secret: 'value', start: 4 }],
      clean: ['own='],
    }),
  }),
];

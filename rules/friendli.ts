import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const friendli = [
  defineRule({
    id: 'friendli-access-token',
    title: 'Friendli personal access token',
    severity: 'high',
    description: 'Calls and deploys models of its owner’s teams.',
    remediation: 'Delete the token in Friendli Suite under Personal settings › Tokens, then issue a new one.',
    references: ['https://friendli.ai/docs/'],
    environment: ['FRIENDLI_TOKEN'],
    anchors: ['flp_'],
    pattern: token('flp_', run(b62, 46), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [leak`FRIENDLI_TOKEN=${`flp_${fake(b62, 46, 1)}`}`, leak`Friendli(token="${`flp_${fake(b62, 46, 2)}`}")`],
      clean: [`flp_${fake(b62, 45)}`, `flp_${fake(b62, 47)}`, `flp_${'x'.repeat(46)}`],
    }),
  }),
];

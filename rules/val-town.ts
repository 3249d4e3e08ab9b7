import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const valTown = [
  defineRule({
    id: 'val-town-token',
    title: 'Val Town API token',
    severity: 'high',
    description: 'Runs and changes code in the account of its owner, and reads the environment variables of it.',
    remediation: 'Delete the token at val.town/settings/api, then create a new one.',
    references: ['https://docs.val.town/'],
    environment: ['VALTOWN_API_TOKEN', 'valtown'],
    anchors: ['vtwn_'],
    pattern: token('vtwn_', run(b62, 20, 64), b62),
    examples: () => ({
      leaks: [
        leak`VALTOWN_API_TOKEN=${`vtwn_${fake(b62, 28)}`}`,
        leak`Authorization: Bearer ${`vtwn_${fake(b62, 32, 2)}`}`,
      ],
      clean: [`vtwn_${fake(b62, 12)}`, 'vtwn_token', `avtwn_${fake(b62, 28)}`],
    }),
  }),
];

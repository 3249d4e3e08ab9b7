import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const sourcegraph = [
  defineRule({
    id: 'sourcegraph-access-token',
    title: 'Sourcegraph access token',
    severity: 'critical',
    description: 'Acts as its user: reads all code that one can see on the instance.',
    remediation: 'Delete the token in Sourcegraph under Settings › Access tokens.',
    references: ['https://sourcegraph.com/docs/cli/how-tos/creating-an-access-token'],
    environment: ['SRC_ACCESS_TOKEN'],
    anchors: ['sgp_'],
    pattern: token('sgp_', `(?:(?:${run(hex, 16)}|local)_)?${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SRC_ACCESS_TOKEN=${`sgp_${fake(hex, 40, 1)}`}`,
        leak`Authorization: token ${`sgp_${fake(hex, 16, 2)}_${fake(hex, 40, 2)}`}`,
        leak`"token": "${`sgp_local_${fake(hex, 40, 3)}`}"`,
      ],
      clean: [`sgp_${fake(hex, 39)}`, `sgp_${fake(hex, 16)}_${fake(hex, 41)}`, `sgp_${'x'.repeat(40)}`],
    }),
  }),
];

import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const infracost = [
  defineRule({
    id: 'infracost-api-key',
    title: 'Infracost API key',
    severity: 'low',
    description: 'Asks for cloud prices in the name of an organisation; may read its reports.',
    remediation: 'Rotate the key in Infracost Cloud under Org settings.',
    references: ['https://www.infracost.io/docs/'],
    environment: ['INFRACOST_API_KEY'],
    anchors: ['ico-'],
    pattern: token('ico-', run(b62, 32), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [leak`INFRACOST_API_KEY=${`ico-${fake(b62, 32, 1)}`}`, leak`api_key: ${`ico-${fake(b62, 32, 2)}`}`],
      clean: [`ico-${fake(b62, 31)}`, `ico-${fake(b62, 33)}`, `aico-${fake(b62, 32, 3)}`, `ico-${'x'.repeat(32)}`],
    }),
  }),
];

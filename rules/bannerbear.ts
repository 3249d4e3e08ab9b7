import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const bannerbear = [
  defineRule({
    id: 'bannerbear-api-key',
    title: 'Bannerbear API key',
    severity: 'high',
    description: 'Makes images at the cost of one project (pr) or manages all projects of the account (ma).',
    remediation: 'Regenerate the key under Settings of the project or of the account in Bannerbear.',
    references: ['https://developers.bannerbear.com/'],
    environment: ['BANNERBEAR_API_KEY'],
    anchors: ['bb_pr_', 'bb_ma_'],
    pattern: token(['bb_pr_', 'bb_ma_'], run(b62, 30), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`BANNERBEAR_API_KEY=${`bb_pr_${fake(hex, 30)}`}`,
        leak`Authorization: Bearer ${`bb_ma_${fake(hex, 30, 2)}`}`,
      ],
      clean: [`bb_pr_${fake(hex, 29)}`, `abb_pr_${fake(hex, 30)}`, 'bb_pr_number'],
    }),
  }),
];

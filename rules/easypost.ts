import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const easypost = [
  defineRule({
    id: 'easypost-api-key',
    title: 'EasyPost API key',
    severity: 'high',
    description: 'Buys postage at the expense of the EasyPost account and reads its shipments and addresses.',
    remediation: 'Create a new key under API keys of the EasyPost dashboard, then delete this one.',
    references: ['https://docs.easypost.com'],
    environment: ['EASYPOST_API_KEY'],
    anchors: ['EZAK', 'EZTK'],
    pattern: token(['EZAK', 'EZTK'], run(b62, 54), b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('EZTK')
        ? { kind: 'plausible', severity: 'medium', title: 'EasyPost API key (test mode)' }
        : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`EASYPOST_API_KEY=${`EZAK${fake(b62, 54, 1)}`}`,
        leak`new EasyPostClient('${`EZTK${fake(b62, 54, 2)}`}')`,
      ],
      clean: [`EZAK${fake(b62, 40)}`, `AEZAK${fake(b62, 54)}`, `EZAK${fake(b62, 60)}`],
    }),
  }),
];

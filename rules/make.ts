import { b36l, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const make = [
  defineRule({
    id: 'make-webhook',
    title: 'Make (Integromat) webhook',
    severity: 'medium',
    description: 'Starts a scenario of the account with data of the holder’s choice.',
    remediation: 'Delete the webhook under Webhooks of the Make team and create a new one.',
    references: ['https://help.make.com/webhooks'],
    anchors: ['.make.com', 'hook.integromat.com', '.integromat.com'],
    // The credential is all of the path that Make makes.
    pattern: new RegExp(
      `hook\\.(?:[a-z]{2}\\d{1,2}\\.)?(?:make|integromat)\\.com${slash}(?<secret>${run(b36l, 28, 40)})(?![0-9A-Za-z_-])`,
    ),
    examples: () => ({
      leaks: [
        leak`WEBHOOK_URL=https://hook.eu1.make.com/${fake(b36l, 32, 1)}`,
        leak`"https://hook.integromat.com/${fake(b36l, 32, 2)}"`,
      ],
      clean: ['https://hook.eu1.make.com/', `https://www.make.com/${fake(b36l, 32)}`],
    }),
  }),
];

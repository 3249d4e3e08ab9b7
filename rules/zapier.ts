import { b36l, defineRule, dig, fake, leak, run } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const zapier = [
  defineRule({
    id: 'zapier-webhook',
    title: 'Zapier webhook',
    severity: 'medium',
    description: 'Starts a Zap of the account with data of the holder’s choice.',
    remediation: 'Delete the trigger of the Zap and add a new one, which gets another address.',
    references: ['https://help.zapier.com'],
    environment: ['ZAPIER_WEBHOOK_URL'],
    anchors: ['hooks.zapier.com'],
    // The credential is all of the path that Zapier makes: account and hook.
    pattern: new RegExp(
      `hooks\\.zapier\\.com${slash}hooks${slash}(?:catch|standard)${slash}(?<secret>${run(dig, 4, 12)}${slash}${run(b36l, 5, 40)})(?![0-9A-Za-z_-])`,
    ),
    random: false,
    examples: () => ({
      leaks: [
        leak`ZAPIER_WEBHOOK_URL=https://hooks.zapier.com/hooks/catch/${`${fake(dig, 8, 1)}/${fake(b36l, 7, 1)}`}/`,
        leak`fetch('https://hooks.zapier.com/hooks/catch/${`${fake(dig, 7, 2)}/${fake(b36l, 6, 2)}`}')`,
      ],
      clean: ['https://hooks.zapier.com/hooks/catch/', `https://hooks.zapier.com/hooks/catch/${fake(dig, 7)}/`],
    }),
  }),
];

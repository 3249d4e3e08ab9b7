import { defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const tines = [
  defineRule({
    id: 'tines-webhook',
    title: 'Tines webhook',
    severity: 'medium',
    description: 'Starts a story of the Tines tenant with data of the holder’s choice.',
    remediation: 'Change path and secret of the webhook action in the story.',
    references: ['https://www.tines.com/docs/actions/types/webhook/'],
    anchors: ['.tines.com', '.tines.io'],
    // The credential is all of the path that Tines makes: hook and secret.
    pattern: new RegExp(
      `\\.tines\\.(?:com|io)${slash}webhook${slash}(?<secret>[0-9A-Za-z_-]{8,64}${slash}${run(hex, 20, 64)})(?![0-9A-Za-z])`,
    ),
    examples: () => ({
      leaks: [
        leak`TINES_URL=https://nuts-1234.tines.com/webhook/${`${fake(hex, 32, 1)}/${fake(hex, 32, 2)}`}`,
        leak`"https://nuts.tines.io/webhook/${`new-alert-of-nuts/${fake(hex, 32, 3)}`}"`,
      ],
      clean: ['https://nuts.tines.com/webhook/', `https://nuts.tines.com/webhook/${fake(hex, 32)}`],
    }),
  }),
];

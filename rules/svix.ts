import { type Alphabet, b62, b64, defineRule, fake, held, leak, plausible, run, token } from '../src/rule-kit/index.ts';

/** A padded text goes on neither in its alphabet nor in padding. */
const padded: Alphabet = { characters: `${b64.characters}=`, inClass: `${b64.inClass}=` };

export const svix = [
  defineRule({
    id: 'svix-webhook-secret',
    title: 'Webhook signing secret (Standard Webhooks)',
    severity: 'medium',
    description:
      'Signs webhook events: the holder can send the application made-up ones. Svix, Clerk, Resend, OpenAI and others use this form.',
    remediation: 'Rotate the signing secret of the endpoint at the service that sends the webhooks.',
    references: ['https://docs.svix.com/receiving/verifying-payloads/how'],
    environment: ['WEBHOOK_SECRET', 'CLERK_WEBHOOK_SIGNING_SECRET', 'RESEND_WEBHOOK_SECRET'],
    anchors: ['whsec_'],
    reach: { before: 320, after: 512 },
    // Base 64 of 24 to 64 bytes.
    pattern: token('whsec_', `${run(b64, 32, 88)}={0,2}`, padded),
    judge: (match) =>
      match.near(['openai'], 100) && !match.near(['svix', 'clerk', 'resend'], 100)
        ? held('superseded', 'OpenAI is named beside it')
        : plausible,
    examples: () => ({
      leaks: [
        leak`CLERK_WEBHOOK_SIGNING_SECRET=${`whsec_${fake(b64, 31, 1)}+`}`,
        leak`new Webhook("${`whsec_${fake(b64, 43, 2)}=`}")`,
      ],
      clean: [`whsec_${fake(b62, 12)}`, `mywhsec_${fake(b62, 40)}`],
    }),
  }),
];

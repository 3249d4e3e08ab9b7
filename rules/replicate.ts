import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const replicate = [
  defineRule({
    id: 'replicate-api-token',
    title: 'Replicate API token',
    severity: 'high',
    description: 'Runs and trains models at the expense of the account, and reads its predictions and files.',
    remediation: 'Disable the token at replicate.com/account/api-tokens, then issue a new one.',
    references: ['https://replicate.com/docs/topics/security/api-tokens'],
    environment: ['REPLICATE_API_TOKEN'],
    anchors: ['r8_'],
    pattern: token('r8_', run(b64u, 37), b64u),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`REPLICATE_API_TOKEN=${`r8_${fake(b62, 37, 1)}`}`,
        leak`new Replicate({ auth: "${`r8_${fake(b62, 37, 2)}`}" })`,
      ],
      clean: [`r8_${fake(b62, 36)}`, `lr8_${fake(b62, 37)}`, `r8_${'x'.repeat(37)}`],
    }),
  }),
];

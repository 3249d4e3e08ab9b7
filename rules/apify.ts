import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const apify = [
  defineRule({
    id: 'apify-api-token',
    title: 'Apify API token',
    severity: 'high',
    description: 'Runs actors at the expense of the account, and reads its data sets and key-value stores.',
    remediation: 'Delete the token in the Apify console under Settings › API & Integrations, then issue a new one.',
    references: ['https://docs.apify.com/platform/integrations/api'],
    environment: ['APIFY_TOKEN'],
    anchors: ['apify_api_'],
    pattern: token('apify_api_', run(b62, 34, 38), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`APIFY_TOKEN=${`apify_api_${fake(b62, 36, 1)}`}`,
        leak`new ApifyClient({ token: "${`apify_api_${fake(b62, 36, 2)}`}" })`,
      ],
      clean: [`apify_api_${fake(b62, 30)}`, `apify_api_${fake(b62, 40)}`, `apify_api_${'x'.repeat(36)}`],
    }),
  }),
];

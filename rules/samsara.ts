import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const samsara = [
  defineRule({
    id: 'samsara-api-token',
    title: 'Samsara API token',
    severity: 'high',
    description: 'Reads, and as its scopes allow changes, vehicles, drivers and their positions.',
    remediation: 'Delete the token under Settings › API Tokens in Samsara, then add a new one.',
    references: ['https://developers.samsara.com/docs/authentication'],
    environment: ['SAMSARA_API_TOKEN'],
    anchors: ['samsara_api_'],
    pattern: token('samsara_api_', run(b62, 26, 32), b62),
    examples: () => ({
      leaks: [
        leak`SAMSARA_API_TOKEN=${`samsara_api_${fake(b62, 30)}`}`,
        leak`Authorization: Bearer ${`samsara_api_${fake(b62, 28, 2)}`}`,
      ],
      clean: [`samsara_api_${fake(b62, 12)}`, 'samsara_api_token_secret_name', `samsara_api_${fake(b62, 40)}`],
    }),
  }),
];

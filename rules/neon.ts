import { b62, defineRule, fake, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const neon = [
  defineRule({
    id: 'neon-api-key',
    title: 'Neon API key',
    severity: 'critical',
    description: 'Acts on the projects of its user or organisation: databases, branches, passwords.',
    remediation: 'Revoke the key in the console under Account settings › API keys.',
    references: ['https://neon.com/docs/manage/api-keys'],
    environment: ['NEON_API_KEY'],
    anchors: ['napi_'],
    pattern: token('napi_', run(b62, 64), b62),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`NEON_API_KEY=${`napi_${fake(b62, 64, 1)}`}`,
        leak`curl -H "Authorization: Bearer ${`napi_${fake(b62, 64, 2)}`}" https://console.neon.tech/api/v2/projects`,
      ],
      clean: [`napi_${fake(b62, 63)}`, `napi_${fake(b62, 65)}`, `anapi_${fake(b62, 64, 3)}`, `napi_${'x'.repeat(64)}`],
    }),
  }),
];

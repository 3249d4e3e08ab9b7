import { b62, defineRule, fake, hex, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const featherless = [
  defineRule({
    id: 'featherless-api-key',
    title: 'Featherless API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls models within the plan of the account.',
    remediation: 'Delete the key at featherless.ai under API keys, then issue a new one.',
    references: ['https://featherless.ai/docs'],
    environment: ['FEATHERLESS_API_KEY'],
    anchors: ['rc_'],
    pattern: token('rc_', run(b62, 24, 80), b62),
    near: { words: ['featherless'], bytes: 200 },
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`FEATHERLESS_API_KEY=${`rc_${fake(hex, 64, 1)}`}`,
        leak`{"url":"https://api.featherless.ai/v1","key":"${`rc_${fake(hex, 64, 2)}`}"}`,
      ],
      clean: [`id: rc_${fake(hex, 64)}`, `FEATHERLESS_API_KEY=rc_${fake(hex, 12)}`, `featherless src_${fake(hex, 64)}`],
    }),
  }),
];

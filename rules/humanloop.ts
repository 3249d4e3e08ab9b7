import { b62, defineRule, fake, hex, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const humanloop = [
  defineRule({
    id: 'humanloop-api-key',
    title: 'Humanloop API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls prompts of an organisation, and reads its logs and data sets.',
    remediation: 'Delete the key in Humanloop under the organisation’s API keys, then issue a new one.',
    references: ['https://humanloop.com/docs'],
    environment: ['HUMANLOOP_API_KEY'],
    anchors: ['hl_sk_'],
    pattern: token('hl_sk_', run(b62, 24, 80), b62),
    judge: withDigit,
    examples: () => ({
      leaks: [leak`HUMANLOOP_API_KEY=${`hl_sk_${fake(hex, 48, 1)}`}`, leak`X-API-KEY: ${`hl_sk_${fake(b62, 40, 2)}`}`],
      clean: [`hl_sk_${fake(hex, 16)}`, `dhl_sk_${fake(hex, 48)}`, `hl_sk_${'x'.repeat(48)}`],
    }),
  }),
];

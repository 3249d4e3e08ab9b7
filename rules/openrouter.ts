import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const openrouter = [
  defineRule({
    id: 'openrouter-api-key',
    title: 'OpenRouter API key',
    severity: 'high',
    description:
      'Calls models of every vendor with the credits of the account; a provisioning key of the same shape makes further keys.',
    remediation: 'Delete the key at openrouter.ai under Keys, then issue one with a credit limit.',
    references: ['https://openrouter.ai/docs'],
    environment: ['OPENROUTER_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-or-v1-'],
    pattern: token('sk-or-v1-', run(hex, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`OPENROUTER_API_KEY=${`sk-or-v1-${fake(hex, 64, 1)}`}`,
        leak`headers: { Authorization: \`Bearer ${`sk-or-v1-${fake(hex, 64, 2)}`}\` }`,
        leak`{"apiKey":"${`sk-or-v1-${fake(hex, 64, 3)}`}"}`,
      ],
      clean: [`sk-or-v1-${fake(hex, 63)}`, `sk-or-v1-${fake(hex, 65)}`, `sk-or-v1-${'x'.repeat(64)}`],
    }),
  }),
];

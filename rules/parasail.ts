import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const parasail = [
  defineRule({
    id: 'parasail-api-key',
    title: 'Parasail API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls and deploys models at the expense of the account.',
    remediation: 'Delete the key at saas.parasail.io under Keys, then issue a new one.',
    references: ['https://docs.parasail.io/'],
    environment: ['PARASAIL_API_KEY'],
    anchors: ['psk-'],
    pattern: token('psk-', run(b64u, 20, 80), b64u),
    near: { words: ['parasail'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PARASAIL_API_KEY=${`psk-${fake(b62, 40, 1)}`}`,
        leak`OpenAI(base_url="https://api.parasail.io/v1", api_key="${`psk-${fake(b62, 40, 2)}`}")`,
      ],
      clean: [`wifi: psk-${fake(b62, 40)}`, `PARASAIL_API_KEY=psk-${fake(b62, 12)}`],
    }),
  }),
];

import { b36u, b62, defineRule, fake, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const runpod = [
  defineRule({
    id: 'runpod-api-key',
    title: 'RunPod API key',
    severity: 'high',
    description: 'Starts and stops machines and calls endpoints with the balance of the account.',
    remediation: 'Delete the key at runpod.io under Settings › API Keys, then issue one with fewer permissions.',
    references: ['https://docs.runpod.io/'],
    environment: ['RUNPOD_API_KEY'],
    anchors: ['rpa_'],
    pattern: token('rpa_', run(b36u, 40) + run(b62, 6), b62),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`RUNPOD_API_KEY=${`rpa_${fake(b36u, 40, 1)}${fake(b62, 6, 1)}`}`,
        leak`runpod.api_key = "${`rpa_${fake(b36u, 40, 2)}${fake(b62, 6, 2)}`}"`,
      ],
      clean: [`rpa_${fake(b36u, 45)}`, `rpa_${fake(b36u, 47)}`, `rpa_${'x'.repeat(46)}`],
    }),
  }),
];

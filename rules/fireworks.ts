import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const fireworks = [
  defineRule({
    id: 'fireworks-api-key',
    title: 'Fireworks AI API key',
    severity: 'high',
    description: 'Calls and deploys models at the expense of the account.',
    remediation: 'Delete the key at fireworks.ai under API keys, then issue a new one.',
    references: ['https://docs.fireworks.ai/'],
    environment: ['FIREWORKS_API_KEY'],
    anchors: ['fw_'],
    pattern: token('fw_', run(b62, 24), b62),
    near: { words: ['fireworks'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`FIREWORKS_API_KEY=${`fw_${fake(b62, 24, 1)}`}`,
        leak`createFireworks({ apiKey: '${`fw_${fake(b62, 24, 2)}`}' })`,
      ],
      clean: [
        `firmware = fw_${fake(b62, 24)}`,
        `FIREWORKS_API_KEY=fw_${fake(b62, 23)}`,
        'FIREWORKS_API_KEY=fw_your_api_key',
      ],
    }),
  }),
];

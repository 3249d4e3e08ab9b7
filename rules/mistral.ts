import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const mistral = [
  defineNamedRule({
    id: 'mistral-api-key',
    title: 'Mistral AI API key',
    severity: 'high',
    description: 'Calls the Mistral models at the expense of its workspace, and reads its files and agents.',
    remediation: 'Delete the key at console.mistral.ai under API keys, then issue a new one.',
    references: ['https://docs.mistral.ai/'],
    environment: ['MISTRAL_API_KEY'],
    words: ['mistral'],
    value: whole(run(b62, 32)),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`MISTRAL_API_KEY=${fake(b62, 32, 1)}`,
        leak`const client = new Mistral({ apiKey: "${fake(b62, 32, 2)}" });`,
        leak`mistral:\n  model: mistral-large\n  api-key: ${fake(b62, 32, 3)}`,
      ],
      clean: [`API_KEY=${fake(b62, 32)}`, `MISTRAL_API_KEY=${fake(b62, 31)}`, `MISTRAL_API_KEY=${'x'.repeat(32)}`],
    }),
  }),
];

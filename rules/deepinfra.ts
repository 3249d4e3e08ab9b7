import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const deepinfra = [
  defineNamedRule({
    id: 'deepinfra-api-key',
    title: 'DeepInfra API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models DeepInfra serves at the expense of the account.',
    remediation: 'Delete the key at deepinfra.com/dash/api_keys, then issue a new one.',
    references: ['https://deepinfra.com/docs'],
    environment: ['DEEPINFRA_API_KEY'],
    words: ['deepinfra'],
    value: whole(run(b62, 32)),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`DEEPINFRA_API_KEY=${fake(b62, 32, 1)}`,
        leak`const deepinfra = createDeepInfra({ apiKey: '${fake(b62, 32, 2)}' });`,
      ],
      clean: [`API_KEY=${fake(b62, 32)}`, `DEEPINFRA_API_KEY=${fake(b62, 30)}`, `DEEPINFRA_API_KEY=${'x'.repeat(32)}`],
    }),
  }),
];

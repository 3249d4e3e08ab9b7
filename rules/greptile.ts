import { b64, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const greptile = [
  defineNamedRule({
    id: 'greptile-api-key',
    title: 'Greptile API key',
    severity: 'high',
    description: 'Asks questions about the indexed repositories, private code included.',
    remediation: 'Delete the key at app.greptile.com under API, then issue a new one.',
    references: ['https://www.greptile.com/docs'],
    environment: ['GREPTILE_API_KEY'],
    words: ['greptile'],
    value: whole(run(b64, 48)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`GREPTILE_API_KEY=${fake(b64, 48, 1)}`, leak`{ "greptile_token": "${fake(b64, 48, 2)}" }`],
      clean: [`API_KEY=${fake(b64, 48)}`, `GREPTILE_API_KEY=${fake(b64, 47)}`, `GREPTILE_API_KEY=${'x'.repeat(48)}`],
    }),
  }),
];

import { b62, b64, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const clockify = [
  defineNamedRule({
    id: 'clockify-api-key',
    title: 'Clockify API key',
    severity: 'medium',
    description: 'Acts as its owner: reads and changes time entries and projects of the workspaces.',
    remediation: 'Generate a new key under Preferences › Advanced in Clockify: the old one stops working.',
    references: ['https://docs.clockify.me/'],
    environment: ['CLOCKIFY_API_KEY'],
    words: ['clockify'],
    value: whole(run(b64, 48)),
    examples: () => ({
      leaks: [leak`CLOCKIFY_API_KEY=${fake(b62, 48)}`, leak`clockify = { apiKey: "${fake(b62, 48, 2)}" }`],
      clean: [`CLOCKIFY_API_KEY=${fake(b62, 47)}`, `apiKey: "${fake(b62, 48)}"`],
    }),
  }),
];

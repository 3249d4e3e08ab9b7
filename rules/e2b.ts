import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const e2b = [
  defineRule({
    id: 'e2b-api-key',
    title: 'E2B API key',
    severity: 'high',
    description: 'Starts sandboxes and runs code in them at the expense of the team.',
    remediation: 'Delete the key at e2b.dev in the dashboard under Keys, then issue a new one.',
    references: ['https://e2b.dev/docs'],
    environment: ['E2B_API_KEY'],
    anchors: ['e2b_'],
    pattern: token('e2b_', run(hex, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`E2B_API_KEY=${`e2b_${fake(hex, 40, 1)}`}`,
        leak`Sandbox.create({ apiKey: '${`e2b_${fake(hex, 40, 2)}`}' })`,
      ],
      clean: [`e2b_${fake(hex, 39)}`, `e2b_${fake(hex, 41)}`, `e2b_${'x'.repeat(40)}`],
    }),
  }),
];

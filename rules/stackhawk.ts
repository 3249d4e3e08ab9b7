import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const stackhawk = [
  defineRule({
    id: 'stackhawk-api-key',
    title: 'StackHawk API key',
    severity: 'high',
    description: 'Runs scans and reads their results, the weaknesses of every application.',
    remediation: 'Delete the key in StackHawk under Settings › API keys.',
    references: ['https://docs.stackhawk.com/'],
    environment: ['HAWK_API_KEY'],
    anchors: ['hawk.'],
    pattern: token('hawk.', `${run(b64u, 20)}\\.${run(b64u, 20)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`HAWK_API_KEY=${`hawk.${fake(b64u, 20, 1)}.${fake(b64u, 20, 11)}`}`,
        leak`hawk init --api-key=${`hawk.${fake(b64u, 20, 2)}.${fake(b64u, 20, 12)}`}`,
      ],
      clean: [
        `hawk.${fake(b64u, 20)}.${fake(b64u, 19)}`,
        `hawk.${fake(b64u, 20)}.${fake(b64u, 21)}`,
        `ahawk.${fake(b64u, 20, 3)}.${fake(b64u, 20, 3)}`,
      ],
    }),
  }),
];

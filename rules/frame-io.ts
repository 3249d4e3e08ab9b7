import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const frameIo = [
  defineRule({
    id: 'frame-io-token',
    title: 'Frame.io developer token',
    severity: 'high',
    description: 'Reads and changes the projects and videos its owner can reach.',
    remediation: 'Delete the token at developer.frame.io, then create one with fewer scopes.',
    references: ['https://developer.frame.io/'],
    environment: ['FRAMEIO_TOKEN'],
    anchors: ['fio-u-'],
    pattern: token('fio-u-', run(b64u, 64), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`FRAMEIO_TOKEN=${`fio-u-${fake(b64u, 64)}`}`,
        leak`Authorization: Bearer ${`fio-u-${fake(b64u, 64, 2)}`}`,
      ],
      clean: [`fio-u-${fake(b62, 63)}`, `radio-fio-u-${fake(b62, 64)}`],
    }),
  }),
];

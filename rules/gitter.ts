import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const gitter = [
  defineNamedRule({
    id: 'gitter-access-token',
    title: 'Gitter access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and writes chats as its user.',
    remediation: 'Delete the application at developer.gitter.im; the service has moved to Matrix.',
    references: ['https://developer.gitter.im/'],
    environment: ['GITTER_TOKEN'],
    words: ['gitter'],
    names: /token|key|secret/i,
    value: whole(run(hex, 40)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`GITTER_TOKEN=${fake(hex, 40, 1)}`, leak`gitter_token: "${fake(hex, 40, 2)}"`],
      clean: [`TOKEN=${fake(hex, 40)}`, `GITTER_TOKEN=${fake(hex, 39)}`, `GITTER_TOKEN=${fake(hex, 41)}`],
    }),
  }),
];

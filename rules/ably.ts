import { b62, b64u, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

const fakeKey = (seed: number): string => `${fake(b62, 6, seed)}.${fake(b62, 6, seed + 1)}:${fake(b64u, 43, seed)}`;

export const ably = [
  defineNamedRule({
    id: 'ably-api-key',
    title: 'Ably API key',
    severity: 'high',
    description: 'Publishes and subscribes on the channels of the app, as its capabilities allow, without a user.',
    remediation: 'Revoke the key under API Keys of the app in Ably, then create one with fewer capabilities.',
    references: ['https://ably.com/docs/auth/basic'],
    environment: ['ABLY_API_KEY'],
    words: ['ably'],
    value: whole(`${run(b64u, 6)}\\.${run(b64u, 6)}:${run(b64u, 43)}`),
    examples: () => ({
      leaks: [leak`ABLY_API_KEY=${fakeKey(1)}`, leak`new Ably.Realtime({ key: '${fakeKey(3)}' })`],
      clean: [
        `ABLY_API_KEY=${fake(b62, 6)}.${fake(b62, 6)}`,
        `key: '${fakeKey(5)}'`,
        `ABLY_API_KEY=${fakeKey(7).slice(0, -1)}`,
      ],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const livekit = [
  defineNamedRule({
    id: 'livekit-api-secret',
    title: 'LiveKit API secret',
    severity: 'high',
    description: 'Signs tokens that join and manage every room of the project as any user.',
    remediation: 'Revoke the key under Settings › Keys of the project at cloud.livekit.io, then create a new one.',
    references: ['https://docs.livekit.io/home/get-started/authentication/'],
    environment: ['LIVEKIT_API_SECRET'],
    words: ['livekit'],
    names: /api.?secret|livekit.*secret/i,
    value: whole(run(b62, 32, 64)),
    examples: () => ({
      leaks: [leak`LIVEKIT_API_SECRET=${fake(b62, 43)}`, leak`livekit = { "api_secret": "${fake(b62, 44, 2)}" }`],
      clean: [
        `LIVEKIT_API_SECRET=${fake(b62, 20)}`,
        `LIVEKIT_API_KEY=API${fake(b62, 12)}`,
        `api_secret: "${fake(b62, 43)}"`,
      ],
    }),
  }),
];

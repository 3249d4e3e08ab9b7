import { defineNamedRule, fake, fakeUuid, hex, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

export const fal = [
  defineNamedRule({
    id: 'fal-api-key',
    title: 'fal API key',
    severity: 'high',
    description: 'Runs models with the credits of the account; an admin key also deploys and manages keys.',
    remediation: 'Delete the key at fal.ai in the dashboard under API Keys, then issue a new one.',
    references: ['https://docs.fal.ai/'],
    environment: ['FAL_KEY'],
    words: ['=fal', 'fal_key', 'fal_api', 'fal.ai', 'fal-ai', 'fal.run', 'fal.config'],
    value: whole(`${UUID}:${run(hex, 32)}`),
    examples: () => ({
      leaks: [
        leak`FAL_KEY=${`${fakeUuid(1)}:${fake(hex, 32, 1)}`}`,
        leak`import { fal } from "@fal-ai/client";\nconst credentials = "${`${fakeUuid(2)}:${fake(hex, 32, 2)}`}";`,
      ],
      clean: [
        `FAL_KEY=${fakeUuid(1)}`,
        `SESSION_KEY=${fakeUuid(2)}:${fake(hex, 32)}`,
        'FAL_KEY=your-key-id:your-key-secret',
      ],
    }),
  }),
];

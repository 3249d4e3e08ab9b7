import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const mergify = [
  defineRule({
    id: 'mergify-application-key',
    title: 'Mergify application key',
    severity: 'medium',
    description: 'Calls the API of Mergify for an organisation: queues, freezes, merges.',
    remediation: 'Delete the key in the Mergify dashboard under Settings › API.',
    references: ['https://docs.mergify.com/'],
    environment: ['MERGIFY_TOKEN'],
    anchors: ['mergify_application_key_'],
    pattern: token('mergify_application_key_', run(b64u, 64, 128), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`MERGIFY_TOKEN=${`mergify_application_key_${fake(b64u, 64, 1)}`}`,
        leak`Authorization: Bearer ${`mergify_application_key_${fake(b64u, 64, 2)}`}`,
      ],
      clean: [
        `mergify_application_key_${fake(b64u, 63)}`,
        `mergify_application_key_${fake(b64u, 129)}`,
        `amergify_application_key_${fake(b64u, 64, 3)}`,
      ],
    }),
  }),
];

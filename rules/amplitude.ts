import { defineNamedRule, fake, hex, isPublic, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://amplitude.com/docs/apis/authentication'] as const;

export const amplitude = [
  defineNamedRule({
    id: 'amplitude-secret-key',
    title: 'Amplitude secret key',
    severity: 'high',
    description: 'Exports all events and users of the project, together with its public API key.',
    remediation: 'Rotate the secret key under Settings › Projects in Amplitude.',
    references,
    environment: ['AMPLITUDE_SECRET_KEY'],
    words: ['amplitude'],
    strict: true,
    names: /amplitude.*secret|secret.?key|^secret$/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`AMPLITUDE_SECRET_KEY=${fake(hex, 32)}`,
        leak`{ "amplitude": { "secretKey": "${fake(hex, 32, 2)}" } }`,
      ],
      clean: [`AMPLITUDE_SECRET_KEY=${fake(hex, 31)}`, `AMPLITUDE_API_KEY=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'amplitude-api-key',
    title: 'Amplitude API key',
    severity: 'note',
    description: 'Lets a client send events. It reads nothing.',
    remediation: 'Nothing has to be done: the API key is made for code that users can read.',
    references,
    environment: ['AMPLITUDE_API_KEY'],
    words: ['amplitude'],
    names: /api.?key|project.?key|amplitude.?(?:key|token)|write.?key/i,
    neighbours: false,
    value: whole(run(hex, 32)),
    judge: () => isPublic('an API key can only send'),
    examples: () => ({
      leaks: [leak`AMPLITUDE_API_KEY=${fake(hex, 32)}`, leak`VITE_AMPLITUDE_KEY="${fake(hex, 32, 2)}"`],
      clean: [`AMPLITUDE_API_KEY=${fake(hex, 31)}`, `amplitude = ${fake(hex, 32)}`],
    }),
  }),
];

import { b64u, defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const ollama = [
  defineNamedRule({
    id: 'ollama-api-key',
    title: 'Ollama Cloud API key',
    severity: 'high',
    description: 'Calls cloud models within the plan of its owner, and pushes models under the owner’s name.',
    remediation: 'Delete the key at ollama.com/settings/keys, then issue a new one.',
    references: ['https://docs.ollama.com/'],
    environment: ['OLLAMA_API_KEY'],
    words: ['ollama'],
    value: whole(`${run(hex, 32)}\\.${run(b64u, 24)}`),
    examples: () => ({
      leaks: [
        leak`OLLAMA_API_KEY=${`${fake(hex, 32, 1)}.${fake(b64u, 24, 1)}`}`,
        leak`// https://ollama.com/api/chat\nconst token = "${`${fake(hex, 32, 2)}.${fake(b64u, 24, 2)}`}";`,
      ],
      clean: [
        `API_KEY=${fake(hex, 32)}.${fake(b64u, 24)}`,
        `OLLAMA_API_KEY=${fake(hex, 32)}.${fake(b64u, 23)}`,
        'OLLAMA_API_KEY=ollama',
      ],
    }),
  }),
];

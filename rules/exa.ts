import { defineNamedRule, fake, fakeUuid, hex, leak, ownWord, UUID, whole } from '../src/rule-kit/index.ts';

export const exa = [
  defineNamedRule({
    id: 'exa-api-key',
    title: 'Exa API key',
    severity: 'high',
    description: 'Searches the web with the credits of the team.',
    remediation: 'Delete the key at dashboard.exa.ai under API Keys, then issue a new one.',
    references: ['https://docs.exa.ai/'],
    environment: ['EXA_API_KEY'],
    words: ['=exa', 'exa_api', 'exa.ai', 'exa-js', 'exa_py', 'exa_search'],
    value: whole(UUID),
    judge: ownWord('exa', 'exa.ai', 'exa-js', 'exa_py', 'exa_search'),
    examples: () => ({
      leaks: [
        leak`EXA_API_KEY=${fakeUuid(1)}`,
        leak`import Exa from "exa-js";\nconst exa = new Exa({ apiKey: "${fakeUuid(2)}" });`,
        leak`curl https://api.exa.ai/search -H "x-api-key: ${fakeUuid(3)}"`,
      ],
      clean: [`HEXA_API_KEY=${fakeUuid(1)}`, `example_token=${fakeUuid(2)}`, `EXA_API_KEY=${fake(hex, 32)}`],
    }),
  }),
];

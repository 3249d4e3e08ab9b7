import { b62, b64u, defineNamedRule, fake, held, isMixed, leak, ownWord, run, whole } from '../src/rule-kit/index.ts';

export const lighton = [
  defineNamedRule({
    id: 'lighton-api-key',
    title: 'LightOn Paradigm API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the models of a Paradigm server, and reads the documents its owner may read.',
    remediation: 'Delete the key in Paradigm under the profile’s API keys, then issue a new one.',
    references: ['https://paradigm.lighton.ai/'],
    environment: ['PARADIGM_API_KEY'],
    words: ['lighton', '=paradigm', 'paradigm_api'],
    value: whole(run(b64u, 40, 80)),
    judge: (match) =>
      isMixed(match.secret) ? ownWord('lighton', 'paradigm')(match) : held('low-variety', 'letters of one case only'),
    examples: () => ({
      leaks: [
        leak`PARADIGM_API_KEY=${fake(b62, 48, 1)}`,
        leak`base_url="https://paradigm.lighton.ai/api/v2", api_key="${fake(b62, 60, 2)}"`,
      ],
      clean: [`FLIGHTON_API_KEY=${fake(b62, 48)}`, `PARADIGM_API_KEY=${fake(b62, 30)}`],
    }),
  }),
];

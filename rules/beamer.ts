import { b62, b64u, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const beamer = [
  defineNamedRule({
    id: 'beamer-api-key',
    title: 'Beamer API key',
    severity: 'medium',
    description: 'Publishes posts and reads users and feedback of the account.',
    remediation: 'Delete the key under Settings › API in Beamer, then create a new one.',
    references: ['https://www.getbeamer.com/api'],
    environment: ['BEAMER_API_KEY'],
    words: ['beamer'],
    value: whole(`b_${run(b64u, 44)}`),
    examples: () => ({
      leaks: [
        leak`BEAMER_API_KEY=${`b_${fake(b62, 44)}`}`,
        leak`beamer.init({ api_key: "${`b_${fake(b62, 44, 2)}`}" })`,
      ],
      clean: [`BEAMER_API_KEY=b_${fake(b62, 43)}`, `api_key: "b_${fake(b62, 44)}"`],
    }),
  }),
];

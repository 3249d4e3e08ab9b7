import { b36l, b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const sanity = [
  defineNamedRule({
    id: 'sanity-token',
    title: 'Sanity API token',
    severity: 'high',
    description: 'Reads drafts and, as its role allows, changes the content of the project.',
    remediation: 'Delete the token under API › Tokens of the project at sanity.io/manage, then add a new one.',
    references: ['https://www.sanity.io/docs/content-lake/http-auth'],
    environment: ['SANITY_API_TOKEN', 'SANITY_AUTH_TOKEN', 'SANITY_API_READ_TOKEN', 'SANITY_API_WRITE_TOKEN'],
    words: ['sanity'],
    value: whole(`sk${run(b62, 80, 180)}`),
    examples: () => ({
      leaks: [
        leak`SANITY_API_TOKEN=${`sk${fake(b62, 178)}`}`,
        leak`sanity.withConfig({ token: '${`sk${fake(b62, 180, 2)}`}' })`,
      ],
      clean: [
        `SANITY_API_TOKEN=sk${fake(b62, 40)}`,
        `token: 'sk${fake(b62, 180)}'`,
        `SANITY_PROJECT_ID=${fake(b36l, 8)}`,
      ],
    }),
  }),
];

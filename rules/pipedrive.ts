import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const pipedrive = [
  defineNamedRule({
    id: 'pipedrive-api-token',
    title: 'Pipedrive API token',
    severity: 'high',
    description: 'Acts as its owner: reads and changes deals and contacts of the company.',
    remediation: 'Regenerate the token under Personal preferences › API in Pipedrive.',
    references: ['https://pipedrive.readme.io/docs/core-api-concepts-authentication'],
    environment: ['PIPEDRIVE_API_TOKEN', 'PIPEDRIVE_API_KEY'],
    words: ['pipedrive'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [
        leak`PIPEDRIVE_API_TOKEN=${fake(hex, 40)}`,
        leak`https://api.pipedrive.com/v1/deals?api_token=${fake(hex, 40, 2)}`,
      ],
      clean: [`PIPEDRIVE_API_TOKEN=${fake(hex, 39)}`, `api_token=${fake(hex, 40)}`],
    }),
  }),
];

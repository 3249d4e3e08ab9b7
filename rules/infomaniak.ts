import { b64u, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const infomaniak = [
  defineNamedRule({
    id: 'infomaniak-api-token',
    title: 'Infomaniak API token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on the products within its scopes: mail, domains, hosting.',
    remediation: 'Delete the token in the manager under Developer › API tokens.',
    references: ['https://developer.infomaniak.com/'],
    environment: ['INFOMANIAK_TOKEN'],
    words: ['infomaniak'],
    value: whole(run(b64u, 60, 100)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`INFOMANIAK_TOKEN=${fake(b64u, 80, 1)}`, leak`infomaniak_api_token: "${fake(b64u, 80, 2)}"`],
      clean: [`TOKEN=${fake(b64u, 80)}`, `INFOMANIAK_TOKEN=${fake(b64u, 59)}`, `INFOMANIAK_TOKEN=${fake(b64u, 101)}`],
    }),
  }),
];

import { b36u, b62, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const plivo = [
  defineNamedRule({
    id: 'plivo-auth-token',
    title: 'Plivo auth token',
    severity: 'high',
    confidence: 'medium',
    description: 'With its auth id it sends messages and calls at the expense of the Plivo account.',
    remediation: 'Reset the auth token on the Plivo console.',
    references: ['https://www.plivo.com/docs/'],
    environment: ['PLIVO_AUTH_TOKEN'],
    words: ['plivo'],
    names: /token|secret/i,
    value: whole(run(b62, 40)),
    examples: () => ({
      leaks: [
        leak`PLIVO_AUTH_TOKEN=${fake(b62, 40, 1)}`,
        leakBetween(`client = plivo.RestClient("MA${fake(b36u, 18)}", auth_token="`, fake(b62, 40, 2), '")'),
      ],
      clean: [`AUTH_TOKEN=${fake(b62, 40)}`, `PLIVO_AUTH_ID=MA${fake(b36u, 18)}`],
    }),
  }),
];

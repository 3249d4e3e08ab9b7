import { b64, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const aiven = [
  defineNamedRule({
    id: 'aiven-access-token',
    title: 'Aiven access token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on every project: databases with their passwords and data.',
    remediation: 'Revoke the token in the console under User information › Tokens.',
    references: ['https://aiven.io/docs/platform/howto/create_authentication_token'],
    environment: ['AIVEN_TOKEN', 'AIVEN_AUTH_TOKEN'],
    words: ['aiven'],
    value: whole(run(b64, 372)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`AIVEN_TOKEN=${fake(b64, 372, 1)}`, leak`aiven_api_token: "${fake(b64, 372, 2)}"`],
      clean: [`TOKEN=${fake(b64, 372)}`, `AIVEN_TOKEN=${fake(b64, 371)}`, `AIVEN_TOKEN=${fake(b64, 373)}`],
    }),
  }),
];

import { b62, defineNamedRule, fake, fakeUuid, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

export const keycloak = [
  defineNamedRule({
    id: 'keycloak-client-secret',
    title: 'Keycloak client secret',
    severity: 'high',
    description: 'Stands in for the client: gets tokens of the realm, for a service account without any user.',
    remediation: 'Regenerate the secret under Clients › Credentials of the realm.',
    references: ['https://www.keycloak.org/documentation'],
    environment: ['KEYCLOAK_CLIENT_SECRET'],
    words: ['keycloak'],
    names: /client.?secret|keycloak.*secret|credentials.*secret|^secret$/i,
    value: whole(`(?:${UUID}|${run(b62, 32)})`),
    examples: () => ({
      leaks: [leak`KEYCLOAK_CLIENT_SECRET=${fakeUuid(1)}`, leak`keycloak.credentials.secret=${fake(b62, 32, 2)}`],
      clean: [
        `KEYCLOAK_CLIENT_SECRET=${fake(b62, 31)}`,
        `client_secret=${fakeUuid(2)}`,
        `KEYCLOAK_CLIENT_ID=${fakeUuid(3)}`,
      ],
    }),
  }),
];

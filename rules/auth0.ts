import {
  b62,
  b64u,
  because,
  clientId,
  decodeJwt,
  defineNamedRule,
  fake,
  fakeJwt,
  leak,
  proven,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const part = run(b64u, 10, 3000);
const isManagement = (secret: string): boolean => {
  const claims = decodeJwt(secret)?.claims;
  return claims !== undefined && /auth0\.com/.test(`${claims['iss']} ${claims['aud']}`);
};
const claims = { iss: 'https://shop.eu.auth0.com/', aud: 'https://shop.eu.auth0.com/api/v2/', exp: 1_900_000_000 };

export const auth0 = [
  defineNamedRule({
    id: 'auth0-client-secret',
    title: 'Auth0 client secret',
    severity: 'high',
    description:
      'Stands in for the application: gets tokens from the tenant, for a machine application without any user.',
    remediation: 'Rotate the secret under Applications › Settings of the application in the Auth0 dashboard.',
    partner: clientId('[0-9A-Za-z]{32}'),
    references: ['https://auth0.com/docs/get-started/applications/rotate-client-secret'],
    environment: ['AUTH0_CLIENT_SECRET', 'AUTH0_SECRET'],
    words: ['auth0'],
    names: /client.?secret|auth0.*secret/i,
    value: whole(run(b64u, 64)),
    examples: () => ({
      leaks: [
        leak`AUTH0_CLIENT_SECRET=${fake(b64u, 64)}`,
        leak`{ domain: 'a.auth0.com', clientSecret: '${fake(b64u, 64, 2)}' }`,
      ],
      clean: [
        `AUTH0_CLIENT_SECRET=${fake(b62, 60)}`,
        `AUTH0_CLIENT_ID=${fake(b62, 32)}`,
        `clientSecret: '${fake(b62, 64)}'`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'auth0-management-token',
    title: 'Auth0 management token',
    severity: 'critical',
    description: 'Reads and changes users, applications and rules of the tenant until it ends.',
    remediation: 'Rotate the secret of the application it was issued to, and keep the lifetime of tokens short.',
    references: ['https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens'],
    environment: ['AUTH0_MANAGEMENT_API_TOKEN'],
    supersedes: ['json-web-token'],
    words: ['auth0'],
    names: /token|key|jwt/i,
    value: whole(`eyJ${part}\\.eyJ${part}\\.${part}`),
    judge: (match) =>
      isManagement(match.secret) ? proven('issued by an Auth0 tenant') : because('names another issuer', -1),
    examples: () => ({
      leaks: [leak`AUTH0_MANAGEMENT_API_TOKEN=${fakeJwt(claims)}`, leak`auth0.token = "${fakeJwt(claims, 2)}"`],
      clean: [`AUTH0_MANAGEMENT_API_TOKEN=${fake(b62, 64)}`, `api_token=${fakeJwt(claims, 3)}`],
    }),
  }),
];

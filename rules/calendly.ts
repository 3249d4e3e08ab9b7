import {
  b62,
  b64u,
  because,
  decodeJwt,
  defineNamedRule,
  fake,
  fakeJwt,
  leak,
  proven,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const part = run(b64u, 10, 1500);
const isCalendly = (secret: string): boolean => String(decodeJwt(secret)?.claims['iss'] ?? '').includes('calendly.com');
const claims = { iss: 'https://auth.calendly.com', user_uuid: 'a' };

export const calendly = [
  defineNamedRule({
    id: 'calendly-token',
    title: 'Calendly access token',
    severity: 'high',
    description: 'Acts as its owner: reads invitees with names and addresses, and changes event types and webhooks.',
    remediation: 'Revoke the token under Integrations › API & Webhooks in Calendly, then generate a new one.',
    references: ['https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens'],
    environment: ['CALENDLY_API_KEY', 'CALENDLY_TOKEN'],
    supersedes: ['json-web-token'],
    words: ['calendly'],
    value: whole(`eyJ${part}\\.eyJ${part}\\.${part}`),
    judge: (match) =>
      isCalendly(match.secret) ? proven('issued by calendly.com') : because('names another issuer', -1),
    examples: () => ({
      leaks: [leak`CALENDLY_API_KEY=${fakeJwt(claims)}`, leak`{ "calendlyToken": "${fakeJwt(claims, 2)}" }`],
      clean: [`CALENDLY_API_KEY=${fake(b62, 43)}`, `api_key=${fakeJwt(claims)}`],
    }),
  }),
];

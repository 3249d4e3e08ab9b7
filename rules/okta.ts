import { b62, b64u, defineNamedRule, defineRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://developer.okta.com/docs/guides/create-an-api-token/main/'] as const;
const description =
  'Acts as the administrator who made it: reads and changes users, groups and applications of the organisation.';
const remediation = 'Revoke the token under Security › API › Tokens in the Okta admin console, then create a new one.';

export const okta = [
  defineNamedRule({
    id: 'okta-api-token',
    title: 'Okta API token',
    severity: 'critical',
    description,
    remediation,
    references,
    environment: ['OKTA_API_TOKEN', 'OKTA_CLIENT_TOKEN'],
    words: ['okta', 'ssws'],
    names: /token|key|secret|auth|ssws/i,
    value: whole(`00${run(b64u, 40)}`),
    examples: () => ({
      leaks: [
        leak`OKTA_API_TOKEN=${`00${fake(b64u, 40)}`}`,
        leak`{ orgUrl: 'https://a.okta.com', token: '${`00${fake(b64u, 40, 2)}`}' }`,
      ],
      clean: [`OKTA_API_TOKEN=00${fake(b62, 39)}`, `token=00${fake(b62, 40)}`, `OKTA_CLIENT_ID=0oa${fake(b62, 17)}`],
    }),
  }),
  defineRule({
    id: 'okta-api-token-header',
    title: 'Okta API token in a header',
    severity: 'critical',
    description,
    remediation,
    references,
    environment: ['OKTA_API_TOKEN'],
    anchors: ['SSWS '],
    pattern: new RegExp(`SSWS (?<secret>00${run(b64u, 40)})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`curl -H "Authorization: SSWS ${`00${fake(b64u, 40, 3)}`}" https://example.org/api/v1/users`,
        leak`Authorization: 'SSWS ${`00${fake(b64u, 40, 4)}`}'`,
      ],
      clean: ['Authorization: SSWS {{API_TOKEN}}', `SSWS 00${fake(b62, 39)}`],
    }),
  }),
  defineNamedRule({
    id: 'okta-client-secret',
    title: 'Okta client secret',
    severity: 'high',
    description: 'Stands in for the application when it asks the Okta organisation for tokens.',
    remediation: 'Add a new secret to the application in the Okta admin console, then deactivate and delete this one.',
    references: ['https://developer.okta.com/docs/guides/client-secret-rotation-key/main/'],
    environment: ['OKTA_CLIENT_SECRET', 'OKTA_OAUTH2_CLIENT_SECRET'],
    words: ['okta'],
    names: /client.?secret/i,
    value: whole(`(?:${run(b64u, 40)}|${run(b64u, 64)})`),
    examples: () => ({
      leaks: [leak`OKTA_CLIENT_SECRET=${fake(b64u, 64)}`, leak`oktaClientSecret: "${fake(b62, 40, 2)}"`],
      clean: [`OKTA_CLIENT_SECRET=${fake(b62, 39)}`, `client_secret: "${fake(b62, 64)}"`],
    }),
  }),
];

import { b62, b64u, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

const facts = {
  confidence: 'medium',
  references: ['https://learn.microsoft.com/linkedin/shared/authentication/authentication'],
  words: ['linkedin'],
} as const;

export const linkedin = [
  defineNamedRule({
    ...facts,
    id: 'linkedin-client-secret',
    title: 'LinkedIn client secret',
    severity: 'high',
    description: 'With the client id it obtains tokens in the name of the app.',
    remediation: 'Generate a new secret on the Auth page of the app at developer.linkedin.com, then delete this one.',
    environment: ['LINKEDIN_CLIENT_SECRET'],
    names: /secret/i,
    value: whole(run(b62, 16)),
    examples: () => ({
      leaks: [
        leak`LINKEDIN_CLIENT_SECRET=${fake(b62, 16, 1)}`,
        leakBetween("LinkedInProvider({ clientId: 'x', clientSecret: '", fake(b62, 16, 2), "' })"),
      ],
      clean: [`CLIENT_SECRET=${fake(b62, 16)}`, `LINKEDIN_CLIENT_ID=${fake(b62, 14)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'linkedin-access-token',
    title: 'LinkedIn access token',
    severity: 'high',
    description: 'Acts for the member who authorised the app, until it expires after two months.',
    remediation: 'Revoke it with the token inspector at developer.linkedin.com, or by a new client secret.',
    environment: ['LINKEDIN_ACCESS_TOKEN'],
    names: /token/i,
    value: whole(`AQ${run(b64u, 150, 800)}`),
    examples: () => ({
      leaks: [
        leak`LINKEDIN_ACCESS_TOKEN=${`AQ${fake(b64u, 340, 1)}`}`,
        leakBetween('# api.linkedin.com\naccess_token: ', `AQ${fake(b62, 340, 2)}`),
      ],
      clean: [`ACCESS_TOKEN=AQ${fake(b62, 340)}`, `LINKEDIN_ACCESS_TOKEN=AQ${fake(b62, 40)}`],
    }),
  }),
];

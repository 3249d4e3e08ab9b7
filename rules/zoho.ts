import { alone, b62, defineNamedRule, defineRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const fakeToken = (seed: number): string => `1000.${fake(hex, 32, seed)}.${fake(hex, 32, seed + 1)}`;

export const zoho = [
  defineRule({
    id: 'zoho-oauth-token',
    title: 'Zoho OAuth token',
    severity: 'high',
    description:
      'An access token acts for an hour with its scopes; a refresh token of the same shape makes new ones without an end.',
    remediation: 'Revoke it with the revoke call of accounts.zoho.com, or remove the client at api-console.zoho.com.',
    references: ['https://www.zoho.com/accounts/protocol/oauth.html'],
    environment: ['ZOHO_REFRESH_TOKEN', 'ZOHO_ACCESS_TOKEN'],
    anchors: ['1000.'],
    pattern: alone(`1000\\.${run(hex, 32)}\\.${run(hex, 32)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`ZOHO_REFRESH_TOKEN=${fakeToken(1)}`, leak`Authorization: Zoho-oauthtoken ${fakeToken(3)}`],
      clean: [`1000.${fake(hex, 32)}`, fakeToken(5).slice(0, -1), `11000.${fake(hex, 32)}.${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'zoho-client-secret',
    title: 'Zoho client secret',
    severity: 'high',
    description: 'Stands in for the client when it asks Zoho for tokens.',
    remediation: 'Reset the secret of the client at api-console.zoho.com.',
    references: ['https://www.zoho.com/accounts/protocol/oauth.html'],
    environment: ['ZOHO_CLIENT_SECRET'],
    words: ['zoho'],
    names: /secret/i,
    value: whole(run(hex, 42)),
    examples: () => ({
      leaks: [leak`ZOHO_CLIENT_SECRET=${fake(hex, 42)}`, leak`zoho = { clientSecret: '${fake(hex, 42, 2)}' }`],
      clean: [`ZOHO_CLIENT_SECRET=${fake(hex, 41)}`, `client_secret=${fake(hex, 42)}`],
    }),
  }),
];

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

/** A token of the platform names the user and the account it acts for. */
const isMonday = (secret: string): boolean => {
  const claims = decodeJwt(secret)?.claims;
  return claims !== undefined && 'uid' in claims && 'actid' in claims;
};
const part = run(b64u, 10, 1500);
const claims = { tid: 1, aai: 11, uid: 2, iad: '2026-01-01T00:00:00.000Z', per: 'me:write', actid: 3, rgn: 'use1' };

export const monday = [
  defineNamedRule({
    id: 'monday-api-token',
    title: 'monday.com API token',
    severity: 'high',
    description: 'Acts as its owner: reads and changes boards, items and users of the account.',
    remediation: 'Regenerate the token under Administration › API or in the developer centre of the profile.',
    references: ['https://developer.monday.com/api-reference/docs/authentication'],
    environment: ['MONDAY_API_TOKEN', 'MONDAY_API_KEY'],
    supersedes: ['json-web-token'],
    words: ['monday.com', 'mondayapi', 'monday_api', 'mondaytoken', 'mondaykey', 'mondayaccess'],
    value: whole(`eyJ${part}\\.eyJ${part}\\.${part}`),
    judge: (match) =>
      isMonday(match.secret) ? proven('claims as monday.com issues them') : because('claims of another kind', -1),
    examples: () => ({
      leaks: [
        leak`MONDAY_API_TOKEN=${fakeJwt(claims)}`,
        leak`fetch('https://api.monday.com/v2', { headers: { authorization: '${fakeJwt(claims, 2)}' } })`,
      ],
      clean: [`MONDAY_API_TOKEN=${fake(b62, 60)}`, `monday_token_count=12345678`, `api_token=${fakeJwt({ sub: 'a' })}`],
    }),
  }),
];

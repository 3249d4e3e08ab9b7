import {
  alone,
  b62,
  b64u,
  because,
  decodeJwt,
  decodesAsJwt,
  defineRule,
  fake,
  fakeJwt,
  held,
  JWT,
  leakBetween,
} from '../src/rule-kit/index.ts';

const claims = { p: '1234567', iss: 'SF:1001', exp: 1900000000 };

export const snowflake = [
  defineRule({
    id: 'snowflake-access-token',
    title: 'Snowflake programmatic access token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on the data of an account, with the role the token was restricted to.',
    remediation: 'Run `ALTER USER … REMOVE PROGRAMMATIC ACCESS TOKEN …`, then look at the login history of the user.',
    references: ['https://docs.snowflake.com/en/user-guide/programmatic-access-tokens'],
    environment: ['SNOWFLAKE_TOKEN', 'SNOWFLAKE_PASSWORD'],
    anchors: ['i:snowflake'],
    pattern: alone(JWT, b64u),
    reach: { before: 1200, after: 1500 },
    near: {
      words: [
        'snowflakecomputing.com',
        'snowflake_token',
        'snowflake_password',
        'snowflake_pat',
        'programmatic access token',
      ],
      bytes: 300,
    },
    judge: (match) => {
      if (!decodeJwt(match.secret)) return decodesAsJwt(match);
      const name = match.window.slice(Math.max(0, match.at - 60), match.at);
      if (!/token|pat|password|auth/i.test(name)) return held('not-a-value', 'no telling name');
      return /snowflake/i.test(name)
        ? because('its name says so', 1)
        : because('stands beside an account of Snowflake');
    },
    examples: () => ({
      leaks: [
        leakBetween('SNOWFLAKE_TOKEN=', fakeJwt(claims, 1)),
        leakBetween('account: acme.snowflakecomputing.com\npassword: "', fakeJwt(claims, 2), '"'),
      ],
      clean: [
        `TOKEN=${fakeJwt(claims, 3)}`,
        `SNOWFLAKE_TOKEN=eyJ${fake(b62, 40)}.eyJ${fake(b62, 80)}.${fake(b62, 43)}`,
        `SNOWFLAKE_TOKEN=${fake(b64u, 80)}`,
      ],
    }),
  }),
];

import { b62, because, defineNamedRule, fake, leak, leakBetween, plausible, whole } from '../src/rule-kit/index.ts';

/** Tokens seen decode to `tok:` and what follows. */
const opening = 'tok:';
const minted = (seed: number): string => Buffer.from(opening + fake(b62, 40, seed)).toString('base64');

export const intercom = [
  defineNamedRule({
    id: 'intercom-access-token',
    title: 'Intercom access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and writes the conversations and contacts of the Intercom workspace.',
    remediation: 'Regenerate the token on the Authentication page of the app in the Intercom developer hub.',
    references: ['https://developers.intercom.com'],
    environment: ['INTERCOM_ACCESS_TOKEN', 'INTERCOM_TOKEN'],
    words: ['intercom'],
    names: /token|key|secret|auth/i,
    value: whole('[0-9A-Za-z+/_-]{58,59}={1,2}'),
    judge: ({ secret }) =>
      Buffer.from(secret, 'base64').toString('latin1').startsWith(opening)
        ? because('opens like the tokens Intercom issues', 1)
        : plausible,
    examples: () => ({
      leaks: [
        leak`INTERCOM_ACCESS_TOKEN=${minted(1)}`,
        leakBetween("import { Client } from 'intercom-client';\nconst token = '", `${fake(b62, 59, 2)}=`, "';"),
      ],
      clean: [
        `ACCESS_TOKEN=${fake(b62, 59)}=`,
        `INTERCOM_APP_ID=${fake(b62, 8)}`,
        `INTERCOM_ACCESS_TOKEN=${fake(b62, 40)}`,
      ],
    }),
  }),
];

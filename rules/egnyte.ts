import { b36l, b62, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const egnyte = [
  defineNamedRule({
    id: 'egnyte-token',
    title: 'Egnyte access token or client secret',
    severity: 'high',
    description: 'Reads and changes the files of the domain as the user it was issued to.',
    remediation: 'Revoke the application for the user in Egnyte, and ask for a new key at developers.egnyte.com.',
    references: ['https://developers.egnyte.com/docs/read/Public_API_Authentication'],
    environment: ['EGNYTE_ACCESS_TOKEN', 'EGNYTE_CLIENT_SECRET'],
    words: ['egnyte'],
    names: /egnyte.*(?:token|key|secret)|^(?:access_?)?token$|client.?secret/i,
    value: whole(run(b62, 24, 64)),
    judge: (match) => (/[0-9]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`EGNYTE_ACCESS_TOKEN=${`${fake(b36l, 31)}7`}`, leak`egnyte:\n- token: "${`${fake(b62, 31, 2)}4`}"`],
      clean: [
        `EGNYTE_ACCESS_TOKEN=${fake(b62, 20)}`,
        `token: "${fake(b62, 32)}"`,
        'EGNYTE_TOKEN=egnyteTokenFromTheVault',
      ],
    }),
  }),
];

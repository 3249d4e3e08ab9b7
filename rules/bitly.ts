import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const bitly = [
  defineNamedRule({
    id: 'bitly-access-token',
    title: 'Bitly access token',
    severity: 'medium',
    description: 'Makes and redirects short links of the account, and reads their statistics.',
    remediation: 'Regenerate the token under Settings › API in Bitly.',
    references: ['https://dev.bitly.com/'],
    environment: ['BITLY_ACCESS_TOKEN', 'BITLY_TOKEN'],
    words: ['bitly'],
    neighbours: false,
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`BITLY_ACCESS_TOKEN=${fake(hex, 40)}`, leak`{ "bitlyToken": "${fake(hex, 40, 2)}" }`],
      clean: [`BITLY_ACCESS_TOKEN=${fake(hex, 39)}`, `access_token=${fake(hex, 40)}`],
    }),
  }),
];

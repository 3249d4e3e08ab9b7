import { b62, b64u, defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const gumroad = [
  defineNamedRule({
    id: 'gumroad-access-token',
    title: 'Gumroad access token',
    severity: 'high',
    description: 'Reads sales and buyers, and changes products, of its owner.',
    remediation: 'Delete the application under Settings › Advanced in Gumroad, then create a new one.',
    references: ['https://gumroad.com/api'],
    environment: ['GUMROAD_ACCESS_TOKEN'],
    words: ['gumroad'],
    names: /gumroad.*(?:token|key|secret)|access.?token/i,
    value: whole(`(?:${run(b64u, 43)}|${run(hex, 64)})`),
    examples: () => ({
      leaks: [
        leak`GUMROAD_ACCESS_TOKEN=${fake(b64u, 43)}`,
        leak`https://api.gumroad.com/v2/sales?access_token=${fake(hex, 64, 2)}`,
      ],
      clean: [`GUMROAD_ACCESS_TOKEN=${fake(b62, 42)}`, `access_token=${fake(b62, 43)}`],
    }),
  }),
];

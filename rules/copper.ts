import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const copper = [
  defineNamedRule({
    id: 'copper-api-key',
    title: 'Copper API key',
    severity: 'high',
    description: 'Reads and changes people, companies and deals of the account.',
    remediation: 'Delete the key under Settings › Integrations › API Keys in Copper, then generate a new one.',
    references: ['https://developer.copper.com/'],
    environment: ['COPPER_API_KEY'],
    words: ['=copper', 'coppercrm'],
    neighbours: false,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`COPPER_API_KEY=${fake(hex, 32)}`, leak`{ "copperApiToken": "${fake(hex, 32, 2)}" }`],
      clean: [`COPPER_API_KEY=${fake(hex, 31)}`, `wire_copper_key=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'copper-access-token-header',
    title: 'Copper API key in a header',
    severity: 'high',
    description: 'Reads and changes people, companies and deals of the account.',
    remediation: 'Delete the key under Settings › Integrations › API Keys in Copper, then generate a new one.',
    references: ['https://developer.copper.com/'],
    words: ['xpwaccesstoken', 'x-pw-accesstoken'],
    neighbours: false,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`curl -H "X-PW-AccessToken: ${fake(hex, 32)}"`, leak`{ 'X-PW-AccessToken': '${fake(hex, 32, 2)}' }`],
      clean: [`X-PW-AccessToken: ${fake(hex, 31)}`, `X-AccessToken: ${fake(hex, 32)}`],
    }),
  }),
];

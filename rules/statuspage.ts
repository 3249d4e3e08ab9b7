import { defineNamedRule, fake, fakeUuid, hex, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

export const statuspage = [
  defineNamedRule({
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    severity: 'high',
    description: 'Publishes incidents and reads the subscribers of the pages its owner can reach.',
    remediation: 'Delete the key under User settings › API info in Statuspage, then create a new one.',
    references: ['https://developer.statuspage.io/'],
    environment: ['STATUSPAGE_API_KEY'],
    words: ['statuspage'],
    names: /api.?key|token|secret|oauth/i,
    neighbours: false,
    value: whole(`(?:${UUID}|${run(hex, 64)})`),
    examples: () => ({
      leaks: [leak`STATUSPAGE_API_KEY=${fakeUuid(1)}`, leak`{ "statuspageToken": "${fake(hex, 64, 2)}" }`],
      clean: [`STATUSPAGE_API_KEY=${fake(hex, 40)}`, `api_key=${fake(hex, 64)}`, `statuspage_page_id=${fakeUuid(1)}`],
    }),
  }),
];

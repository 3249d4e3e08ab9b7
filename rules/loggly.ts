import { defineNamedRule, defineRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

const references = ['https://documentation.solarwinds.com/en/success_center/loggly/'] as const;
const description = 'Writes log events to the account. It reads nothing; pages that log from the browser show it.';
const remediation = 'Retire the customer token under Source Setup › Customer Tokens, then add a new one.';

export const loggly = [
  defineNamedRule({
    id: 'loggly-token',
    title: 'Loggly customer token',
    severity: 'low',
    description,
    remediation,
    references,
    environment: ['LOGGLY_TOKEN'],
    words: ['loggly'],
    names: /loggly.*(?:token|key|secret)|^(?:customer_?|input_?)?token$/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`LOGGLY_TOKEN=${fakeUuid(1)}`, leak`new Loggly({ subdomain: 'a', token: "${fakeUuid(2)}" })`],
      clean: [`LOGGLY_TOKEN=${fake(hex, 36)}`, `token: "${fakeUuid(1)}"`],
    }),
  }),
  defineRule({
    id: 'loggly-input-address',
    title: 'Loggly customer token in an address',
    severity: 'low',
    description,
    remediation,
    references,
    anchors: ['loggly.com/'],
    pattern: new RegExp(`loggly\\.com\\/(?:inputs|bulk)\\/(?<secret>${UUID})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`curl -d hi https://logs-01.loggly.com/inputs/${fakeUuid(3)}/tag/http/`,
        leak`url = "https://logs-01.loggly.com/bulk/${fakeUuid(4)}"`,
      ],
      clean: ['https://logs-01.loggly.com/inputs/TOKEN/tag/http/', `https://example.com/inputs/${fakeUuid(1)}`],
    }),
  }),
];

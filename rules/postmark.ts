import { defineNamedRule, fake, fakeUuid, hex, leak, leakBetween, UUID, whole } from '../src/rule-kit/index.ts';

export const postmark = [
  defineNamedRule({
    id: 'postmark-server-token',
    title: 'Postmark server or account token',
    severity: 'high',
    confidence: 'medium',
    description:
      'Sends mail in the name of the server’s addresses and reads what was sent; an account token manages all servers.',
    remediation: 'Generate a new token on the API tokens page of the server, then delete this one.',
    references: ['https://postmarkapp.com/developer'],
    environment: ['POSTMARK_API_TOKEN', 'POSTMARK_SERVER_TOKEN'],
    words: ['postmark'],
    names: /token|key|secret|pass/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`X-Postmark-Server-Token: ${fakeUuid(1)}`,
        leak`POSTMARK_API_TOKEN=${fakeUuid(2)}`,
        leakBetween('# smtp.postmarkapp.com\nsmtp_password: "', fakeUuid(3), '"'),
      ],
      clean: [`TOKEN=${fakeUuid(4)}`, `POSTMARK_TEMPLATE=${fakeUuid(5)}`, `POSTMARK_API_TOKEN=${fake(hex, 32)}`],
    }),
  }),
];

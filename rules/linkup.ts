import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const linkup = [
  defineNamedRule({
    id: 'linkup-api-key',
    title: 'Linkup API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Searches the web with the credits of the account.',
    remediation: 'Delete the key at app.linkup.so, then issue a new one.',
    references: ['https://docs.linkup.so/'],
    environment: ['LINKUP_API_KEY'],
    words: ['=linkup', 'linkup_api', 'linkup_key', 'linkup_token', 'linkup.so'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`LINKUP_API_KEY=${fakeUuid(1)}`, leak`# api.linkup.so\napi_key = "${fakeUuid(2)}"`],
      clean: [`linkup(session=${fakeUuid(1)})`, `LINKUP_API_URL=${fakeUuid(2)}`],
    }),
  }),
];

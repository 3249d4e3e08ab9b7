import { defineNamedRule, defineRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

const facts = {
  severity: 'medium',
  description:
    'Records test runs to the project in Cypress Cloud; together with the project id it costs recorded results.',
  remediation: 'Delete the record key under Project settings in Cypress Cloud, then create a new one.',
  references: ['https://docs.cypress.io/cloud/account-management/projects'],
  environment: ['CYPRESS_RECORD_KEY'],
} as const;

export const cypress = [
  defineNamedRule({
    ...facts,
    id: 'cypress-record-key',
    title: 'Cypress record key',
    words: ['cypress'],
    names: /record.*key|cypress.*key/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`CYPRESS_RECORD_KEY=${fakeUuid(1)}`, leak`env:\n- CYPRESS_RECORD_KEY: "${fakeUuid(2)}"`],
      clean: [`CYPRESS_RECORD_KEY=${fake(hex, 36)}`, `RECORD_KEY=${fakeUuid(3)}`],
    }),
  }),
  defineRule({
    ...facts,
    id: 'cypress-record-option',
    title: 'Cypress record key on a command line',
    anchors: ['--key'],
    pattern: new RegExp(`--key[= ]["'\\\\]{0,2}(?<secret>${UUID})(?![\\w-])`),
    near: { words: ['cypress'], bytes: 200 },
    examples: () => ({
      leaks: [
        leak`npx cypress run --record --key ${fakeUuid(4)}`,
        leak`"e2e": "cypress run --key=${fakeUuid(5)} --record"`,
      ],
      clean: ['cypress run --record --key $CYPRESS_RECORD_KEY', `tool --key ${fakeUuid(6)}`],
    }),
  }),
];

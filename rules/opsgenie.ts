import { defineNamedRule, defineRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const opsgenie = [
  defineNamedRule({
    id: 'opsgenie-api-key',
    title: 'Opsgenie API key',
    severity: 'high',
    description: 'Creates and closes alerts and, as its rights allow, changes schedules, teams and users.',
    remediation: 'Delete the key under Settings › API key management or in the integration, then add a new one.',
    references: ['https://support.atlassian.com/opsgenie/docs/api-key-management/'],
    environment: ['OPSGENIE_API_KEY'],
    words: ['opsgenie', 'ops_genie', 'geniekey'],
    names: /genie.*(?:token|key|secret)|genie.?key|^api_?key$/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`OPSGENIE_API_KEY=${fakeUuid(1)}`, leak`opsgenie_configs:\n- api_key: ${fakeUuid(2)}`],
      clean: [`OPSGENIE_API_KEY=${fake(hex, 36)}`, `api_key: ${fakeUuid(1)}`, `opsgenie_team_id: ${fakeUuid(1)}`],
    }),
  }),
  defineRule({
    id: 'opsgenie-header',
    title: 'Opsgenie API key in a header',
    severity: 'high',
    description: 'Creates and closes alerts and, as its rights allow, changes schedules, teams and users.',
    remediation: 'Delete the key under Settings › API key management or in the integration, then add a new one.',
    references: ['https://docs.opsgenie.com/docs/authentication'],
    environment: ['OPSGENIE_API_KEY'],
    anchors: ['GenieKey '],
    pattern: new RegExp(`GenieKey (?<secret>${UUID})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`curl -H "Authorization: GenieKey ${fakeUuid(3)}" https://api.opsgenie.com/v2/alerts`,
        leak`{ Authorization: 'GenieKey ${fakeUuid(4)}' }`,
      ],
      clean: ['Authorization: GenieKey $API_KEY', `GenieKey${fakeUuid(1)}`],
    }),
  }),
];

import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const teamcity = [
  defineRule({
    id: 'teamcity-access-token',
    title: 'TeamCity access token',
    severity: 'critical',
    description: 'Acts as its user on their projects: builds, parameters, settings.',
    remediation: 'Delete the token in TeamCity under Your profile › Access tokens.',
    references: ['https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html'],
    environment: ['TEAMCITY_TOKEN'],
    anchors: ['eyJ0eXAiOiAiVENWMiJ9.'],
    pattern: token('eyJ0eXAiOiAiVENWMiJ9.', `${run(b64u, 36)}\\.${run(b64u, 48)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`TEAMCITY_TOKEN=${`eyJ0eXAiOiAiVENWMiJ9.${fake(b64u, 36, 1)}.${fake(b64u, 48, 1)}`}`,
        leak`Authorization: Bearer ${`eyJ0eXAiOiAiVENWMiJ9.${fake(b64u, 36, 2)}.${fake(b64u, 48, 2)}`}`,
      ],
      clean: [
        `eyJ0eXAiOiAiVENWMiJ9.${fake(b64u, 36)}.${fake(b64u, 47)}`,
        `eyJ0eXAiOiAiVENWMiJ9.${fake(b64u, 36)}.${fake(b64u, 49)}`,
        `aeyJ0eXAiOiAiVENWMiJ9.${fake(b64u, 36, 3)}.${fake(b64u, 48, 3)}`,
      ],
    }),
  }),
];

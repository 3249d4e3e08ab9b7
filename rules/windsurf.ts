import { alone, b64u, defineRule, fake, leak, mixed, run } from '../src/rule-kit/index.ts';

export const windsurf = [
  defineRule({
    id: 'windsurf-service-key',
    title: 'Windsurf (Codeium) service key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads usage and manages members and settings of a team, as far as the roles of the key go.',
    remediation: 'Delete the key in the team settings of Windsurf under Service Keys, then issue a new one.',
    references: ['https://docs.windsurf.com/'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-ws-'],
    pattern: alone(`sk-ws-[0-9]{2}-${run(b64u, 32, 160)}`, b64u),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`CODEIUM_SERVICE_KEY=${`sk-ws-01-${fake(b64u, 80, 1)}`}`,
        leak`{ "service_key": "${`sk-ws-01-${fake(b64u, 64, 2)}`}" }`,
      ],
      clean: [`sk-ws-01-${fake(b64u, 16)}`, `sk-ws-${fake(b64u, 12)}`],
    }),
  }),
];

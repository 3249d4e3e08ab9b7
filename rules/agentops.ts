import { defineNamedRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const agentops = [
  defineNamedRule({
    id: 'agentops-api-key',
    title: 'AgentOps API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Writes session traces of agents to a project.',
    remediation: 'Rotate the key at app.agentops.ai in the project’s settings.',
    references: ['https://docs.agentops.ai/'],
    environment: ['AGENTOPS_API_KEY'],
    words: ['agentops'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`AGENTOPS_API_KEY=${fakeUuid(1)}`, leak`agentops.init(api_key="${fakeUuid(2)}")`],
      clean: [`AGENTOPS_TRACE=${fakeUuid(1)}`, `API_KEY=${fakeUuid(2)}`],
    }),
  }),
];

import { b62, b64u, defineRule, fake, held, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const lmStudio = [
  defineRule({
    id: 'lm-studio-api-token',
    title: 'LM Studio API token',
    severity: 'medium',
    confidence: 'medium',
    description:
      'Uses the models and tools of one LM Studio server; it is worth something where that server can be reached.',
    remediation: 'Delete the token in the server settings of LM Studio, then issue a new one.',
    references: ['https://lmstudio.ai/docs'],
    environment: ['LM_API_TOKEN'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-lm-'],
    pattern: token('sk-lm-', `${run(b62, 6, 64)}(?::${run(b62, 16, 64)})?`, b64u),
    judge: (match) => (match.secret.length < 26 ? held('bad-structure', 'too short') : mixed(match)),
    examples: () => ({
      leaks: [
        leak`LM_API_TOKEN=${`sk-lm-${fake(b62, 32, 1)}`}`,
        leak`{"token":"${`sk-lm-${fake(b62, 8, 2)}:${fake(b62, 20, 3)}`}"}`,
      ],
      clean: [`sk-lm-${fake(b62, 10)}`, `sk-lm-${'x'.repeat(32)}`],
    }),
  }),
];

import { b62, b64, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const letta = [
  defineRule({
    id: 'letta-api-key',
    title: 'Letta API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and changes the agents and memories of the account, and runs them at its expense.',
    remediation: 'Delete the key at app.letta.com under API keys, then issue a new one.',
    references: ['https://docs.letta.com/'],
    environment: ['LETTA_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-let-'],
    pattern: token('sk-let-', run(b64, 32, 128), b64),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`LETTA_API_KEY=${`sk-let-${fake(b62, 64, 1)}`}`,
        leak`client = Letta(token="${`sk-let-${fake(b62, 80, 2)}`}")`,
      ],
      clean: [`sk-let-${fake(b62, 16)}`, 'class="sk-let-the-skeleton-fade-in-slowly-after-load"'],
    }),
  }),
];

import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const coderabbit = [
  defineRule({
    id: 'coderabbit-api-key',
    title: 'CodeRabbit API key',
    severity: 'high',
    description: 'Reads reports on an organisation’s reviews and repositories, and manages its seats.',
    remediation: 'Delete the key at app.coderabbit.ai under API Keys, then issue a new one.',
    references: ['https://docs.coderabbit.ai/'],
    environment: ['CODERABBIT_API_KEY'],
    anchors: ['cr-'],
    pattern: token('cr-', run(hex, 58), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CODERABBIT_API_KEY=${`cr-${fake(hex, 58, 1)}`}`,
        leak`x-coderabbitai-api-key: ${`cr-${fake(hex, 58, 2)}`}`,
      ],
      clean: [`cr-${fake(hex, 57)}`, `cr-${fake(hex, 64)}`, `acr-${fake(hex, 58)}`],
    }),
  }),
];

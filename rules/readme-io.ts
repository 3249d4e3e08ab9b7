import { b36l, b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const readmeIo = [
  defineRule({
    id: 'readme-io-api-key',
    title: 'ReadMe API key',
    severity: 'high',
    description: 'Changes the documentation project: its pages, definitions and settings.',
    remediation: 'Delete the key under Configuration › API Keys in ReadMe, then create a new one.',
    references: ['https://docs.readme.com/main/reference/'],
    environment: ['README_API_KEY', 'RDME_API_KEY'],
    anchors: ['rdme_'],
    pattern: token('rdme_', run(b36l, 70), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`README_API_KEY=${`rdme_${fake(b36l, 70)}`}`,
        leak`rdme openapi --key=${`rdme_${fake(b36l, 70, 2)}`}`,
      ],
      clean: [`rdme_${fake(b36l, 69)}`, `ardme_${fake(b36l, 70)}`],
    }),
  }),
];

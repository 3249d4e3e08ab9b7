import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const coze = [
  defineRule({
    id: 'coze-access-token',
    title: 'Coze personal access token',
    severity: 'high',
    description: 'Runs and edits the bots and workflows of its owner’s workspaces.',
    remediation: 'Delete the token at coze.com (or coze.cn) under API › Personal access tokens, then issue a new one.',
    references: ['https://www.coze.com/docs'],
    environment: ['COZE_API_TOKEN'],
    anchors: ['pat_'],
    pattern: token('pat_', run(b62, 64), b62),
    near: { words: ['coze'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`COZE_API_TOKEN=${`pat_${fake(b62, 64, 1)}`}`,
        leak`new CozeAPI({ token: '${`pat_${fake(b62, 64, 2)}`}' })`,
      ],
      clean: [
        `TOKEN=pat_${fake(b62, 64)}`,
        `COZE_API_TOKEN=pat_${fake(b62, 63)}`,
        `COZE_API_TOKEN=pat_${'x'.repeat(64)}`,
      ],
    }),
  }),
];

import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const codeClimate = [
  defineNamedRule({
    id: 'code-climate-test-reporter-id',
    title: 'Code Climate test reporter id',
    severity: 'low',
    confidence: 'medium',
    description: 'Uploads coverage reports of a repository.',
    remediation: 'Regenerate the id in the settings of the repository at codeclimate.com.',
    references: ['https://docs.codeclimate.com/'],
    environment: ['CC_TEST_REPORTER_ID'],
    anchors: ['reporter_id', 'reporterid'],
    words: ['codeclimate', 'cctestreporter', 'cc_test_reporter'],
    names: /reporter[-_]?id|token|key/i,
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [leak`CC_TEST_REPORTER_ID=${fake(hex, 64, 1)}`, leak`codeclimate_token: "${fake(hex, 64, 2)}"`],
      clean: [
        `REPORTER_ID=${fake(hex, 64)}`,
        `CC_TEST_REPORTER_ID=${fake(hex, 63)}`,
        `CC_TEST_REPORTER_ID=${fake(hex, 65)}`,
      ],
    }),
  }),
];

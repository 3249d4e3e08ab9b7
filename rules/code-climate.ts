import { b62, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

export const codeClimate = [
  defineRule({
    id: 'code-climate-test-reporter-id',
    title: 'Code Climate test reporter id',
    severity: 'low',
    description: 'Uploads coverage reports of a repository.',
    remediation: 'Regenerate the id in the settings of the repository at codeclimate.com.',
    references: ['https://docs.codeclimate.com/'],
    environment: ['CC_TEST_REPORTER_ID'],
    anchors: ['i:cc_test_reporter_id'],
    pattern: new RegExp(
      `CC_TEST_REPORTER_ID["']?\\s{0,3}[=:]\\s{0,3}["'\`]?(?<secret>${run(hex, 64)})(?![0-9A-Za-z])`,
      'i',
    ),
    examples: () => ({
      leaks: [leak`CC_TEST_REPORTER_ID=${fake(hex, 64, 1)}`, leak`  cc_test_reporter_id: "${fake(hex, 64, 2)}"`],
      clean: [
        `CC_TEST_REPORTER_ID=${fake(hex, 63)}`,
        `REPORTER_ID=${fake(hex, 64)}`,
        `CC_TEST_REPORTER_ID=${fake(b62, 64)}`,
      ],
    }),
  }),
];

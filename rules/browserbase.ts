import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.browserbase.com/'] as const;
const remediation = 'Regenerate the key at browserbase.com under Settings.';
const environment = ['BROWSERBASE_API_KEY'];

export const browserbase = [
  defineRule({
    id: 'browserbase-live-key',
    title: 'Browserbase API key',
    severity: 'high',
    description:
      'Starts browser sessions at the expense of the project, and reads recordings and contexts with their cookies.',
    remediation,
    references,
    environment,
    anchors: ['bb_live_'],
    pattern: token('bb_live_', run(b64u, 27), b64u),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`BROWSERBASE_API_KEY=${`bb_live_${fake(b64u, 27, 1)}`}`,
        leak`new Browserbase({ apiKey: "${`bb_live_${fake(b64u, 27, 2)}`}" })`,
      ],
      clean: [`bb_live_${fake(b64u, 26)}`, `bb_live_${fake(b64u, 28)}`, `bb_live_${'x'.repeat(27)}`],
    }),
  }),
  defineRule({
    id: 'browserbase-test-key',
    title: 'Browserbase test API key',
    severity: 'medium',
    description: 'Starts browser sessions of a test project.',
    remediation,
    references,
    environment,
    anchors: ['bb_test_'],
    pattern: token('bb_test_', run(b64u, 27), b64u),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`BROWSERBASE_API_KEY=${`bb_test_${fake(b64u, 27, 1)}`}`,
        leak`{ "browserbase": "${`bb_test_${fake(b64u, 27, 2)}`}" }`,
      ],
      clean: [`bb_test_${fake(b64u, 20)}`, `bb_test_${'x'.repeat(27)}`],
    }),
  }),
];

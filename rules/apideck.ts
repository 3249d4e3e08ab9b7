import { b62, b64u, defineRule, fake, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

export const apideck = [
  defineRule({
    id: 'apideck-api-key',
    title: 'Apideck API key',
    severity: 'high',
    description:
      'Reads and writes the data of every connected accounting, CRM or HR system of the Apideck application.',
    remediation: 'Regenerate the key under Configuration › API keys of the Apideck dashboard.',
    references: ['https://developers.apideck.com'],
    environment: ['APIDECK_API_KEY'],
    supersedes: ['stripe-secret-key', 'stripe-test-key', 'sk-live-key'],
    anchors: ['sk_live_', 'sk_test_'],
    // 93 characters; whether these count the prefix differs by report.
    pattern: token(['sk_live_', 'sk_test_'], `(?:${run(b64u, 93)}|${run(b64u, 85)})`, b64u),
    near: { words: ['apideck'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`APIDECK_API_KEY=${`sk_live_${fake(b62, 36, 1)}-${fake(b62, 56, 2)}`}`,
        leakBetween('const apideck = new Apideck({\n  apiKey: "', `sk_live_${fake(b62, 85, 3)}`, '",\n});'),
      ],
      clean: [`API_KEY=sk_live_${fake(b62, 93)}`, `APIDECK_API_KEY=sk_live_${fake(b62, 60)}`],
    }),
  }),
];

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { b36l, b36u, b62, b64u, dig, fake, fakeUuid, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector } from '../support/inspect.ts';

const inspector = openInspector(rules);
const found = (content: string, path = 'settings.ini') => inspector.inspect(blobOf(content, path)).findings;
const beside = /^stands beside/;

const pairs = {
  'twilio-auth-token': [`TWILIO_ACCOUNT_SID=AC${fake(hex, 32, 1)}`, `TWILIO_AUTH_TOKEN=${fake(hex, 32, 2)}`],
  'google-oauth-client-secret': [
    `GOOGLE_CLIENT_ID=${fake(dig, 12, 1)}-${fake(b36l, 32, 2)}.apps.googleusercontent.com`,
    `GOOGLE_CLIENT_SECRET=GOCSPX-${fake(b64u, 28, 1)}`,
  ],
  'azure-entra-client-secret': [
    `AZURE_CLIENT_ID=${fakeUuid(3)}`,
    `AZURE_CLIENT_SECRET=${fake(b62, 3, 1)}8Q~${fake(b62, 34, 1)}`,
  ],
  'algolia-admin-key': [`ALGOLIA_APP_ID=${fake(b36u, 10, 4)}`, `ALGOLIA_ADMIN_KEY=${fake(hex, 32, 5)}`],
  'github-oauth-client-secret': [`GITHUB_CLIENT_ID=${fake(hex, 20, 6)}`, `GITHUB_CLIENT_SECRET=${fake(hex, 40, 7)}`],
} as const;

describe.each(Object.entries(pairs))('%s', (rule, [id, secret]) => {
  test('is one finding with the place of its other half, whichever comes first', () => {
    for (const [content, line] of [
      [`${id}\n# and\n${secret}\n`, 1],
      [`${secret}\n# and\n${id}\n`, 3],
    ] as const) {
      const [finding, ...others] = found(content);
      expect(others).toEqual([]);
      expect(finding?.ruleId).toBe(rule);
      expect(finding?.confidence).toBe('high');
      expect(finding?.related.map((step) => step.line)).toEqual([line]);
      expect(finding?.evidence.some(({ text }) => beside.test(text))).toBe(true);
    }
  });

  test('stands alone where the other half is far away or missing', () => {
    for (const content of [`${secret}\n`, `${id}\n${'# far away\n'.repeat(80)}${secret}\n`]) {
      const [finding] = found(content);
      expect(finding?.ruleId).toBe(rule);
      expect(finding?.related).toEqual([]);
    }
  });
});

test('the nearest of several ids counts', () => {
  const [id, secret] = pairs['twilio-auth-token'];
  const other = `OTHER_SID=AC${fake(hex, 32, 9)}`;
  expect(found(`${other}\n\n\n${secret}\n${id}\n`)[0]?.related.map(({ line }) => line)).toEqual([5]);
});

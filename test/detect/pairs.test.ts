import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { b32, b36l, b36u, b62, b64, b64u, dig, fake, fakeUuid, hex } from '../../src/rule-kit/index.ts';
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
  'twilio-api-secret': [`TWILIO_API_KEY_SID=SK${fake(hex, 32, 8)}`, `TWILIO_API_KEY_SECRET=${fake(b62, 32, 9)}`],
  'aws-secret-access-key': [
    `AWS_ACCESS_KEY_ID=AKIAQ${fake(b32, 15, 10)}`,
    `AWS_SECRET_ACCESS_KEY=${fake(b64, 36, 10)}0aZ9`,
  ],
  'alibaba-cloud-access-key-secret': [
    `ALIBABA_CLOUD_ACCESS_KEY_ID=LTAI${fake(b62, 19, 11)}7`,
    `ALIBABA_CLOUD_ACCESS_KEY_SECRET=${fake(b62, 28, 11)}0a`,
  ],
  'facebook-app-secret': [`FACEBOOK_APP_ID=1${fake(dig, 14, 12)}`, `FACEBOOK_APP_SECRET=${fake(hex, 32, 12)}`],
  'discord-client-secret': [`DISCORD_CLIENT_ID=1${fake(dig, 17, 13)}`, `DISCORD_CLIENT_SECRET=${fake(b64u, 32, 13)}`],
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
      const finding = found(content).find(({ ruleId }) => ruleId === rule);
      expect(finding?.related).toEqual([]);
    }
  });
});

test('the nearest of several ids counts', () => {
  const [id, secret] = pairs['twilio-auth-token'];
  const other = `OTHER_SID=AC${fake(hex, 32, 9)}`;
  expect(found(`${other}\n\n\n${secret}\n${id}\n`)[0]?.related.map(({ line }) => line)).toEqual([5]);
});

/** Two settings in the formats that people keep them in. */
const formats = {
  environment: (lines: readonly string[]) => lines.join('\n'),
  json: (lines: readonly string[]) => `{\n${lines.map((line) => `  "${line.replace('=', '": "')}"`).join(',\n')}\n}`,
  yaml: (lines: readonly string[]) => lines.map((line) => line.replace('=', ': ')).join('\n'),
  exports: (lines: readonly string[]) => lines.map((line) => `export ${line.replace('=', "='")}'`).join('\n'),
};

test('a pair is one finding that names both places, in any order, format and at any near distance', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.entries(pairs)),
      fc.constantFrom(...Object.values(formats)),
      fc.boolean(),
      fc.integer({ min: 0, max: 5 }),
      ([rule, [id, secret]], format, idFirst, between) => {
        const filler = Array.from({ length: between }, (_, index) => `REGION_${index}=eu-west-${index}`);
        const lines = idFirst ? [id, ...filler, secret] : [secret, ...filler, id];
        const content = format(lines);
        const findings = found(content, 'settings.txt');
        expect(findings.map(({ ruleId }) => ruleId)).toEqual([rule]);
        const place = content.slice(0, content.indexOf(id.split('=')[1] ?? '')).split('\n').length;
        expect(findings[0]?.related.map(({ line }) => line)).toEqual([place]);
      },
    ),
    { numRuns: 300 },
  );
});

test('the id is reported where its other half is none', () => {
  const [id] = pairs['aws-secret-access-key'];
  expect(found(`${id}\nAWS_SECRET_ACCESS_KEY=${'x'.repeat(40)}\n`).map(({ ruleId }) => ruleId)).toEqual([
    'aws-access-key-id',
  ]);
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fake, fakeUuid, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector, textAt } from '../support/inspect.ts';

const inspector = openInspector(rules);
const digits = fake(hex, 32, 7);
const uuid = fakeUuid(7);

/** Rules that report the value, held back or not. */
const reported = (text: string, value: string, path = 'file.txt'): string[] =>
  inspector
    .inspect(blobOf(text, path))
    .findings.filter((finding) => textAt(text, finding) === value)
    .map(({ ruleId }) => ruleId);

describe('a value that no sign joins to its name', () => {
  test.each([
    ['a variable of Terraform', `variable "datadog_api_key" {\n  type = string\n  default = "${digits}"\n}\n`, 'v.tf'],
    ['a property list', `<dict>\n  <key>DatadogApiKey</key>\n  <string>${digits}</string>\n</dict>`, 'Info.plist'],
    ['a named element', `<string name="datadog_api_key" translatable="false">${digits}</string>`, 'strings.xml'],
    ['a typed name of Go', `var datadogApiKey string = "${digits}"`, 'main.go'],
    ['the older form of ENV', `FROM alpine\nENV DATADOG_API_KEY ${digits}\n`, 'Dockerfile'],
    ['neighbours in a row', `| name | value |\n|---|---|\n| DATADOG_API_KEY | ${digits} |\n`, 'guide.md'],
    ['running text', `Set \`DATADOG_API_KEY\` to \`${digits}\` first.`, 'guide.md'],
    ['typed arguments', `buildConfigField("String", "DATADOG_API_KEY", "\\"${digits}\\"")`, 'build.gradle.kts'],
  ])('stands in %s', (_, text, path) => {
    expect(reported(text, digits, path)).toEqual(['datadog-api-key']);
  });

  test.each([
    ['a variable without a default', `variable "datadog_api_key" {\n}\nlocals {\n  default = "${digits}"\n}\n`],
    ['a row of three', `| datadog_api_key | a key | ${digits} |`],
    ['a name that only ends in env', `MY_ENV datadog_api_key ${digits}`],
  ])('is not read over %s', (_, text) => {
    expect(reported(text, digits)).toEqual([]);
  });
});

describe('whose value it is, where the name is anyone’s', () => {
  test.each([
    ['the object it stands in', `{ "exa": { "region": "eu", "api_key": "${uuid}" } }`, 'a.json'],
    ['the key above it', `exa:\n  region: eu\n  api_key: ${uuid}\n`, 'a.yml'],
    ['the section it stands in', `[exa]\nregion = eu\napi_key = ${uuid}\n`, 'a.ini'],
    ['what is constructed', `const client = new Exa({ apiKey: '${uuid}' });`, 'a.js'],
    ['the host beside it', `GET https://api.exa.ai/search\nX-Api-Key: ${uuid}\n`, 'a.http'],
    ['the host a header is sent to', `curl -H "Authorization: Bearer ${uuid}" https://api.exa.ai/search`, 'a.sh'],
    ['its own first word', `EXA_TOKEN=${uuid}`, 'a.conf'],
  ])('is told by %s', (_, text, path) => {
    expect(reported(text, uuid, path)).toEqual(['exa-api-key']);
  });

  test.each([
    ['another object', `{ "exa": { "a": 1 }, "other": { "api_key": "${uuid}" } }`],
    ['a longer word', `HEXA_TOKEN=${uuid}`],
    ['a host of another', `GET https://api.hexa.ai/search\nX-Api-Key: ${uuid}\n`],
  ])('is not told by %s', (_, text) => {
    expect(reported(text, uuid)).not.toContain('exa-api-key');
  });
});

describe('a line that a program has coloured', () => {
  test.each([
    ['a value', `INFO datadog_api_key=\u001b[33m${digits}\u001b[0m done`],
    ['a name', `\u001b[1;36mdatadog_api_key\u001b[0m: ${digits}\u001b[0m`],
  ])('shows %s', (_, text) => {
    expect(reported(text, digits)).toEqual(['datadog-api-key']);
  });

  test('shows a key with a prefix', () => {
    const key = `dop_v1_${fake(hex, 64, 7)}`;
    expect(reported(`token \u001b[1;33m${key}\u001b[0m`, key)).toEqual(['digitalocean-access-token']);
  });
});

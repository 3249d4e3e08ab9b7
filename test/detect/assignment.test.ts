import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake, letters } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings, textAt } from '../support/inspect.ts';

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium' });
const found = (content: string, path: string): string[] =>
  inspector.inspect(blobOf(content, path)).findings.map((finding) => textAt(content, finding));

const password = `${fake(letters, 5, 1)}7${fake(letters, 4, 2)}`;
const key = fake(b62, 32, 3);

describe('what a constant sets', () => {
  test('is the last argument of the call', () => {
    expect(found(`curl_easy_setopt(curl, CURLOPT_PASSWORD, "${password}");`, 'mail.c')).toEqual([password]);
  });
  test('is not the next member of a list', () => {
    expect(found(`x = [OPT_USER, OPT_PASSWORD, "${password}", OPT_URL]`, 'options.py')).toEqual([]);
  });
});

describe('a line of YAML in the text of a program', () => {
  test('gives its value', () => {
    expect(found(`"""\nExample:\n    api_key: ${key}\n"""\n`, 'slack.py')).toEqual([key]);
  });
  test('is told from a type after a name', () => {
    expect(found('class A:\n    token: V1LocalObjectReference2\n', 'model.py')).toEqual([]);
    expect(found('interface A {\n  apiKey: OAuth2ClientCredentials10;\n}\n', 'model.ts')).toEqual([]);
  });
});

describe('a password in a test', () => {
  test('is reported where nobody would write it as a stand-in', () => {
    expect(found(`password: '${password}'`, 'test/login.js')).toEqual([password]);
  });
  test('is held back where it is a word with digits', () => {
    expect(found("password: 'cisco123'", 'test/login.js')).toEqual([]);
  });
});

describe('an address with a password', () => {
  test('names its driver', () => {
    const url = `mssql+pyodbc://scott:${password}@127.0.0.1:1433/test`;
    expect(found(`url = "${url}"`, 'setup.cfg')).toEqual([password]);
  });
  test('may hold escaped signs', () => {
    const escaped = `%24${password}%40${fake(letters, 4, 5)}`;
    expect(found(`"uri": "mongodb://app:${escaped}@db.acme-prod.net/x"`, 'uri.json')).toEqual([escaped]);
  });
});

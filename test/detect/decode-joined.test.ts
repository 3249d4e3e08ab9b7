import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fingerprintOf } from '../../src/detect/fingerprint.ts';
import { b62, base62Crc32, fake } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector, textAt } from '../support/inspect.ts';

const inspector = openInspector(rules);
const body = fake(b62, 30, 11);
const token = `ghp_${body}${base62Crc32(body)}`;
const key = fake(b62, 40, 12);
const halves = (text: string): [string, string] => [text.slice(0, 18), text.slice(18)];
const found = (content: string, path: string) => inspector.inspect(blobOf(content, path)).findings;

describe('a value over several lines', () => {
  const [left, right] = halves(token);
  const [one, two] = halves(key);
  test.each([
    ['joined with a sign', 'A.java', `String token = "${left}" +\n    "${right}";`, token],
    ['with the sign on the next line', 'A.cs', `var token = "${left}"\n    + "${right}";`, token],
    ['side by side', 'a.py', `x = ("${left}"\n     "${right}")`, token],
    ['joined with a dot', 'a.php', `$x = '${left}' .\n  '${right}';`, token],
    ['with a backslash', 'a.rb', `x = "${left}" \\\n  "${right}"`, token],
    ['of no vendor, by its name', 'a.py', `API_SECRET = ("${one}"\n    "${two}")\n`, key],
    ['of no vendor, with a sign', 'a.go', `apiSecret := "${one}" +\n\t"${two}"\n`, key],
    ['a block of YAML', 'a.yaml', `db:\n  api_secret: |\n    ${key}\n  port: 1\n`, key],
    ['a folded block of YAML', 'a.yml', `api_secret: >-\n  ${key}\n`, key],
  ])('%s', (_name, path, content, secret) => {
    const findings = found(content, path);
    expect(findings.map(({ fingerprint }) => fingerprint)).toContain(fingerprintOf(secret));
    const finding = findings.find(({ fingerprint }) => fingerprint === fingerprintOf(secret));
    const text = finding && textAt(content, finding);
    expect(text?.startsWith(secret.slice(0, 18))).toBe(true);
    expect(text?.endsWith(secret.slice(-18))).toBe(true);
    for (const { snippet } of findings)
      for (let at = 0; at + 8 < secret.length; at++) expect(snippet?.text).not.toContain(secret.slice(at, at + 8));
  });

  test.each([
    ['a message', 'A.java', 'throw new E("password must not be " +\n  "empty or short");'],
    ['a rest that is not known', 'A.java', `String apiSecret = "${one}" +\n  two;`],
    ['texts side by side', 'a.py', `raise Error("the token is"\n  " not valid")`],
    ['a list', 'a.py', 'secrets = ["a",\n "b"]'],
    ['a block of prose', 'a.yaml', 'password: |\n  Enter the password of the server.\n  It is long.\n'],
  ])('%s stays silent', (_name, path, content) => {
    expect(
      found(content, path).filter(({ evidence }) => evidence.some(({ text }) => /joined|YAML/.test(text))),
    ).toEqual([]);
  });
});

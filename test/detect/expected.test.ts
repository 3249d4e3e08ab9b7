import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake, fakePassword } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings, textAt } from '../support/inspect.ts';

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium' });
const found = (content: string, path: string): string[] =>
  inspector.inspect(blobOf(content, path)).findings.map((finding) => textAt(content, finding));
const key = fake(b62, 32, 5);
const password = fakePassword(4, 14);

test.each([
  `expect(sign(body)).toEqual({ token: '${key}' });`,
  `expect(sign(body)).to.eql({ auth: '${key}' });`,
  `assert.deepStrictEqual(read(), { apiKey: '${key}' });`,
  `expect(body).toHaveProperty('token', '${key}');`,
])('what a test expects is told where it is given: %#', (text) => {
  expect(found(text, 'src/sign.test.js')).toEqual([]);
});

test('what a test gives is told', () => {
  expect(found(`expect(await login({ user: 'a', password: '${password}' })).toBe(true);`, 'src/a.test.js')).toEqual([
    password,
  ]);
});

test('a short text is no key of a service that draws its keys, and a word in a document is a stand-in', () => {
  const ai = (text: string): string => `import { Resend as Mail } from 'resend';\nnew Mail('${text}');\n`;
  expect(found(ai('sk-1x9z'), 'src/pay.js')).toEqual([]);
  expect(found(ai(key), 'src/pay.js')).toEqual([key]);
  const sign = "import jwt from 'jsonwebtoken';\njwt.sign({ id: 1 }, 'shhhhh');\n";
  expect(found(`\`\`\`js\n${sign}\`\`\`\n`, 'README.md')).toEqual([]);
  expect(found(sign, 'src/login.js')).toEqual(['shhhhh']);
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake, letters } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings, textAt } from '../support/inspect.ts';

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium' });
const found = (content: string, path: string): string[] =>
  inspector.inspect(blobOf(content, path)).findings.map((finding) => textAt(content, finding));

const password = `${fake(letters, 5, 3)}8${fake(letters, 5, 4)}`;
const key = fake(b62, 32, 5);

describe('a value is read', () => {
  test.each([
    [
      'from the list that a statement inserts',
      'seed.sql',
      "INSERT INTO users (id, name, password) VALUES (1, 'a,b', 'HERE');",
    ],
    ['from the default of an option', 'cli.py', 'parser.add_argument("--password", help="x", default="HERE")'],
    ['from a flag of Go', 'main.go', 'flag.StringVar(&password, "password", "HERE", "the password")'],
    ['from a call that turns it into bytes', 'main.go', 'var password = []byte("HERE")'],
    ['behind a type of Visual Basic', 'a.vb', 'Dim password As String = "HERE"'],
    ['behind an arrow of R', 'a.R', 'password <- "HERE"'],
    ['from an array of C', 'a.c', 'static char password[20] = "HERE";'],
    ['from braces of C++', 'a.cpp', 'std::string password{"HERE"};'],
    ['from a block of Ruby', 'a.rb', "let(:password) { 'HERE' }"],
    ['from the default of a placeholder of Spring', 'A.java', '@Value("${mail.password:HERE}") String password;'],
    ['from an element with attributes', 'a.xml', '<Password plain="true">HERE</Password>'],
    ['from what makes its digest', 'seed.ts', "{ password: await bcrypt.hash('HERE', 10) }"],
    ['from what makes its digest, in PHP', 'Seeder.php', "'password' => Hash::make('HERE'),"],
    ['from what makes its digest, in Python', 'seed.py', "password=make_password('HERE')"],
    ['behind a sign of inequality', 'auth.js', "if (req.body.password !== 'HERE') return;"],
    ['from the element beside a name', 'a.xml', '<name>db.password</name>\n<value>HERE</value>'],
  ])('%s', (_what, path, text) => {
    expect(found(text.replace('HERE', password), path)).toEqual([password]);
  });
});

describe('nothing is read', () => {
  test.each([
    ['from a name of an algorithm', 'a.ts', "{ password: createHash('sha256'), token: hash('sha512') }"],
    ['from a list of columns', 'a.sql', 'SELECT (id, password) FROM users WHERE x IN (1, 2)'],
    ['from a parameter of a statement', 'a.sql', 'INSERT INTO users (id, password) VALUES (1, :password)'],
    ['from an option that asks', 'cli.py', 'parser.add_argument("--password", default=None)'],
    ['from a placeholder of Spring', 'A.java', '@Value("${mail.password}") String password;'],
  ])('%s', (_what, path, text) => {
    expect(found(text, path)).toEqual([]);
  });
});

test('a key that is handed to a call is found once', () => {
  expect(found(`jwt.encode(payload, "${key}", algorithm="HS256")`, 'token.py')).toEqual([key]);
});

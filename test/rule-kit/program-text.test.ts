import { expect, test } from 'vitest';
import { endsInQuotedProgram } from '../../src/rule-kit/index.ts';

test.each([
  ['lines of a program in a string', String.raw`code:"import x from 'x';\n\nconst client = new Client(`, true],
  ['a program', "import x from 'x';\n\nconst client = new Client(", false],
  ['a program behind such a string', String.raw`print("a line\n"); const client = new Client(`, false],
])('%s', (_what, before, expected) => {
  expect(endsInQuotedProgram(before)).toBe(expected);
});

import { expect, test } from 'vitest';
import { patternProblem } from '../../src/config/pattern-safety.ts';

test.each([
  '(?<secret>acme_[a-z0-9]{32})',
  String.raw`acme[_-]?key\s*[:=]\s*["']?(?<secret>[A-Za-z0-9]{20,40})`,
  '(?:acme|globex)_(?<secret>[a-f0-9]{32})(?![a-f0-9])',
  String.raw`(?<![\w(*+])(?<secret>[()*+?|]{8})`,
  '(?:ab){3,5}(?<secret>x{9})',
  '(?<secret>(?:[a-z]{4}-){7}[a-z]{4})',
])('lets %s run', (source) => {
  expect(() => new RegExp(source)).not.toThrow();
  expect(patternProblem(source)).toBeUndefined();
});

test.each([
  ['(a+)+$', 'repeats a group'],
  ['(?:a|a)*b', 'repeats a group'],
  [String.raw`(?:\w+\s?)*x`, 'repeats a group'],
  ['(?:(?:a{1,3})b){2,}', 'repeats a group'],
  [String.raw`(?<secret>a)\1`, 'refers back'],
  [String.raw`(?<secret>a)\k<secret>`, 'refers back'],
  [String.raw`\w*\d*[a-z]*x`, 'too many ways'],
  ['.*.*.*=', 'too many ways'],
])('refuses %s: %s', (source, problem) => {
  expect(() => new RegExp(source)).not.toThrow();
  expect(patternProblem(source)).toContain(problem);
});

import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/index.ts';
import { belowLevels, fails, override, overridesBy } from '../../src/triage/index.ts';

test.each([
  ['high', 'high', undefined],
  ['medium', 'low', undefined],
  ['low', 'critical', 'low-confidence'],
  ['high', 'note', 'low-severity'],
] as const)('confidence %s, severity %s: %s', (confidence, severity, expected) => {
  expect(belowLevels({ confidence, severity }, { confidence: 'medium', severity: 'low' })).toBe(expected);
});

test.each([
  ['critical', 'low', true],
  ['low', 'low', true],
  ['note', 'low', false],
  ['low', 'high', false],
  ['critical', 'none', false],
] as const)('severity %s with fail-on %s: %s', (severity, failOn, expected) => {
  expect(fails({ severity }, failOn)).toBe(expected);
});

const finding = { ruleId: 'acme-token', severity: 'critical' } as Finding;
const levels = overridesBy([
  { paths: ['test/**'], severity: 'low' },
  { paths: ['test/keys/**'], severity: 'medium', disable: ['acme-token'] },
  { paths: ['*.md'], disable: ['other'] },
]);

test('a path has the severity of the last override that matches', () => {
  expect(override(finding, levels('test/a.ts'))?.severity).toBe('low');
  expect(levels('test/keys/a.ts').severity).toBe('medium');
  expect(override(finding, levels('src/a.ts'))?.severity).toBe('critical');
});

test('a rule is off where an override says so', () => {
  expect(override(finding, levels('test/keys/a.ts'))).toBeUndefined();
  expect(override(finding, levels('a.md'))).toBe(finding);
});

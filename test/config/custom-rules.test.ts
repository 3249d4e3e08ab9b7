import { describe, expect, test } from 'vitest';
import { checkConfig } from '../../src/config/check.ts';

const rule = {
  id: 'acme-token',
  title: 'Acme token',
  severity: 'high',
  description: 'Orders anvils.',
  remediation: 'Revoke it in the Acme console.',
  references: ['https://example.com/tokens'],
  anchors: ['acme_'],
  pattern: '(?<secret>acme_[a-zA-Z0-9]{32})',
  examples: {
    leaks: [{ text: 'TOKEN={value}\n', value: 'acme_{b62:32}' }],
    clean: ['acme_{b62:31}', { text: 'import acme_client', path: 'a.py' }],
  },
};

const check = (changes: object) => checkConfig({ customRules: [{ ...rule, ...changes }] });

test('a rule of a configuration is a rule like any other', () => {
  const checked = check({ flags: 'i', near: { words: ['token'] }, reach: { after: 64 }, paths: '.' });
  expect(checked).toMatchObject({
    customRules: [
      {
        kind: 'pattern',
        id: 'acme-token',
        pattern: /(?<secret>acme_[a-zA-Z0-9]{32})/i,
        near: { words: ['token'] },
        reach: { after: 64 },
        paths: /./,
      },
    ],
  });
});

test('its examples are made up, the same each time, and none is a literal key', () => {
  const read = () => {
    const checked = check({});
    return Array.isArray(checked) ? undefined : checked.customRules[0]?.examples();
  };
  expect(read()?.leaks[0]).toMatchObject({ secret: expect.stringMatching(/^acme_\w{32}$/), start: 6 });
  expect(read()).toEqual(read());
});

describe('what is wrong is said at load', () => {
  const examples = (changes: object) => ({ examples: { ...rule.examples, ...changes } });
  test.each([
    ['an unsafe pattern', { pattern: '(?<secret>(a+)+)' }, 'customRules.0.pattern', 'repeats a group'],
    ['no pattern', { pattern: '(?<secret>a' }, 'customRules.0.pattern', 'is no JavaScript pattern'],
    ['inline flags', { pattern: '(?i)(?<secret>a)' }, 'customRules.0.pattern', 'go into "flags"'],
    ['no group', { pattern: 'acme_[a-z]{32}' }, 'customRules.0.pattern', 'has no group named secret'],
    ['letters beyond ASCII', { pattern: '(?<secret>é)' }, 'customRules.0.pattern', 'other than ASCII'],
    ['an unsafe path pattern', { paths: '(a+)+' }, 'customRules.0.paths', 'repeats a group'],
    ['an id that is none', { id: 'Acme' }, 'customRules.0.id', 'does not have the form'],
    ['a short anchor', { anchors: ['ac'] }, 'customRules.0.anchors.0', 'does not have the form'],
    ['no examples', { examples: undefined }, 'customRules.0.examples', 'is missing'],
    ['no leak', examples({ leaks: [] }), 'customRules.0.examples.leaks', 'is empty'],
    ['no clean text', examples({ clean: [] }), 'customRules.0.examples.clean', 'is empty'],
    [
      'a leak that is not found',
      examples({ leaks: [{ text: '{value}', value: 'acme_{b62:31}' }] }),
      'customRules.0.examples.leaks.0',
      'does not find exactly',
    ],
    [
      'a leak of which a part is found',
      examples({ leaks: [{ text: '{value}', value: 'acme_{b62:33}' }] }),
      'customRules.0.examples.leaks.0',
      'does not find exactly',
    ],
    ['a leak without an anchor', { anchors: ['globex_'] }, 'customRules.0.examples.leaks.0', 'no anchor stands in it'],
    [
      'a leak without its place',
      examples({ leaks: [{ text: 'a', value: 'b' }] }),
      'customRules.0.examples.leaks.0',
      'does not hold {value} exactly once',
    ],
    [
      'a clean text that is found',
      examples({ clean: ['acme_{b62:32}'] }),
      'customRules.0.examples.clean.0',
      'finds a secret',
    ],
  ])('%s', (_, changes, path, problem) => {
    const faults = check(changes);
    expect(faults).toContainEqual({ path: expect.anything(), problem: expect.stringContaining(problem) });
    expect(Array.isArray(faults) && faults.map((fault) => fault.path.join('.'))).toContain(path);
  });
});

test('an id stands once', () => {
  expect(checkConfig({ customRules: [rule, rule] })).toEqual([
    { path: ['customRules', 1, 'id'], problem: 'stands twice' },
  ]);
});

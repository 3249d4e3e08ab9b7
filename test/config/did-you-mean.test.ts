import { expect, test } from 'vitest';
import { didYouMean, editDistance, nearest } from '../../src/config/did-you-mean.ts';

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['kitten', 'sitting', 3],
])('%s and %s are %d edits apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});

test('the nearest word is meant, if one is near', () => {
  expect(nearest('fromat', ['format', 'output'])).toBe('format');
  expect(nearest('conf', ['config', 'confidence'])).toBe('config');
  expect(nearest('zzz', ['format', 'output'])).toBeUndefined();
  expect(didYouMean('sevrity', ['severity'])).toBe('; did you mean severity?');
  expect(didYouMean('x', ['severity'])).toBe('');
});

import { expect, test } from 'vitest';
import { parseSize } from '../../src/config/size.ts';

test.each([
  ['0', 0],
  ['500', 500],
  [500, 500],
  ['10MB', 10_000_000],
  ['10mb', 10_000_000],
  ['10 MB', 10_000_000],
  ['10MiB', 10_485_760],
  ['10M', 10_485_760],
  ['1.5k', 1_536],
  ['2GiB', 2_147_483_648],
  ['', null],
  ['ten', null],
  ['-1', null],
  [-1, null],
  ['10XB', null],
  ['999999999999999GB', null],
])('%j is %j bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Leak } from '../../src/model/index.ts';
import { matchRule, pathOf } from '../support/match-rule.ts';

/** Characters at the end that a checksum leaves out: a random tail, or a base-32 digit with bits of no use. */
const left: Readonly<Record<string, number>> = { 'github-fine-grained-token': 8, 'nats-nkey-seed': 1 };

const next = (character: string): string =>
  character === '9'
    ? '0'
    : character === 'z'
      ? 'y'
      : character === 'Z'
        ? 'Y'
        : String.fromCharCode(character.charCodeAt(0) + 1);

const withSecret = ({ text, start, secret }: Leak, value: string): string =>
  text.slice(0, start) + value + text.slice(start + secret.length);

/** Every rule of which an example is proven by a checksum. */
const checked = rules.flatMap((rule) => {
  if (rule.kind !== 'pattern') return [];
  const leaks = rule
    .examples()
    .leaks.filter((leak) =>
      matchRule(rule, leak.text, pathOf(leak)).some(
        ({ start, judgement }) =>
          start === leak.start &&
          judgement.kind === 'proven' &&
          judgement.evidence.some(({ text }) => text === 'checksum valid'),
      ),
    );
  return leaks.length === 0 ? [] : [[rule.id, rule, leaks] as const];
});

describe.each(checked)('%s', (id, rule, leaks) => {
  const isProven = (leak: Leak, value: string): boolean =>
    matchRule(rule, withSecret(leak, value), pathOf(leak)).some(({ judgement }) => judgement.kind === 'proven');

  test('is not proven when a character is changed, cut or added', () => {
    for (const leak of leaks) {
      const { secret } = leak;
      for (let at = 0; at < secret.length - (left[id] ?? 0); at++) {
        const character = secret[at] ?? '';
        if (!/[A-Za-z0-9]/.test(character)) continue;
        expect(isProven(leak, secret.slice(0, at) + next(character) + secret.slice(at + 1)), `at ${at}`).toBe(false);
      }
      expect(isProven(leak, secret.slice(0, -1))).toBe(false);
      expect(isProven(leak, `${secret}a`)).toBe(false);
    }
  });
});

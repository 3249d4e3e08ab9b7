import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Leak, Rule } from '../../src/model/index.ts';
import { fake, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector } from '../support/inspect.ts';
import { pathOf } from '../support/match-rule.ts';

const proof = 'checksum valid';

/** Characters at the end of which the checksum says nothing. */
const uncovered: Readonly<Record<string, number>> = {
  // The last eight characters are random.
  'github-fine-grained-token': 8,
  // Base 32 of 36 bytes: two bits of the last character are left over.
  'nats-nkey-seed': 1,
};

/** What the rule alone says of an example with another secret in the place of its own. */
function looker(rule: Rule): (leak: Leak, secret: string) => 'proven' | 'found' | 'nothing' {
  const alone = openInspector([rule]);
  return (leak, secret) => {
    const text = leak.text.slice(0, leak.start) + secret + leak.text.slice(leak.start + leak.secret.length);
    const { findings } = alone.inspect(blobOf(text, pathOf(leak)));
    if (findings.some(({ evidence }) => evidence.some(({ text: why }) => why === proof))) return 'proven';
    return findings.length > 0 ? 'found' : 'nothing';
  };
}

const classes = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The next character of the same kind: the shape stays what it was. */
function neighbour(character: string): string {
  const kind = classes.find((characters) => characters.includes(character)) ?? character;
  return kind[(kind.indexOf(character) + 1) % kind.length] as string;
}

/** Secrets that are nearly the one given, each with what was done to it. */
function* mutations(rule: Rule, secret: string): Generator<[string, string]> {
  const anchors = 'anchors' in rule ? (rule.anchors ?? []) : [];
  const prefix = Math.max(0, ...anchors.filter((anchor) => secret.startsWith(anchor)).map(({ length }) => length));
  for (let at = prefix; at < secret.length - (uncovered[rule.id] ?? 0); at++) {
    yield [`character ${at} changed`, secret.slice(0, at) + neighbour(secret[at] as string) + secret.slice(at + 1)];
  }
  yield ['its end cut off', secret.slice(0, -1)];
  yield ['its body cut', secret.slice(0, prefix) + secret.slice(prefix + 1)];
  yield ['one more at the end', secret + neighbour(secret.at(-1) ?? 'a')];
  yield ['one more in the body', secret.slice(0, prefix) + (secret[prefix] ?? 'a') + secret.slice(prefix)];
  yield ['a body of another alphabet', secret.slice(0, prefix) + fake(hex, secret.length - prefix, 9)];
}

const checked = rules.filter(({ kind }) => kind === 'pattern').map((rule) => ({ rule, look: looker(rule) }));
const proving = checked.filter(({ rule, look }) =>
  rule.examples().leaks.some((leak) => look(leak, leak.secret) === 'proven'),
);

test('rules prove by checksum what vendors check', () => {
  expect(proving.length).toBeGreaterThan(30);
});

describe.each(proving.map(({ rule, look }) => [rule.id, rule, look] as const))('%s', (id, rule, look) => {
  test('proves no secret that was changed, cut, drawn out or made of another alphabet', () => {
    const wrong: string[] = [];
    for (const leak of rule.examples().leaks) {
      if (look(leak, leak.secret) !== 'proven') continue;
      for (const [what, secret] of mutations(rule, leak.secret)) {
        if (secret !== leak.secret && look(leak, secret) === 'proven') wrong.push(what);
      }
    }
    expect(wrong, `${id}: its checksum holds although of a true secret there was ${wrong.join(', ')}`).toEqual([]);
  });
});

import { defineRule, held, leak, numbers, proven, sha256 } from '../src/rule-kit/index.ts';

import { bip39English } from './data/bip39-english.ts';

let places: ReadonlyMap<string, number> | undefined;
/** Each word of the list with its number; made on first use. */
function wordNumbers(): ReadonlyMap<string, number> {
  places ??= new Map(
    bip39English
      .trim()
      .split(/\s/)
      .map((word, index) => [word, index]),
  );
  return places;
}

/** The bits of the words are random bytes and, at the end, the first bits of their SHA-256: one for 32 bits. */
function hasChecksum(words: readonly string[]): boolean {
  const known = wordNumbers();
  const bits = words.map((word) => (known.get(word) ?? 0).toString(2).padStart(11, '0')).join('');
  const checkLength = bits.length / 33;
  const bytes = Uint8Array.from({ length: (bits.length - checkLength) / 8 }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
  const check = (sha256(bytes)[0] ?? 0).toString(2).padStart(8, '0').slice(0, checkLength);
  return bits.endsWith(check);
}

/** Phrases in documents and test networks repeat themselves: the same word, or the same two words, again. */
function repeatsItself(words: readonly string[]): boolean {
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  return new Set(pairs).size < pairs.length || new Set(words).size < words.length - 2;
}

/** As many words as asked for, the last of them chosen so that the checksum fits. */
function fakePhrase(count: 12 | 24, seed: number): string {
  const list = [...wordNumbers().keys()];
  const next = numbers(seed);
  const head = Array.from({ length: count - 1 }, () => list[next() % list.length] as string);
  const last = list.find((word) => !head.includes(word) && hasChecksum([...head, word])) ?? '';
  return [...head, last].join(' ');
}

export const bip39 = [
  defineRule({
    id: 'bip39-mnemonic',
    title: 'Wallet recovery phrase (BIP-39)',
    severity: 'critical',
    description: 'Is the wallet: whoever has the words spends everything in all its accounts, and nobody can undo it.',
    remediation: 'Move all funds to a new wallet at once. A phrase cannot be revoked.',
    references: ['https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki'],
    environment: ['MNEMONIC', 'SEED_PHRASE'],
    anchors: [
      'i:mnemonic',
      'i:seedphrase',
      'i:seed phrase',
      'i:seed_phrase',
      'i:seed-phrase',
      'i:recoveryphrase',
      'i:recovery phrase',
      'i:recovery_phrase',
      'i:recovery-phrase',
    ],
    pattern:
      /(?:mnemonic|(?:seed|recovery)[_ -]?phrase)\w{0,20}["'\]\\]{0,3}\s{0,4}[:=(]["'\x60\\\s]{0,6}(?<secret>[a-z]{3,8}(?: [a-z]{3,8}){11,23})(?! ?[a-z])/i,
    random: false,
    judge: (match) => {
      const words = match.secret.toLowerCase().split(' ');
      if (words.length % 3 !== 0) return held('bad-structure', 'not a number of words that phrases have');
      if (!words.every((word) => wordNumbers().has(word))) return held('words');
      if (repeatsItself(words)) return held('known-example', 'a phrase for tests');
      return hasChecksum(words) ? proven('checksum valid') : held('bad-checksum');
    },
    examples: () => ({
      leaks: [leak`MNEMONIC="${fakePhrase(12, 1)}"`, leak`{ "seedPhrase": "${fakePhrase(24, 2)}" }`],
      clean: [
        `MNEMONIC="${Array.from({ length: 11 }, () => 'test').join(' ')} junk"`,
        'mnemonic: a word or two that help to keep in mind what this thing is good for',
        `phrase = "${fakePhrase(12, 3)}"`,
        `MNEMONIC="${fakePhrase(12, 4).split(' ').reverse().slice(1).join(' ')}"`,
      ],
    }),
  }),
];

import { defineNamedRule, dig, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const fakeKey = (seed: number): string => `${fake(dig, 8, seed)}-${fake(hex, 25, seed)}`;

export const pixabay = [
  defineNamedRule({
    id: 'pixabay-api-key',
    title: 'Pixabay API key',
    severity: 'low',
    description: 'Searches images within the rate limit of its owner. Pages often show it.',
    remediation: 'Ask Pixabay for a new key: the old one ends with it. Keep the new one behind your own server.',
    references: ['https://pixabay.com/api/docs/'],
    environment: ['PIXABAY_API_KEY', 'PIXABAY_KEY'],
    words: ['pixabay'],
    value: whole(`${run(dig, 6, 9)}-${run(hex, 25)}`),
    examples: () => ({
      leaks: [leak`PIXABAY_API_KEY=${fakeKey(1)}`, leak`https://pixabay.com/api/?key=${fakeKey(2)}&q=a`],
      clean: [`PIXABAY_API_KEY=${fake(dig, 8)}-${fake(hex, 20)}`, `key=${fakeKey(3)}`],
    }),
  }),
];

import { alone, b64, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const text: typeof b64 = { characters: b64.characters, inClass: `${b64.inClass}=_-` };

export const fullstory = [
  defineRule({
    id: 'fullstory-api-key',
    title: 'FullStory API key',
    severity: 'high',
    description: 'Reads recorded sessions and users, and changes settings, as its role allows.',
    remediation: 'Delete the key under Settings › API Keys in FullStory, then create a new one.',
    references: ['https://developer.fullstory.com/'],
    environment: ['FULLSTORY_API_KEY'],
    anchors: ['na1.', 'eu1.'],
    pattern: alone(`(?:na1|eu1)\\.${run(text, 100)}`, text),
    near: { words: ['fullstory', 'full_story'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`FULLSTORY_API_KEY=${`na1.${fake(b64, 100)}`}`,
        leak`// fullstory\nheaders: { Authorization: 'Basic ${`eu1.${fake(b64, 100, 2)}`}' }`,
      ],
      clean: [`key = na1.${fake(b64, 100)}`, `FULLSTORY_API_KEY=na1.${fake(b64, 99)}`],
    }),
  }),
];

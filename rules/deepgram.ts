import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const deepgram = [
  defineNamedRule({
    id: 'deepgram-api-key',
    title: 'Deepgram API key',
    severity: 'high',
    description:
      'Transcribes and speaks at the expense of the project; with the owner’s role it manages keys and members.',
    remediation: 'Delete the key at console.deepgram.com under API Keys, then issue one with fewer permissions.',
    references: ['https://developers.deepgram.com/docs'],
    environment: ['DEEPGRAM_API_KEY'],
    words: ['deepgram'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [
        leak`DEEPGRAM_API_KEY=${fake(hex, 40, 1)}`,
        leak`const deepgram = createClient({ key: "${fake(hex, 40, 2)}" });`,
      ],
      clean: [`API_KEY=${fake(hex, 40)}`, `deepgram_commit: ${fake(hex, 40)}`, `DEEPGRAM_API_KEY=${fake(hex, 41)}`],
    }),
  }),
];

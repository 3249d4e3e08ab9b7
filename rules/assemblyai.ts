import { b36l, defineNamedRule, fake, hex, leak, run, whole, withDigit } from '../src/rule-kit/index.ts';

export const assemblyai = [
  defineNamedRule({
    id: 'assemblyai-api-key',
    title: 'AssemblyAI API key',
    severity: 'high',
    description: 'Transcribes at the expense of the account, and reads all its transcripts.',
    remediation: 'Regenerate the key at assemblyai.com/app under API Keys.',
    references: ['https://www.assemblyai.com/docs'],
    environment: ['ASSEMBLYAI_API_KEY'],
    words: ['assemblyai', 'assembly_ai'],
    value: whole(run(b36l, 32)),
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`ASSEMBLYAI_API_KEY=${fake(hex, 32, 1)}`,
        leak`import assemblyai as aai\naai.settings.api_key = "${fake(hex, 32, 2)}"`,
      ],
      clean: [
        `API_KEY=${fake(hex, 32)}`,
        `ASSEMBLYAI_API_KEY=${fake(hex, 33)}`,
        `ASSEMBLYAI_API_KEY=${'x'.repeat(32)}`,
      ],
    }),
  }),
];

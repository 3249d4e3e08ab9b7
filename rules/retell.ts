import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const retell = [
  defineRule({
    id: 'retell-api-key',
    title: 'Retell AI API key',
    severity: 'high',
    description: 'Starts phone calls, reads recordings and transcripts, and changes the agents of the workspace.',
    remediation: 'Delete the key in the Retell dashboard under API Keys, then issue a new one.',
    references: ['https://docs.retellai.com/'],
    environment: ['RETELL_API_KEY'],
    anchors: ['key_'],
    pattern: token('key_', run(hex, 28), b62),
    near: { words: ['retell'], bytes: 200 },
    examples: () => ({
      leaks: [
        leak`RETELL_API_KEY=${`key_${fake(hex, 28, 1)}`}`,
        leak`new Retell({ apiKey: "${`key_${fake(hex, 28, 2)}`}" })`,
      ],
      clean: [
        `id: key_${fake(hex, 28)}`,
        `RETELL_API_KEY=key_${fake(hex, 27)}`,
        `RETELL_API_KEY=key_${'x'.repeat(28)}`,
      ],
    }),
  }),
];

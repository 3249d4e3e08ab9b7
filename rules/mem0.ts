import { b62, b64u, defineRule, fake, held, isMixed, leak, plausible, run, token } from '../src/rule-kit/index.ts';

export const mem0 = [
  defineRule({
    id: 'mem0-api-key',
    title: 'Mem0 API key',
    severity: 'high',
    description: 'Reads, changes and deletes the stored memories of every user of a project.',
    remediation: 'Delete the key at app.mem0.ai under API Keys, then issue a new one.',
    references: ['https://docs.mem0.ai/'],
    environment: ['MEM0_API_KEY'],
    anchors: ['m0-'],
    pattern: token('m0-', run(b62, 24, 44), b64u),
    near: { words: ['mem0'], bytes: 200 },
    judge: (match) =>
      isMixed(match.secret.slice(3)) ? plausible : held('words', 'no digit, or letters of one case only'),
    examples: () => ({
      leaks: [
        leak`MEM0_API_KEY=${`m0-${fake(b62, 40, 1)}`}`,
        leak`new MemoryClient({ apiKey: "${`m0-${fake(b62, 40, 2)}`}" }) // mem0ai`,
      ],
      clean: [`theme: m0-${fake(b62, 40)}`, `MEM0_API_KEY=m0-${fake(b62, 20)}`, `MEM0_API_KEY=m0-${'x'.repeat(40)}`],
    }),
  }),
];

import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const baichuan = [
  defineRule({
    id: 'baichuan-api-key',
    title: 'Baichuan API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls the Baichuan models at the expense of the account.',
    remediation: 'Delete the key at platform.baichuan-ai.com, then issue a new one.',
    references: ['https://platform.baichuan-ai.com/docs/api'],
    environment: ['BAICHUAN_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(hex, 32), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('baichuan'),
    judge: ownedBy('baichuan'),
    examples: () => ({
      leaks: [
        leak`BAICHUAN_API_KEY=${`sk-${fake(hex, 32, 1)}`}`,
        leak`Baichuan(api_key="${`sk-${fake(hex, 32, 2)}`}")`,
      ],
      clean: [`API_KEY=sk-${fake(hex, 32)}`, `BAICHUAN_API_KEY=sk-${fake(hex, 30)}`],
    }),
  }),
];

import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const stability = [
  defineRule({
    id: 'stability-api-key',
    title: 'Stability AI API key',
    severity: 'high',
    description: 'Makes images, video and audio with the credits of the account.',
    remediation: 'Delete the key at platform.stability.ai/account/keys, then issue a new one.',
    references: ['https://platform.stability.ai/docs/getting-started/authentication'],
    environment: ['STABILITY_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', `(?!${run(b62, 20)}T3BlbkFJ)${run(b62, 48)}`, b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('stability'),
    judge: ownedBy('stability'),
    examples: () => ({
      leaks: [
        leak`STABILITY_API_KEY=${`sk-${fake(b62, 48, 1)}`}`,
        leak`{"stability":{"key":"${`sk-${fake(b62, 48, 2)}`}"}}`,
        leak`fetch('https://api.stability.ai/v1/user', { headers: { Authorization: 'Bearer ${`sk-${fake(b62, 48, 3)}`}' } })`,
      ],
      clean: [`API_KEY=sk-${fake(b62, 48)}`, `STABILITY_API_KEY=sk-${fake(b62, 20)}T3BlbkFJ${fake(b62, 20, 2)}`],
    }),
  }),
];

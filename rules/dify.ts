import type { Judgement, Match } from '../src/model/index.ts';
import { b62, b64u, defineRule, fake, held, isMixed, leak, plausible, run, token } from '../src/rule-kit/index.ts';

/** The vendor's name is the end of `modify` and `codify`. */
const named = (match: Match): Judgement =>
  /(?<![A-Za-z])dify/i.test(match.window.slice(Math.max(0, match.at - 200), match.at + 200)) ||
  /(?<![a-z])dify/i.test(match.path)
    ? isMixed(match.secret.replace(/^[a-z]+-/, ''))
      ? plausible
      : held('words', 'no digit, or letters of one case only')
    : held('not-a-value', 'the vendor’s name is only the end of another word');
const references = ['https://docs.dify.ai/'] as const;

export const dify = [
  defineRule({
    id: 'dify-app-key',
    title: 'Dify application key',
    severity: 'high',
    description: 'Runs an application with the models behind it, and reads its conversations.',
    remediation: 'Delete the key in Dify on the application’s API access page, then issue a new one.',
    references,
    environment: ['DIFY_API_KEY'],
    anchors: ['app-'],
    pattern: token('app-', run(b62, 24), b64u),
    reach: { before: 256, after: 512 },
    near: { words: ['dify'], bytes: 200 },
    judge: named,
    examples: () => ({
      leaks: [
        leak`DIFY_API_KEY=${`app-${fake(b62, 24, 1)}`}`,
        leak`curl https://api.dify.ai/v1/chat-messages -H "Authorization: Bearer ${`app-${fake(b62, 24, 2)}`}"`,
      ],
      clean: [`modify(id="app-${fake(b62, 24)}")`, `DIFY_API_KEY=app-${fake(b62, 23)}`, `id: app-${fake(b62, 24)}`],
    }),
  }),
  defineRule({
    id: 'dify-knowledge-key',
    title: 'Dify knowledge key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and changes every knowledge base its owner sees.',
    remediation: 'Delete the key in Dify under Knowledge › API access, then issue a new one.',
    references,
    environment: ['DIFY_KNOWLEDGE_API_KEY'],
    anchors: ['dataset-'],
    pattern: token('dataset-', run(b62, 24), b64u),
    reach: { before: 256, after: 512 },
    near: { words: ['dify'], bytes: 200 },
    judge: named,
    examples: () => ({
      leaks: [
        leak`DIFY_DATASET_KEY=${`dataset-${fake(b62, 24, 1)}`}`,
        leak`{"dify": {"knowledge": "${`dataset-${fake(b62, 24, 2)}`}"}}`,
      ],
      clean: [`name: dataset-${fake(b62, 24)}`, `DIFY_DATASET_KEY=dataset-${fake(b62, 20)}`],
    }),
  }),
];

import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const langflow = [
  defineRule({
    id: 'langflow-api-key',
    title: 'Langflow API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Runs and edits the flows of its owner on a Langflow server, with the credentials stored there.',
    remediation: 'Delete the key in the server under Settings › Langflow API Keys, then issue a new one.',
    references: ['https://docs.langflow.org/'],
    environment: ['LANGFLOW_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b64u, 43), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('langflow'),
    judge: ownedBy('langflow'),
    examples: () => ({
      leaks: [
        leak`LANGFLOW_API_KEY=${`sk-${fake(b64u, 43, 1)}`}`,
        leak`curl "$LANGFLOW_URL/api/v1/run" -H "x-api-key: ${`sk-${fake(b64u, 43, 2)}`}"`,
      ],
      clean: [`x-api-key: sk-${fake(b64u, 43)}`, `LANGFLOW_API_KEY=sk-${fake(b64u, 30)}`],
    }),
  }),
];

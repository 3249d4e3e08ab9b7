import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const braintrust = [
  defineRule({
    id: 'braintrust-api-key',
    title: 'Braintrust API key',
    severity: 'high',
    description:
      'Reads and writes the evaluation data and logged prompts of its owner, and calls models through the proxy.',
    remediation: 'Delete the key at braintrust.dev under Settings › API keys, then issue a new one.',
    references: ['https://www.braintrust.dev/docs'],
    environment: ['BRAINTRUST_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b62, 48), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('braintrust'),
    judge: ownedBy('braintrust'),
    examples: () => ({
      leaks: [
        leak`BRAINTRUST_API_KEY=${`sk-${fake(b62, 48, 1)}`}`,
        leak`import { initLogger } from "braintrust";\ninitLogger({ apiKey: "${`sk-${fake(b62, 48, 2)}`}" });`,
      ],
      clean: [`API_KEY=sk-${fake(b62, 48)}`, `BRAINTRUST_API_KEY=sk-${fake(b62, 49)}`],
    }),
  }),
];

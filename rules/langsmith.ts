import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.smith.langchain.com/'] as const;
const remediation = 'Delete the key at smith.langchain.com under Settings › API Keys, then issue a new one.';
const environment = ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY'];
const description = 'Reads and writes traces, data sets and prompts of the workspaces it was made for.';

export const langsmith = [
  defineRule({
    id: 'langsmith-api-key',
    title: 'LangSmith API key',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['lsv2_pt_', 'lsv2_sk_'],
    pattern: token(['lsv2_pt_', 'lsv2_sk_'], `${run(hex, 32)}_${run(hex, 10)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`LANGSMITH_API_KEY=${`lsv2_pt_${fake(hex, 32, 1)}_${fake(hex, 10, 1)}`}`,
        leak`new Client({ apiKey: "${`lsv2_sk_${fake(hex, 32, 2)}_${fake(hex, 10, 2)}`}" })`,
      ],
      clean: [
        `lsv2_pt_${fake(hex, 32)}`,
        `lsv2_pt_${fake(hex, 32)}_${fake(hex, 9)}`,
        `lsv2_pt_${fake(hex, 32)}_${fake(hex, 11)}`,
      ],
    }),
  }),
  defineRule({
    id: 'langsmith-legacy-api-key',
    title: 'LangSmith API key (older form)',
    severity: 'high',
    confidence: 'medium',
    description,
    remediation,
    references,
    environment,
    anchors: ['ls__'],
    pattern: token('ls__', run(hex, 32), b62),
    examples: () => ({
      leaks: [
        leak`LANGCHAIN_API_KEY=${`ls__${fake(hex, 32, 1)}`}`,
        leak`langsmith: { key: '${`ls__${fake(hex, 32, 2)}`}' }`,
      ],
      clean: [`ls__${fake(hex, 31)}`, `details__${fake(hex, 32)}`, `ls__${fake(hex, 40)}`],
    }),
  }),
];

import { b64, defineNamedRule, defineRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.metamask.io/services/'] as const;
const facts = {
  severity: 'low',
  description: 'Calls blockchain nodes at the cost of its owner. Pages often show it; allowlists restrict it.',
  remediation: 'Delete the key in the MetaMask Developer dashboard, and restrict the new one with allowlists.',
  references,
  environment: ['INFURA_API_KEY', 'INFURA_PROJECT_ID'],
} as const;

export const infura = [
  defineRule({
    ...facts,
    id: 'infura-address-key',
    title: 'Infura API key in an address',
    anchors: ['infura.io/'],
    pattern: new RegExp(`infura\\.io\\/(?:ws\\/)?v3\\/(?<secret>${run(hex, 32)})(?![0-9a-zA-Z])`),
    examples: () => ({
      leaks: [
        leak`RPC_URL=https://mainnet.infura.io/v3/${fake(hex, 32)}`,
        leak`new WebSocket("wss://sepolia.infura.io/ws/v3/${fake(hex, 32, 2)}")`,
      ],
      clean: ['https://mainnet.infura.io/v3/YOUR-PROJECT-ID', `https://mainnet.infura.io/v3/${fake(hex, 31)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'infura-api-key',
    title: 'Infura API key',
    anchors: ['projectid', 'project_id', 'project-id'],
    words: ['infura'],
    names: /^(?!.*secret).*(?:key|project.?id|token)/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`INFURA_API_KEY=${fake(hex, 32, 3)}`, leak`infuraProjectId: '${fake(hex, 32, 4)}'`],
      clean: [`INFURA_API_KEY=${fake(hex, 31)}`, `project_id=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'infura-api-secret',
    title: 'Infura API key secret',
    severity: 'medium',
    description: 'Together with the API key: calls blockchain nodes even where the key alone is refused.',
    words: ['infura'],
    names: /secret/i,
    value: whole(`(?:${run(hex, 32)}|${run(b64, 54)})`),
    examples: () => ({
      leaks: [leak`INFURA_API_KEY_SECRET=${fake(hex, 32, 5)}`, leak`infuraSecret: '${fake(hex, 32, 6)}'`],
      clean: [`INFURA_API_KEY_SECRET=${fake(hex, 30)}`, `secret: '${fake(hex, 32)}'`],
    }),
  }),
];

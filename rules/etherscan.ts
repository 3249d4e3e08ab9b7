import { b36u, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const etherscan = [
  defineNamedRule({
    id: 'etherscan-api-key',
    title: 'Etherscan API key',
    severity: 'low',
    description: 'Calls the explorer API within the limits of its owner.',
    remediation: 'Delete the key under API Keys at etherscan.io, then add a new one.',
    references: ['https://docs.etherscan.io/'],
    environment: ['ETHERSCAN_API_KEY'],
    words: ['etherscan', 'polygonscan', 'bscscan', 'arbiscan', 'basescan', 'snowtrace'],
    value: whole(run(b36u, 34)),
    examples: () => ({
      leaks: [leak`ETHERSCAN_API_KEY=${fake(b36u, 34)}`, leak`etherscan: { apiKey: "${fake(b36u, 34, 2)}" }`],
      clean: [`ETHERSCAN_API_KEY=${fake(b36u, 33)}`, `apiKey: "${fake(b36u, 34)}"`],
    }),
  }),
];

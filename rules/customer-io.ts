import { defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const customerIo = [
  defineNamedRule({
    id: 'customer-io-api-key',
    title: 'Customer.io API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Writes people and events into the Customer.io workspace, or sends messages from it.',
    remediation: 'Delete the key under Account settings › API credentials of Customer.io and create a new one.',
    references: ['https://docs.customer.io'],
    environment: ['CUSTOMERIO_API_KEY', 'CUSTOMERIO_APP_API_KEY'],
    words: ['customerio', 'customer.io', 'customer-io', 'customer_io', 'cioapi'],
    names: /key|token|secret/i,
    value: whole(run(hex, 20, 32)),
    examples: () => ({
      leaks: [
        leak`CUSTOMERIO_API_KEY=${fake(hex, 20, 1)}`,
        leakBetween("import { APIClient } from 'customerio-node';\nconst apiKey = '", fake(hex, 32, 2), "';"),
      ],
      clean: [`API_KEY=${fake(hex, 20)}`, `CUSTOMERIO_API_KEY=${fake(hex, 12)}`],
    }),
  }),
];

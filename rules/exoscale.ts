import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const exoscale = [
  defineRule({
    id: 'exoscale-api-key',
    title: 'Exoscale API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Names a key of an Exoscale organisation; with its secret it acts as the role of the key.',
    remediation: 'Revoke the key in the portal under IAM › API keys, then create a new one.',
    references: ['https://community.exoscale.com/product/identity/'],
    environment: ['EXOSCALE_API_KEY'],
    anchors: ['EXO'],
    pattern: token('EXO', run(b62, 24, 30), b62),
    near: { words: ['exoscale', 'exo_'], bytes: 200 },
    examples: () => ({
      leaks: [
        leak`EXOSCALE_API_KEY=${`EXO${fake(b62, 24, 1)}`}`,
        leak`exoscale: { key: "${`EXO${fake(b62, 24, 2)}`}" }`,
      ],
      clean: [`EXO${fake(b62, 31)}`, `aEXO${fake(b62, 24, 3)}`, `EXO${fake(b62, 24)}`],
    }),
  }),
];

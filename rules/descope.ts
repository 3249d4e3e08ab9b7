import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const descope = [
  defineNamedRule({
    id: 'descope-management-key',
    title: 'Descope management key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Reads and changes users, tenants and roles of the project.',
    remediation: 'Deactivate the key under Company › Management Keys in the Descope console, then create a new one.',
    references: ['https://docs.descope.com/'],
    environment: ['DESCOPE_MANAGEMENT_KEY'],
    words: ['descope'],
    value: whole(`K2${run(b62, 25, 90)}`),
    examples: () => ({
      leaks: [
        leak`DESCOPE_MANAGEMENT_KEY=${`K2${fake(b62, 58)}`}`,
        leak`descope({ managementKey: '${`K2${fake(b62, 50, 2)}`}' })`,
      ],
      clean: [
        `DESCOPE_MANAGEMENT_KEY=K2${fake(b62, 12)}`,
        `DESCOPE_PROJECT_ID=P2${fake(b62, 25)}`,
        `key: 'K2${fake(b62, 58)}'`,
      ],
    }),
  }),
];

import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const datastaxAstra = [
  defineRule({
    id: 'datastax-astra-token',
    title: 'DataStax Astra application token',
    severity: 'critical',
    description: 'Acts with the role of the token on the databases of an organisation.',
    remediation: 'Delete the token in the Astra portal under Settings › Tokens.',
    references: ['https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html'],
    environment: ['ASTRA_DB_APPLICATION_TOKEN'],
    anchors: ['AstraCS:'],
    pattern: token('AstraCS:', `${run(b62, 20, 30)}:${run(b62, 60, 70)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`ASTRA_DB_APPLICATION_TOKEN=${`AstraCS:${fake(b62, 24, 1)}:${fake(b62, 64, 1)}`}`,
        leak`password: "${`AstraCS:${fake(b62, 24, 2)}:${fake(b62, 64, 2)}`}"`,
      ],
      clean: [
        `AstraCS:${fake(b62, 24)}:${fake(b62, 59)}`,
        `AstraCS:${fake(b62, 24)}:${fake(b62, 71)}`,
        `aAstraCS:${fake(b62, 24, 3)}:${fake(b62, 64, 3)}`,
      ],
    }),
  }),
];

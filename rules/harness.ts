import { b62, b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const harness = [
  defineRule({
    id: 'harness-api-key',
    title: 'Harness API key',
    severity: 'critical',
    description: 'Acts as its user or service account on pipelines, connectors and secrets.',
    remediation: 'Delete the token in Harness on the page of the user or service account.',
    references: ['https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/'],
    environment: ['HARNESS_API_KEY'],
    anchors: ['pat.', 'sat.'],
    pattern: token(['pat.', 'sat.'], `${run(b64u, 22)}\\.${run(hex, 24)}\\.${run(b62, 20)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`HARNESS_API_KEY=${`pat.${fake(b64u, 22, 1)}.${fake(hex, 24, 1)}.${fake(b62, 20, 1)}`}`,
        leak`x-api-key: ${`sat.${fake(b64u, 22, 2)}.${fake(hex, 24, 2)}.${fake(b62, 20, 2)}`}`,
      ],
      clean: [
        `pat.${fake(b64u, 22)}.${fake(hex, 24)}.${fake(b62, 19)}`,
        `pat.${fake(b64u, 22)}.${fake(hex, 24)}.${fake(b62, 21)}`,
        `apat.${fake(b64u, 22, 3)}.${fake(hex, 24, 3)}.${fake(b62, 20, 3)}`,
      ],
    }),
  }),
];

import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const rootly = [
  defineRule({
    id: 'rootly-api-token',
    title: 'Rootly API token',
    severity: 'high',
    description: 'Reads and changes incidents, workflows and schedules of the organisation.',
    remediation: 'Revoke the token under Organization settings › API keys, then generate a new one.',
    references: ['https://docs.rootly.com/'],
    environment: ['ROOTLY_API_TOKEN'],
    anchors: ['rootly_'],
    pattern: token('rootly_', run(hex, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`ROOTLY_API_TOKEN=${`rootly_${fake(hex, 64)}`}`,
        leak`Authorization: Bearer ${`rootly_${fake(hex, 64, 2)}`}`,
      ],
      clean: [`rootly_${fake(hex, 63)}`, 'rootly_incident_severity'],
    }),
  }),
];

import { alone, b62, defineRule, fake, hex, leak, mixed, run } from '../src/rule-kit/index.ts';

export const voiceflow = [
  defineRule({
    id: 'voiceflow-api-key',
    title: 'Voiceflow API key',
    severity: 'high',
    description: 'Runs the assistants of a project or workspace, and reads transcripts and knowledge bases.',
    remediation: 'Regenerate the key in Voiceflow under the project’s settings › API keys.',
    references: ['https://docs.voiceflow.com/'],
    environment: ['VOICEFLOW_API_KEY'],
    anchors: ['VF.'],
    pattern: alone(`VF\\.(?:(?:DM|WS)\\.)?${run(hex, 24)}\\.${run(b62, 16)}`, b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`VOICEFLOW_API_KEY=${`VF.DM.${fake(hex, 24, 1)}.${fake(b62, 16, 1)}`}`,
        leak`Authorization: ${`VF.WS.${fake(hex, 24, 2)}.${fake(b62, 16, 2)}`}`,
        leak`{ "key": "${`VF.${fake(hex, 24, 3)}.${fake(b62, 16, 3)}`}" }`,
      ],
      clean: [
        `VF.DM.${fake(hex, 24)}.${fake(b62, 15)}`,
        `VF.DM.${fake(hex, 23)}.${fake(b62, 16)}`,
        `NVF.${fake(hex, 24)}.${fake(b62, 16)}`,
      ],
    }),
  }),
];

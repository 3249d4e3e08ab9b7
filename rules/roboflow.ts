import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  isPublic,
  leak,
  mixed,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.roboflow.com/'] as const;

export const roboflow = [
  defineNamedRule({
    id: 'roboflow-api-key',
    title: 'Roboflow private API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and changes the data sets, models and deployments of a workspace.',
    remediation: 'Revoke the key at app.roboflow.com under Settings › API Keys, then issue a new one.',
    references,
    environment: ['ROBOFLOW_API_KEY'],
    words: ['roboflow'],
    value: whole(run(b62, 20)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`ROBOFLOW_API_KEY=${fake(b62, 20, 1)}`, leak`rf = Roboflow(api_key="${fake(b62, 20, 2)}")`],
      clean: [`API_KEY=${fake(b62, 20)}`, `ROBOFLOW_API_KEY=${fake(b62, 18)}`, `ROBOFLOW_API_KEY=${'x'.repeat(20)}`],
    }),
  }),
  defineRule({
    id: 'roboflow-publishable-key',
    title: 'Roboflow publishable key',
    severity: 'note',
    description: 'Runs public models in browsers; it reads no data.',
    remediation: 'Nothing to revoke.',
    references,
    anchors: ['rf_'],
    pattern: token('rf_', run(b62, 16, 40), b62),
    near: { words: ['roboflow'], bytes: 300 },
    judge: () => isPublic('made for browsers'),
    examples: () => ({
      leaks: [
        leak`roboflow.auth({ publishable_key: "${`rf_${fake(b62, 28, 1)}`}" })`,
        leak`ROBOFLOW_PUBLISHABLE_KEY=${`rf_${fake(b62, 28, 2)}`}`,
      ],
      clean: [`rf_${fake(b62, 28)}`, `roboflow perf_${fake(b62, 28)}`],
    }),
  }),
];

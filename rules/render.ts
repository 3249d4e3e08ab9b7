import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const render = [
  defineRule({
    id: 'render-api-key',
    title: 'Render API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on every service of their teams: deployments, environment variables, databases.',
    remediation: 'Revoke the key in the Render dashboard under Account settings › API keys.',
    references: ['https://render.com/docs/api'],
    environment: ['RENDER_API_KEY'],
    anchors: ['rnd_'],
    pattern: token('rnd_', run(b62, 28), b62),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`RENDER_API_KEY=${`rnd_${fake(b62, 28, 1)}`}`,
        leak`Authorization: Bearer ${`rnd_${fake(b62, 28, 2)}`}`,
      ],
      clean: [`rnd_${fake(b62, 27)}`, `rnd_${fake(b62, 29)}`, `arnd_${fake(b62, 28, 3)}`, `rnd_${'x'.repeat(28)}`],
    }),
  }),
];

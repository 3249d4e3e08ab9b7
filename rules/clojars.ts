import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const clojars = [
  defineRule({
    id: 'clojars-deploy-token',
    title: 'Clojars deploy token',
    severity: 'critical',
    description: 'Deploys libraries of its owner, within its scope: code that others build.',
    remediation: 'Disable the token under Deploy tokens at clojars.org.',
    references: ['https://github.com/clojars/clojars-web/wiki/Deploy-Tokens'],
    environment: ['CLOJARS_PASSWORD'],
    anchors: ['CLOJARS_'],
    pattern: token('CLOJARS_', run(hex, 60), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CLOJARS_PASSWORD=${`CLOJARS_${fake(hex, 60, 1)}`}`,
        leak`:password "${`CLOJARS_${fake(hex, 60, 2)}`}"`,
      ],
      clean: [
        `CLOJARS_${fake(hex, 59)}`,
        `CLOJARS_${fake(hex, 61)}`,
        `aCLOJARS_${fake(hex, 60, 3)}`,
        `CLOJARS_${'x'.repeat(60)}`,
      ],
    }),
  }),
];

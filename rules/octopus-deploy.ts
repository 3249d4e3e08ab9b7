import { b36u, b62, because, defineRule, fake, held, leak, plausible, run, token } from '../src/rule-kit/index.ts';

export const octopusDeploy = [
  defineRule({
    id: 'octopus-deploy-api-key',
    title: 'Octopus Deploy API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user: deploys releases, reads and changes variables.',
    remediation: 'Revoke the key in Octopus under Profile › My API keys.',
    references: ['https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key'],
    environment: ['OCTOPUS_API_KEY'],
    anchors: ['API-'],
    pattern: token('API-', run(b36u, 26), b62),
    judge: (match) =>
      !/[0-9]/.test(match.secret) || !/[A-Z]{2}/.test(match.secret.slice(4))
        ? held('words')
        : match.near(['octo'], 300)
          ? because('Octopus is named beside it', 1)
          : plausible,
    examples: () => ({
      leaks: [
        leak`OCTOPUS_API_KEY=${`API-${fake(b36u, 26, 1)}`}`,
        leak`octo push --apiKey ${`API-${fake(b36u, 26, 2)}`} --server https://octopus.example.com`,
      ],
      clean: [`API-${fake(b36u, 25)}`, `API-${fake(b36u, 27)}`, `aAPI-${fake(b36u, 26, 3)}`],
    }),
  }),
];

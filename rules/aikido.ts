import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const aikido = [
  defineRule({
    id: 'aikido-ci-token',
    title: 'Aikido CI token',
    severity: 'medium',
    description: 'Starts scans and reads their results.',
    remediation: 'Delete the token in Aikido under Settings › Integrations › Continuous integration.',
    references: ['https://help.aikido.dev/'],
    environment: ['AIKIDO_CI_TOKEN'],
    anchors: ['AIK_CI_'],
    pattern: token('AIK_CI_', run(b64u, 20, 128), b64u),
    examples: () => ({
      leaks: [
        leak`AIKIDO_CI_TOKEN=${`AIK_CI_${fake(b64u, 40, 1)}`}`,
        leak`aikido-api-client apikey ${`AIK_CI_${fake(b64u, 40, 2)}`}`,
      ],
      clean: [`AIK_CI_${fake(b64u, 19)}`, `AIK_CI_${fake(b64u, 129)}`, `aAIK_CI_${fake(b64u, 40, 3)}`],
    }),
  }),
  defineRule({
    id: 'aikido-client-secret',
    title: 'Aikido API client secret',
    severity: 'high',
    description: 'With its client id it reads the weaknesses of every repository.',
    remediation: 'Rotate the secret in Aikido under Settings › Integrations › API.',
    references: ['https://help.aikido.dev/'],
    environment: ['AIKIDO_CI_TOKEN'],
    anchors: ['AIK_SECRET_'],
    pattern: token('AIK_SECRET_', run(b64u, 20, 128), b64u),
    examples: () => ({
      leaks: [
        leak`AIKIDO_CLIENT_SECRET=${`AIK_SECRET_${fake(b64u, 40, 1)}`}`,
        leak`client_secret: "${`AIK_SECRET_${fake(b64u, 40, 2)}`}"`,
      ],
      clean: [`AIK_SECRET_${fake(b64u, 19)}`, `AIK_SECRET_${fake(b64u, 129)}`, `aAIK_SECRET_${fake(b64u, 40, 3)}`],
    }),
  }),
];

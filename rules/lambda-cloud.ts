import { alone, b62, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

export const lambdaCloud = [
  defineRule({
    id: 'lambda-cloud-api-key',
    title: 'Lambda Cloud API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Starts and ends machines at the expense of the account, and adds SSH keys to them.',
    remediation: 'Delete the key at cloud.lambda.ai under API keys, then issue a new one.',
    references: ['https://docs.lambda.ai/'],
    environment: ['LAMBDA_API_KEY'],
    anchors: ['secret_'],
    pattern: alone(`secret_[A-Za-z0-9-]{1,40}_${run(hex, 32, 64)}(?:\\.${run(b62, 16, 64)})?`, b62),
    near: {
      words: ['lambdalabs', 'lambda_api', 'lambda_labs', 'lambda_cloud', 'cloud.lambda', 'api.lambda'],
      bytes: 200,
    },
    examples: () => ({
      leaks: [
        leak`LAMBDA_API_KEY=${`secret_laptop_${fake(hex, 32, 1)}.${fake(b62, 32, 1)}`}`,
        leak`curl -u "${`secret_ci_${fake(hex, 32, 2)}`}:" https://cloud.lambdalabs.com/api/v1/instances`,
      ],
      clean: [`KEY=secret_ci_${fake(hex, 32)}`, `LAMBDA_API_KEY=secret_ci_${fake(hex, 20)}`],
    }),
  }),
];

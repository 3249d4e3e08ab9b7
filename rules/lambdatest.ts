import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const lambdatest = [
  defineNamedRule({
    id: 'lambdatest-access-key',
    title: 'LambdaTest access key',
    severity: 'medium',
    description: 'Runs browsers and devices at the cost of the account, and reads its test results.',
    remediation: 'Regenerate the access key under Settings › Password & security in LambdaTest.',
    references: ['https://www.lambdatest.com/support/docs/'],
    environment: ['LT_ACCESS_KEY'],
    words: ['lambdatest', 'lambda_test', 'lt_access_key', 'ltaccesskey'],
    names: /(?:lambda_?test|lt).*(?:token|key|secret)|^access_?key$/i,
    value: whole(`(?:LT_)?${run(b62, 44, 60)}`),
    examples: () => ({
      leaks: [leak`LT_ACCESS_KEY=${fake(b62, 50)}`, leak`lambdatest.accessKey = "${fake(b62, 50, 2)}"`],
      clean: [`LT_ACCESS_KEY=${fake(b62, 30)}`, `accessKey = "${fake(b62, 50)}"`],
    }),
  }),
];

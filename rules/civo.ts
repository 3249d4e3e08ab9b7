import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const civo = [
  defineNamedRule({
    id: 'civo-api-key',
    title: 'Civo API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the whole project or account: servers, volumes, networks, at the cost of its owner.',
    remediation: 'Regenerate the key in the dashboard under Settings › Profile › Security.',
    references: ['https://www.civo.com/docs/account/api-keys'],
    environment: ['CIVO_TOKEN'],
    words: ['civo'],
    names: /token|key|secret|auth/i,
    value: whole(run(b62, 50)),
    neighbours: false,
    judge: mixed,
    examples: () => ({
      leaks: [leak`CIVO_TOKEN=${fake(b62, 50, 1)}`, leak`civo_api_key: "${fake(b62, 50, 2)}"`],
      clean: [`API_TOKEN=${fake(b62, 50)}`, `CIVO_TOKEN=${fake(b62, 49)}`, `CIVO_TOKEN=${fake(b62, 51)}`],
    }),
  }),
];

import { b36u, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const vultr = [
  defineNamedRule({
    id: 'vultr-api-key',
    title: 'Vultr API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the whole project or account: servers, volumes, networks, at the cost of its owner.',
    remediation: 'Regenerate the key in the customer portal under Account › API.',
    references: ['https://www.vultr.com/api/'],
    environment: ['VULTR_API_KEY'],
    words: ['vultr'],
    names: /token|key|secret|auth/i,
    value: whole(run(b36u, 36)),
    examples: () => ({
      leaks: [leak`VULTR_API_KEY=${fake(b36u, 36, 1)}`, leak`vultr_api_key: "${fake(b36u, 36, 2)}"`],
      clean: [`API_TOKEN=${fake(b36u, 36)}`, `VULTR_API_KEY=${fake(b36u, 35)}`, `VULTR_API_KEY=${fake(b36u, 37)}`],
    }),
  }),
];

import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const linode = [
  defineNamedRule({
    id: 'linode-api-token',
    title: 'Linode API token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the whole project or account: servers, volumes, networks, at the cost of its owner.',
    remediation: 'Revoke the token in Cloud Manager under Profile › API tokens.',
    references: ['https://techdocs.akamai.com/linode-api/'],
    environment: ['LINODE_TOKEN'],
    words: ['linode'],
    names: /token|key|secret|auth/i,
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [leak`LINODE_TOKEN=${fake(hex, 64, 1)}`, leak`linode_api_key: "${fake(hex, 64, 2)}"`],
      clean: [`API_TOKEN=${fake(hex, 64)}`, `LINODE_TOKEN=${fake(hex, 63)}`, `LINODE_TOKEN=${fake(hex, 65)}`],
    }),
  }),
];

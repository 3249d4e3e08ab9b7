import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const hetzner = [
  defineNamedRule({
    id: 'hetzner-api-token',
    title: 'Hetzner Cloud API token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the whole project or account: servers, volumes, networks, at the cost of its owner.',
    remediation: 'Delete the token in the Hetzner console of the project under Security › API tokens.',
    references: ['https://docs.hetzner.cloud/'],
    environment: ['HCLOUD_TOKEN'],
    // Bare, `hcloud` would be found in `with cloud`.
    words: ['hetzner', 'hcloudtoken', '"hcloud"'],
    names: /token|key|secret|auth/i,
    value: whole(run(b62, 64)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`HCLOUD_TOKEN=${fake(b62, 64, 1)}`, leak`hetzner_api_key: "${fake(b62, 64, 2)}"`],
      clean: [`API_TOKEN=${fake(b62, 64)}`, `HCLOUD_TOKEN=${fake(b62, 63)}`, `HCLOUD_TOKEN=${fake(b62, 65)}`],
    }),
  }),
];

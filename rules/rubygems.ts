import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const rubygems = [
  defineRule({
    id: 'rubygems-api-key',
    title: 'RubyGems API key',
    severity: 'critical',
    description: 'Publishes and yanks gems of its owner, within its scopes: code that others install.',
    remediation: 'Delete the key under Settings › API keys at rubygems.org.',
    references: ['https://guides.rubygems.org/api-key-scopes/'],
    environment: ['GEM_HOST_API_KEY'],
    anchors: ['rubygems_'],
    pattern: token('rubygems_', run(hex, 48), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`GEM_HOST_API_KEY=${`rubygems_${fake(hex, 48, 1)}`}`,
        leak`:rubygems_api_key: ${`rubygems_${fake(hex, 48, 2)}`}`,
      ],
      clean: [
        `rubygems_${fake(hex, 47)}`,
        `rubygems_${fake(hex, 49)}`,
        `arubygems_${fake(hex, 48, 3)}`,
        `rubygems_${'x'.repeat(48)}`,
      ],
    }),
  }),
];

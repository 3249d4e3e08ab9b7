import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const cratesIo = [
  defineRule({
    id: 'crates-io-token',
    title: 'crates.io API token',
    severity: 'critical',
    description: 'Publishes and yanks crates of its owner, within its scopes: code that others build.',
    remediation: 'Revoke the token under Account settings › API tokens at crates.io.',
    references: ['https://doc.rust-lang.org/cargo/reference/publishing.html'],
    environment: ['CARGO_REGISTRY_TOKEN'],
    anchors: ['cio'],
    pattern: token('cio', run(b62, 32), b62),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`CARGO_REGISTRY_TOKEN=${`cio${fake(b62, 32, 1)}`}`,
        leak`[registry]\ntoken = "${`cio${fake(b62, 32, 2)}`}"`,
      ],
      clean: [`cio${fake(b62, 31)}`, `cio${fake(b62, 33)}`, `acio${fake(b62, 32, 3)}`, `cio${'x'.repeat(32)}`],
    }),
  }),
];

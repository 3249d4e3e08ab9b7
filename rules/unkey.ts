import { b62, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const unkey = [
  defineRule({
    id: 'unkey-root-key',
    title: 'Unkey root key',
    severity: 'critical',
    description:
      'Creates, reads and revokes the API keys that an application issues to its own customers, as far as its permissions go.',
    remediation: 'Delete the key at app.unkey.com under Settings › Root Keys, then issue one with fewer permissions.',
    references: ['https://www.unkey.com/docs'],
    environment: ['UNKEY_ROOT_KEY'],
    anchors: ['unkey_'],
    pattern: token('unkey_', run(b62, 20, 32), b62),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`UNKEY_ROOT_KEY=${`unkey_${fake(b62, 22, 1)}`}`,
        leak`new Unkey({ rootKey: "${`unkey_${fake(b62, 24, 2)}`}" })`,
      ],
      clean: [`unkey_${fake(b62, 12)}`, `unkey_${fake(b62, 40)}`, `unkey_${'x'.repeat(24)}`],
    }),
  }),
];

import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const duffel = [
  defineRule({
    id: 'duffel-access-token',
    title: 'Duffel access token',
    severity: 'critical',
    description: 'Books and pays travel at the expense of the Duffel organisation and reads passenger data.',
    remediation: 'Delete the token under Developers › Access tokens of the Duffel dashboard.',
    references: ['https://duffel.com/docs'],
    environment: ['DUFFEL_ACCESS_TOKEN'],
    anchors: ['duffel_live_', 'duffel_test_'],
    pattern: token(['duffel_live_', 'duffel_test_'], run(b64u, 43), b64u),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('duffel_test_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`DUFFEL_ACCESS_TOKEN=${`duffel_live_${fake(b64u, 42, 1)}a`}`,
        leak`new Duffel({ token: '${`duffel_test_${fake(b64u, 42, 2)}b`}' })`,
      ],
      clean: [`duffel_live_${fake(b64u, 30)}`, `xduffel_live_${fake(b64u, 43)}`],
    }),
  }),
];

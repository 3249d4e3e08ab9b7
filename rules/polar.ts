import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const polar = [
  defineRule({
    id: 'polar-access-token',
    title: 'Polar access token',
    severity: 'high',
    description: 'Acts on the Polar organisation or account: products, orders, subscriptions, customers.',
    remediation: 'Delete the token in the settings of the organisation or the account on polar.sh and issue a new one.',
    references: ['https://docs.polar.sh'],
    environment: ['POLAR_ACCESS_TOKEN'],
    anchors: ['polar_oat_', 'polar_pat_', 'polar_at_'],
    pattern: token(['polar_oat_', 'polar_pat_', 'polar_at_'], run(b64u, 24, 120), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`POLAR_ACCESS_TOKEN=${`polar_oat_${fake(b62, 43, 1)}`}`,
        leak`new Polar({ accessToken: "${`polar_pat_${fake(b62, 43, 2)}`}" })`,
        leak`Authorization: Bearer ${`polar_at_u_${fake(b62, 43, 3)}`}`,
      ],
      clean: [`polar_oat_${fake(b62, 10)}`, `bipolar_oat_${fake(b62, 43)}`, 'polar_at_night = true'],
    }),
  }),
];

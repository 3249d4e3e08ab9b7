import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const ramp = [
  defineRule({
    id: 'ramp-client-secret',
    title: 'Ramp client secret',
    severity: 'critical',
    description: 'Together with the client id it obtains tokens for the company cards, bills and users of Ramp.',
    remediation: 'Rotate the secret of the app on the developer page of the Ramp settings.',
    references: ['https://docs.ramp.com'],
    environment: ['RAMP_CLIENT_SECRET'],
    anchors: ['ramp_sec_'],
    pattern: token('ramp_sec_', run(b62, 48), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`RAMP_CLIENT_SECRET=${`ramp_sec_${fake(b62, 48, 1)}`}`,
        leak`"client_secret": "${`ramp_sec_${fake(b62, 48, 2)}`}"`,
      ],
      clean: [`ramp_id_${fake(b62, 40)}`, `ramp_sec_${fake(b62, 30)}`, `tramp_sec_${fake(b62, 48)}`],
    }),
  }),
];

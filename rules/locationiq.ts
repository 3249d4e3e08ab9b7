import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const locationiq = [
  defineRule({
    id: 'locationiq-token',
    title: 'LocationIQ access token',
    severity: 'low',
    description: 'Uses geocoding and maps at the cost of the account, unless referrers restrict it.',
    remediation: 'Delete the token in the LocationIQ dashboard, and restrict the new one to your referrers.',
    references: ['https://docs.locationiq.com/'],
    environment: ['LOCATIONIQ_API_KEY', 'LOCATIONIQ_TOKEN'],
    anchors: ['pk.'],
    pattern: token('pk.', run(hex, 32), b62),
    near: { words: ['locationiq', 'location_iq'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`LOCATIONIQ_API_KEY=${`pk.${fake(hex, 32)}`}`,
        leak`https://us1.locationiq.com/v1/search?key=${`pk.${fake(hex, 32, 2)}`}&q=a`,
      ],
      clean: [`key=pk.${fake(hex, 32)}`, `LOCATIONIQ_API_KEY=pk.${fake(hex, 31)}`],
    }),
  }),
];

import { b62, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const maptiler = [
  defineNamedRule({
    id: 'maptiler-key',
    title: 'MapTiler key',
    severity: 'low',
    description: 'Loads maps at the cost of the account, unless allowed origins restrict it.',
    remediation: 'Delete the key at cloud.maptiler.com under API keys, and restrict the new one to your origins.',
    references: ['https://docs.maptiler.com/cloud/api/authentication-key/'],
    environment: ['MAPTILER_KEY', 'MAPTILER_API_KEY'],
    words: ['maptiler'],
    value: whole(run(b62, 20)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`MAPTILER_KEY=${`${fake(b62, 18)}A7`}`,
        leak`https://api.maptiler.com/maps/a/style.json?key=${`${fake(b62, 18, 2)}B4`}`,
      ],
      clean: [`MAPTILER_KEY=${fake(b62, 19)}`, `key=${fake(b62, 20)}`, 'MAPTILER_KEY=yourmaptilercloudkey'],
    }),
  }),
];

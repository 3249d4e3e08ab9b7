import { b36l, defineNamedRule, fake, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const etsy = [
  defineNamedRule({
    id: 'etsy-api-key',
    title: 'Etsy API keystring',
    severity: 'medium',
    confidence: 'medium',
    description: 'Calls the Etsy API in the name of the app, within its quota.',
    remediation: 'Delete or regenerate the app key on the Etsy developer page.',
    references: ['https://developers.etsy.com/documentation/'],
    environment: ['ETSY_API_KEY'],
    // `etsy` alone stands within `getSync` and `targetSystem`.
    words: [
      '=etsy',
      'etsyapi',
      'etsykey',
      'etsytoken',
      'etsysecret',
      'etsyclient',
      'etsyshared',
      'etsy.com',
      'openapi.etsy',
    ],
    names: /key|token|secret/i,
    value: whole(run(b36l, 24)),
    examples: () => ({
      leaks: [
        leak`ETSY_API_KEY=${fake(b36l, 24, 1)}`,
        leakBetween('# https://openapi.etsy.com\nx-api-key: ', fake(b36l, 24, 2), '\n'),
      ],
      clean: [`API_KEY=${fake(b36l, 24)}`, `ETSY_API_KEY=${fake(b36l, 16)}`],
    }),
  }),
];

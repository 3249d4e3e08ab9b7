import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const tomtom = [
  defineNamedRule({
    id: 'tomtom-api-key',
    title: 'TomTom API key',
    severity: 'low',
    description: 'Uses maps, routing and search at the cost of the account, unless domains restrict it.',
    remediation: 'Delete the key in the dashboard at developer.tomtom.com, and restrict the new one to your domains.',
    references: ['https://developer.tomtom.com/'],
    environment: ['TOMTOM_API_KEY'],
    words: ['tomtom'],
    value: whole(run(b62, 32)),
    examples: () => ({
      leaks: [
        leak`TOMTOM_API_KEY=${fake(b62, 32)}`,
        leak`https://api.tomtom.com/search/2/search/a.json?key=${fake(b62, 32, 2)}`,
      ],
      clean: [`TOMTOM_API_KEY=${fake(b62, 31)}`, `key=${fake(b62, 32)}`],
    }),
  }),
];

import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const vast = [
  defineNamedRule({
    id: 'vast-api-key',
    title: 'Vast.ai API key',
    severity: 'high',
    description: 'Rents machines with the balance of the account, and reads its instances.',
    remediation: 'Delete the key at console.vast.ai under Keys, then issue one with fewer permissions.',
    references: ['https://docs.vast.ai/'],
    environment: ['VAST_API_KEY'],
    words: ['=vast', 'vast_api', 'vastai', 'vast.ai', 'vast_ai'],
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [
        leak`VAST_API_KEY=${fake(hex, 64, 1)}`,
        leak`url: https://console.vast.ai/api/v0\napi_key: ${fake(hex, 64, 2)}`,
      ],
      clean: [`a vast amount; token=${fake(hex, 64)}`, `VAST_API_KEY=${fake(hex, 63)}`],
    }),
  }),
];

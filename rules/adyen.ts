import {
  type Alphabet,
  b36u,
  b62,
  b64,
  defineRule,
  fake,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.adyen.com/development-resources/api-credentials'] as const;
/** Base 64 with padding and dashes inside: the key is several encoded parts in a row. */
const parts: Alphabet = { characters: `${b64.characters}=-`, inClass: `${b64.inClass}=-` };

export const adyen = [
  defineRule({
    id: 'adyen-api-key',
    title: 'Adyen API key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts on the Adyen merchant account with the roles of its API credential: payments, refunds, payouts.',
    remediation:
      'Generate a new key for the API credential under Developers › API credentials; the old one then expires.',
    references,
    environment: ['ADYEN_API_KEY'],
    anchors: ['AQE'],
    pattern: token('AQE', run(parts, 140, 400), parts),
    near: { words: ['adyen'], bytes: 400 },
    examples: () => ({
      leaks: [
        leak`ADYEN_API_KEY=${`AQE${fake(b62, 120, 1)}==-${fake(b62, 44, 2)}`}`,
        leakBetween('adyen:\n  apiKey: "', `AQE${fake(b64, 150, 3)}-${fake(b62, 60, 4)}`, '"\n'),
      ],
      clean: [`ADYEN_API_KEY=AQE${fake(b62, 40)}`, `image: AQE${fake(b62, 200)}`],
    }),
  }),
  defineRule({
    id: 'adyen-client-key',
    title: 'Adyen client key',
    severity: 'note',
    description: 'Made for browsers: loads the payment form for the origins allowed to it.',
    remediation: 'Nothing to revoke. Keep the API key on the server.',
    references,
    environment: ['ADYEN_CLIENT_KEY'],
    anchors: ['live_', 'test_'],
    pattern: token(['live_', 'test_'], run(b36u, 24, 40), b62),
    near: { words: ['adyen'], bytes: 400 },
    judge: () => isPublic('a client key is made for client code'),
    examples: () => ({
      leaks: [
        leak`ADYEN_CLIENT_KEY=${`live_${fake(b36u, 32, 1)}`}`,
        leakBetween('AdyenCheckout({ clientKey: "', `test_${fake(b36u, 32, 2)}`, '" })'),
      ],
      clean: [`KEY=test_${fake(b36u, 32)}`, `ADYEN_CLIENT_KEY=test_${fake(b36u, 8)}`],
    }),
  }),
];

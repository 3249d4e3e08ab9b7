import { b62, defineRule, fake, hex, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

const body = `${run(hex, 12)}(?:-${run(hex, 4)}){4}`;
const minted = (kind: string, seed: number): string =>
  [kind, fake(hex, 12, seed), ...[1, 2, 3, 4].map((part) => fake(hex, 4, seed + part))].join('-');

export const ebay = [
  defineRule({
    id: 'ebay-cert-id',
    title: 'eBay Cert ID (client secret)',
    severity: 'high',
    confidence: 'medium',
    description: 'Together with the App ID it obtains tokens in the name of the eBay application.',
    remediation: 'Rotate the Cert ID under Application keys of the eBay developer account.',
    references: ['https://developer.ebay.com'],
    environment: ['EBAY_CERT_ID', 'EBAY_CLIENT_SECRET'],
    anchors: ['PRD-', 'SBX-'],
    pattern: token(['PRD-', 'SBX-'], body, b62),
    near: { words: ['ebay', 'cert_id', 'certid', 'cert-id'], bytes: 300 },
    judge: ({ secret }) => (secret.startsWith('SBX-') ? { kind: 'plausible', severity: 'low' } : { kind: 'plausible' }),
    examples: () => ({
      leaks: [
        leak`EBAY_CERT_ID=${minted('PRD', 1)}`,
        leakBetween('"ebay": { "clientSecret": "', minted('SBX', 10), '" }'),
      ],
      clean: [
        `id: ${minted('PRD', 20)}`,
        `EBAY_APP_ID=Nuts-shop-PRD-${fake(hex, 9)}-${fake(hex, 8)}`,
        `EBAY_CERT_ID=PRD-${fake(hex, 12)}`,
      ],
    }),
  }),
];

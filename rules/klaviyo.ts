import { alone, b36l, b62, because, defineRule, fake, held, hex, leak, plausible, run } from '../src/rule-kit/index.ts';

export const klaviyo = [
  defineRule({
    id: 'klaviyo-private-key',
    title: 'Klaviyo private API key',
    severity: 'high',
    description:
      'Reads and writes the profiles, lists and campaigns of the account. Private in spite of its prefix `pk_`.',
    remediation: 'Delete the key under Settings › API keys of the Klaviyo account and create a new one.',
    references: ['https://developers.klaviyo.com'],
    environment: ['KLAVIYO_PRIVATE_KEY', 'KLAVIYO_API_KEY'],
    supersedes: ['stripe-publishable-key'],
    anchors: ['pk_'],
    reach: { before: 320, after: 512 },
    pattern: alone(`pk_(?:${run(b62, 6)}_)?${run(b36l, 34)}`, b62),
    judge: (match) => {
      if (match.near(['klaviyo'], 300)) return plausible;
      // 34 hexadecimal digits after `pk_` are known of no other vendor.
      return /_[0-9a-f]{34}$/.test(match.secret)
        ? because('the vendor is not named nearby', -1)
        : held('hash', 'the vendor is not named nearby');
    },
    examples: () => ({
      leaks: [
        leak`KLAVIYO_PRIVATE_KEY=${`pk_${fake(hex, 34, 1)}`}`,
        leak`Authorization: Klaviyo-API-Key ${`pk_${fake(b62, 6, 2)}_${fake(b36l, 34, 2)}`}`,
        leak`apiKey: '${`pk_${fake(hex, 34, 3)}`}'`,
      ],
      clean: [`pk_${fake(b36l, 34)}`, `KLAVIYO_PRIVATE_KEY=pk_${fake(hex, 20)}`, `klaviyo dpk_${fake(hex, 34)}`],
    }),
  }),
];

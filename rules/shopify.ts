import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  isPublic,
  leak,
  leakBetween,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://shopify.dev/docs/apps/build/authentication-authorization'] as const;

/** 32 hexadecimal digits so far; up to 64 letters and digits are announced. */
const body = run(b62, 32, 64);

export const shopify = [
  defineRule({
    id: 'shopify-access-token',
    title: 'Shopify access token',
    severity: 'critical',
    description: 'Acts on the shop with the scopes of the app: orders, customers, products, themes.',
    remediation: 'Uninstall or rotate the app in the shop admin, or rotate its credentials at partners.shopify.com.',
    references,
    environment: ['SHOPIFY_ACCESS_TOKEN', 'SHOPIFY_ADMIN_API_ACCESS_TOKEN'],
    anchors: ['shpat_', 'shpca_', 'shppa_', 'shpua_'],
    pattern: token(['shpat_', 'shpca_', 'shppa_', 'shpua_'], body, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SHOPIFY_ACCESS_TOKEN=${`shpat_${fake(hex, 32, 1)}`}`,
        leak`'X-Shopify-Access-Token': '${`shpca_${fake(hex, 32, 2)}`}'`,
        leak`password: "${`shppa_${fake(hex, 32, 3)}`}"`,
        leak`"token": "${`shpua_${fake(b62, 48, 4)}`}"`,
      ],
      clean: [`shpat_${fake(hex, 24)}`, `wishpat_${fake(hex, 32)}`, `shpxx_${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'shopify-app-secret',
    title: 'Shopify app secret',
    severity: 'critical',
    description: 'Proves to be the app: signs webhooks and sessions, and obtains tokens for shops that installed it.',
    remediation: 'Rotate the client secret of the app at partners.shopify.com.',
    references,
    environment: ['SHOPIFY_API_SECRET'],
    anchors: ['shpss_'],
    pattern: token('shpss_', body, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SHOPIFY_API_SECRET=${`shpss_${fake(hex, 32, 1)}`}`,
        leak`apiSecretKey: '${`shpss_${fake(hex, 32, 2)}`}',`,
      ],
      clean: [`shpss_${fake(hex, 20)}`, `ashpss_${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'shopify-theme-access-password',
    title: 'Shopify Theme Access password',
    severity: 'high',
    description: 'Changes the themes of the shop, and so the code every visitor runs.',
    remediation: 'Delete the password in the Theme Access app of the shop.',
    references: ['https://shopify.dev/docs/storefronts/themes/tools/theme-access'],
    environment: ['SHOPIFY_CLI_THEME_TOKEN'],
    anchors: ['shptka_'],
    pattern: token('shptka_', body, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SHOPIFY_CLI_THEME_TOKEN=${`shptka_${fake(hex, 32, 1)}`}`,
        leak`shopify theme push --password ${`shptka_${fake(hex, 32, 2)}`} --store nuts`,
      ],
      clean: [`shptka_${fake(hex, 20)}`, `xshptka_${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'shopify-storefront-token',
    title: 'Shopify storefront token',
    severity: 'note',
    description: 'Made for browsers: reads what a visitor of the shop may read.',
    remediation: 'Nothing to revoke. Keep admin tokens and the app secret on the server.',
    references: ['https://shopify.dev/docs/api/storefront'],
    environment: ['PUBLIC_STOREFRONT_API_TOKEN'],
    words: ['shopify', 'storefront'],
    names: /storefront/i,
    value: whole(run(hex, 32)),
    judge: () => isPublic('a storefront token is made for client code'),
    examples: () => ({
      leaks: [
        leak`X-Shopify-Storefront-Access-Token: ${fake(hex, 32, 1)}`,
        leakBetween('# shopify\nPUBLIC_STOREFRONT_API_TOKEN="', fake(hex, 32, 2), '"'),
      ],
      clean: [`TOKEN=${fake(hex, 32)}`, `SHOPIFY_STOREFRONT_TOKEN=${fake(hex, 20)}`],
    }),
  }),
];

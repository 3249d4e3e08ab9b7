import {
  b62,
  b64u,
  defineRule,
  dig,
  fake,
  fakeUuid,
  hex,
  isPublic,
  leak,
  run,
  START,
  token,
  UUID,
} from '../src/rule-kit/index.ts';

const references = ['https://www.mercadopago.com/developers/en/docs'] as const;
const minted = (prefix: string, seed: number): string =>
  `${prefix}-${fake(dig, 16, seed)}-${fake(dig, 6, seed)}-${fake(hex, 32, seed)}-${fake(dig, 9, seed)}`;

export const mercadoPago = [
  defineRule({
    id: 'mercado-pago-access-token',
    title: 'Mercado Pago access token',
    severity: 'critical',
    description: 'Acts on the Mercado Pago account: payments, refunds, customer data.',
    remediation: 'Renew the credentials under Your integrations of the Mercado Pago developer pages.',
    references,
    environment: ['MERCADOPAGO_ACCESS_TOKEN', 'MP_ACCESS_TOKEN'],
    anchors: ['APP_USR-'],
    // Application, date, random part, account; older ones carry a site mark before the account.
    pattern: new RegExp(
      `${START}(?<secret>APP_USR-${run(dig, 10, 20)}-${run(dig, 6)}-${run(hex, 32)}(?:__[A-Z]{2}_[A-Z]{2}__)?-${run(dig, 5, 12)})(?![${b64u.inClass}])`,
    ),
    binary: true,
    examples: () => ({
      leaks: [
        leak`MP_ACCESS_TOKEN=${minted('APP_USR', 1)}`,
        leak`new MercadoPagoConfig({ accessToken: '${minted('APP_USR', 2)}' })`,
      ],
      clean: [`APP_USR-${fakeUuid(1)}`, `APP_USR-${fake(dig, 16)}-${fake(hex, 32)}`, `APP_USR-${fake(dig, 16)}`],
    }),
  }),
  defineRule({
    id: 'mercado-pago-public-key',
    title: 'Mercado Pago public key',
    severity: 'note',
    description: 'Made for browsers: turns card details into a one-time token.',
    remediation: 'Nothing to revoke. Keep the access token on the server.',
    references,
    environment: ['MERCADOPAGO_PUBLIC_KEY'],
    anchors: ['APP_USR-'],
    pattern: token('APP_USR-', UUID, b62),
    judge: () => isPublic('a public key is made for client code'),
    examples: () => ({
      leaks: [
        leak`MERCADOPAGO_PUBLIC_KEY=${`APP_USR-${fakeUuid(1)}`}`,
        leak`new MercadoPago('${`APP_USR-${fakeUuid(2)}`}')`,
      ],
      clean: [minted('APP_USR', 3), `APP_USR-${fake(hex, 32)}`],
    }),
  }),
];

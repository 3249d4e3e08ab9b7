import { b36l, defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

const facts = {
  severity: 'high',
  confidence: 'medium',
  remediation: 'Rotate the credentials of the app in the Finicity (Mastercard open finance) developer portal.',
  references: ['https://developer.mastercard.com/open-finance-us/documentation/'],
} as const;

export const finicity = [
  defineNamedRule({
    ...facts,
    id: 'finicity-app-key',
    title: 'Finicity app key or token',
    description: 'Together with the partner credentials it reads the bank data of connected customers.',
    environment: ['FINICITY_APP_KEY'],
    words: ['finicity'],
    names: /key|token/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`FINICITY_APP_KEY=${fake(hex, 32, 1)}`, leak`Finicity-App-Key: ${fake(hex, 32, 2)}`],
      clean: [`APP_KEY=${fake(hex, 32)}`, `FINICITY_APP_KEY=${fake(hex, 24)}`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'finicity-partner-secret',
    title: 'Finicity partner secret',
    description: 'Together with the app key it reads the bank data of connected customers.',
    environment: ['FINICITY_PARTNER_SECRET'],
    words: ['finicity'],
    names: /secret/i,
    value: whole(run(b36l, 20)),
    examples: () => ({
      leaks: [
        leak`FINICITY_PARTNER_SECRET=${fake(b36l, 20, 1)}`,
        leakBetween('# api.finicity.com\npartnerSecret: "', fake(b36l, 20, 2), '"'),
      ],
      clean: [`CLIENT_SECRET=${fake(b36l, 20)}`, `FINICITY_PARTNER_SECRET=${fake(b36l, 12)}`],
    }),
  }),
];

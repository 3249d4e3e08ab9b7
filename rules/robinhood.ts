import {
  b62,
  b64,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  leak,
  leakBetween,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.robinhood.com'] as const;
const remediation = 'Disable the credential in the crypto account settings of Robinhood and create a new key pair.';

export const robinhood = [
  defineRule({
    id: 'robinhood-crypto-api-key',
    title: 'Robinhood Crypto API key',
    severity: 'medium',
    description: 'Names the API credential of a Robinhood crypto account; calls also need its private key.',
    remediation,
    references,
    anchors: ['rh-api-'],
    pattern: token('rh-api-', UUID, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`ROBINHOOD_API_KEY=${`rh-api-${fakeUuid(1)}`}`, leak`"x-api-key": "${`rh-api-${fakeUuid(2)}`}"`],
      clean: [`rh-api-${fake(hex, 32)}`, `xrh-api-${fakeUuid(3)}`],
    }),
  }),
  defineNamedRule({
    id: 'robinhood-crypto-private-key',
    title: 'Robinhood Crypto private key',
    severity: 'critical',
    confidence: 'medium',
    description: 'Signs calls of the API credential: reads holdings and places orders of the crypto account.',
    remediation,
    references,
    words: ['robinhood', 'rhapi'],
    names: /private/i,
    value: whole(`${run(b64, 43)}=|${run(b64, 86)}==`),
    examples: () => ({
      leaks: [
        leak`ROBINHOOD_PRIVATE_KEY=${`${fake(b64, 43, 1)}=`}`,
        leakBetween('# robinhood\nBASE64_PRIVATE_KEY = "', `${fake(b64, 86, 2)}==`, '"'),
      ],
      clean: [`PRIVATE_KEY=${fake(b64, 43)}=`, `ROBINHOOD_PUBLIC_KEY=${fake(b64, 43)}=`],
    }),
  }),
];

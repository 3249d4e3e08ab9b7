import { alone, b62, b64u, defineRule, fake, HEX, held, leak, plausible, run } from '../src/rule-kit/index.ts';

/** Most keys are an id of 32 hexadecimal digits, `_` and 22 random characters. */
const knownForm = /^KEY[0-9A-F]{32}_[0-9A-Za-z]{22}$/;

export const telnyx = [
  defineRule({
    id: 'telnyx-api-key',
    title: 'Telnyx API key',
    severity: 'high',
    description: 'Sends messages and calls, buys numbers at the expense of the Telnyx account.',
    remediation: 'Delete the key under API keys of the Telnyx portal and create a new one.',
    references: ['https://developers.telnyx.com'],
    environment: ['TELNYX_API_KEY'],
    anchors: ['KEY'],
    reach: { before: 320, after: 512 },
    pattern: alone(`KEY${run(b64u, 55)}`, b64u),
    judge: (match) =>
      knownForm.test(match.secret) || match.near(['telnyx'], 300)
        ? plausible
        : held('hash', 'the vendor is not named nearby'),
    examples: () => ({
      leaks: [
        leak`TELNYX_API_KEY=${`KEY${fake(HEX, 32, 1)}_${fake(b62, 22, 1)}`}`,
        leak`Authorization: Bearer ${`KEY${fake(HEX, 32, 2)}_${fake(b62, 22, 2)}`}`,
        leak`telnyx.api_key = "${`KEY${fake(b62, 55, 3)}`}"`,
      ],
      clean: [`KEY${fake(b62, 55)}`, `TELNYX_API_KEY=KEY${fake(b62, 30)}`, `MYKEY${fake(HEX, 32)}_${fake(b62, 22)}`],
    }),
  }),
];

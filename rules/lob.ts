import type { Match } from '../src/model/index.ts';
import {
  b62,
  defineRule,
  fake,
  held,
  hex,
  isPublic,
  leak,
  leakBetween,
  plausible,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.lob.com'] as const;
const reach = 200;

/** The vendor's name as a word of its own: `blob`, `global` and `lobby` hold it too. */
function namesLob({ window, at, secret }: Match): boolean {
  const around = window.slice(Math.max(0, at - reach), at + secret.length + reach);
  return /(?<![A-Za-z])lob(?![a-z])|(?<![A-Za-z])LOB(?![A-Z])|(?<![A-Za-z])Lob(?![a-z])/.test(around);
}

export const lob = [
  defineRule({
    id: 'lob-api-key',
    title: 'Lob API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Sends letters, postcards and cheques at the expense of the Lob account and reads its address data.',
    remediation: 'Regenerate the key under Settings › API keys of the Lob dashboard.',
    references,
    environment: ['LOB_API_KEY'],
    anchors: ['live_', 'test_'],
    reach: { before: reach + 8, after: 512 },
    pattern: token(['live_', 'test_'], run(hex, 35), b62),
    judge: (match) => {
      if (!namesLob(match)) return held('hash', 'the vendor is not named nearby');
      return match.secret.startsWith('test_') ? { kind: 'plausible', severity: 'medium' } : plausible;
    },
    examples: () => ({
      leaks: [
        leak`LOB_API_KEY=${`live_${fake(hex, 35, 1)}`}`,
        leakBetween("const Lob = require('lob')('", `test_${fake(hex, 35, 2)}`, "');"),
      ],
      clean: [`GLOBAL_KEY=live_${fake(hex, 35)}`, `blob: test_${fake(hex, 35)}`, `LOB_API_KEY=live_${fake(hex, 30)}`],
    }),
  }),
  defineRule({
    id: 'lob-publishable-key',
    title: 'Lob publishable key',
    severity: 'note',
    description: 'Made for browsers: checks and completes addresses.',
    remediation: 'Nothing to revoke. Keep the secret key on the server.',
    references,
    anchors: ['live_pub_', 'test_pub_'],
    pattern: token(['live_pub_', 'test_pub_'], run(hex, 31), b62),
    judge: () => isPublic('a publishable key is made for client code'),
    examples: () => ({
      leaks: [
        leak`LOB_PUBLISHABLE_KEY=${`live_pub_${fake(hex, 31, 1)}`}`,
        leak`data-lob-key="${`test_pub_${fake(hex, 31, 2)}`}"`,
      ],
      clean: [`live_pub_${fake(hex, 16)}`, `live_${fake(hex, 35)}`],
    }),
  }),
];

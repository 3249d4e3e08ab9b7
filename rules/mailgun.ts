import {
  b36l,
  b62,
  because,
  defineNamedRule,
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
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://documentation.mailgun.com'] as const;
const remediation = 'Delete or rotate the key under API security at app.mailgun.com.';
const environment = ['MAILGUN_API_KEY'];
const minted = (seed: number): string => `${fake(hex, 32, seed)}-${fake(hex, 8, seed)}-${fake(hex, 8, seed + 1)}`;

export const mailgun = [
  defineRule({
    id: 'mailgun-api-key',
    title: 'Mailgun private API key',
    severity: 'high',
    description: 'Sends mail in the name of the account’s domains and reads its logs, routes and lists.',
    remediation,
    references,
    environment,
    anchors: ['key-'],
    reach: { before: 320, after: 512 },
    pattern: token('key-', run(b36l, 32), b62),
    judge: (match) => {
      if (match.near(['mailgun'], 300)) return plausible;
      return /^key-[0-9a-f]{32}$/.test(match.secret)
        ? because('the vendor is not named nearby', -1)
        : held('hash', 'the vendor is not named nearby');
    },
    examples: () => ({
      leaks: [
        leak`MAILGUN_API_KEY=${`key-${fake(hex, 32, 1)}`}`,
        leak`curl -s --user 'api:${`key-${fake(b36l, 32, 2)}`}' https://api.mailgun.net/v3/domains`,
        leak`mail_key: ${`key-${fake(hex, 32, 3)}`}`,
      ],
      clean: [`key-${fake(b36l, 32)}`, `MAILGUN_API_KEY=key-${fake(hex, 20)}`, `monkey-${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'mailgun-sending-key',
    title: 'Mailgun API or signing key',
    severity: 'high',
    description: 'Sends mail in the name of the account’s domains, or signs webhook events as Mailgun would.',
    remediation,
    references,
    environment: ['MAILGUN_API_KEY', 'MAILGUN_SIGNING_KEY'],
    words: ['mailgun'],
    names: /key|token|secret|pass/i,
    value: whole(`${run(hex, 32)}-${run(hex, 8)}-${run(hex, 8)}`),
    examples: () => ({
      leaks: [
        leak`MAILGUN_API_KEY=${minted(1)}`,
        leakBetween("mailgun.client({ username: 'api', key: '", minted(3), "' })"),
      ],
      clean: [`KEY=${minted(5)}`, `MAILGUN_API_KEY=${fake(hex, 32)}-${fake(hex, 8)}`],
    }),
  }),
  defineRule({
    id: 'mailgun-public-key',
    title: 'Mailgun public validation key',
    severity: 'note',
    description: 'Checks mail addresses; made for browsers.',
    remediation: 'Nothing to revoke. Keep the private key on the server.',
    references,
    anchors: ['pubkey-'],
    pattern: token('pubkey-', run(hex, 32), b62),
    judge: () => isPublic('a public validation key is made for client code'),
    examples: () => ({
      leaks: [
        leak`MAILGUN_PUBLIC_KEY=${`pubkey-${fake(hex, 32, 1)}`}`,
        leak`api_key: '${`pubkey-${fake(hex, 32, 2)}`}'`,
      ],
      clean: [`pubkey-${fake(hex, 16)}`, `key-${fake(hex, 32)}`],
    }),
  }),
];

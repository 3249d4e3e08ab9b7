import { b32, defineRule, fake, held, leak, leakBetween, plausible, run, sha256 } from '../src/rule-kit/index.ts';

/** SHA-256 of seeds that documents print. */
const printed: ReadonlySet<string> = new Set([
  '8be5d113c0871ce1a122d68a7dff940ab7b09ad8dfcfd9a85aa5c1acc026279e',
  'd3873980f248ddebc47bf71eaa6da93abeea8f66b2f41f57839c906edd3a6d1d',
  '549c9390539efcfa01d2744e82e7da34409a63dd0feaf310f7a6e12551fe7668',
]);

export const otpauth = [
  defineRule({
    id: 'otpauth-seed',
    title: 'Seed of one-time passwords (TOTP or HOTP)',
    severity: 'high',
    description: 'Makes the one-time codes of the account: its second factor protects no more.',
    remediation: 'Turn the second factor of the account off and on again, which makes a new seed.',
    references: ['https://github.com/google/google-authenticator/wiki/Key-Uri-Format'],
    anchors: ['otpauth://'],
    pattern: new RegExp(
      `otpauth:\\/\\/[th]otp\\/[^\\s"'<>]{0,200}?[?&]secret=(?<secret>${run(b32, 16, 128)})(?![A-Za-z0-9])`,
    ),
    judge: (match) =>
      printed.has(sha256(match.secret).toString('hex'))
        ? held('known-example', 'a seed that documents print')
        : plausible,
    examples: () => ({
      leaks: [
        leak`otpauth://totp/Shop:me@example.org?secret=${fake(b32, 32)}&issuer=Shop`,
        leakBetween(`qr("otpauth:/${'/'}totp/me?issuer=Shop&secret=`, fake(b32, 16, 2), '")'),
      ],
      clean: ['otpauth://totp/Shop?secret={{SEED}}', `https://example.org/totp?secret=${fake(b32, 32)}`],
    }),
  }),
];

import { defineNamedRule, defineRule, fake, hex, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://guides.rubyonrails.org/security.html'] as const;

export const rails = [
  defineRule({
    id: 'rails-secret-key-base',
    title: 'Rails secret_key_base',
    severity: 'high',
    description: 'Signs and encrypts cookies and sessions: whoever has it signs in as anybody, and may run code.',
    remediation:
      'Make a new one with `bin/rails secret`, set it in the environment or the encrypted credentials; all sessions end.',
    references,
    environment: ['SECRET_KEY_BASE'],
    anchors: ['i:secret_key_base', 'i:secret_token'],
    pattern: new RegExp(
      String.raw`secret_(?:key_base|token)["'\]\\]{0,3}\s{0,4}(?:[:=]|=>)\s{0,4}["'\`\\]{0,2}(?<secret>${run(hex, 128)})(?![0-9a-z])`,
      'i',
    ),
    judge: (match) =>
      /\b(?:test|development):\s[^\n]{0,40}$/.test(match.window.slice(Math.max(0, match.at - 60), match.at))
        ? { kind: 'plausible', evidence: [{ text: 'stands under development or test', weight: 0 }], severity: 'low' }
        : plausible,
    examples: () => ({
      leaks: [leak`SECRET_KEY_BASE=${fake(hex, 128)}`, leak`production:\n  secret_key_base: ${fake(hex, 128, 2)}`],
      clean: [
        `SECRET_KEY_BASE=${fake(hex, 127)}`,
        `digest: ${fake(hex, 128)}`,
        'secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
      ],
    }),
  }),
  defineNamedRule({
    id: 'rails-master-key',
    title: 'Rails master key',
    severity: 'critical',
    description: 'Decrypts the credentials file that is committed beside it, and so every secret in it.',
    remediation:
      'Rotate everything in the credentials, then encrypt them again with a new key (`bin/rails credentials:edit`).',
    references,
    environment: ['RAILS_MASTER_KEY'],
    words: ['railsmasterkey', 'railsproductionkey', 'railscredentialskey'],
    neighbours: false,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`RAILS_MASTER_KEY=${fake(hex, 32)}`, leak`docker run -e RAILS_MASTER_KEY="${fake(hex, 32, 2)}" app`],
      clean: [`RAILS_MASTER_KEY=${fake(hex, 31)}`, `MASTER_KEY=${fake(hex, 32)}`],
    }),
  }),
];

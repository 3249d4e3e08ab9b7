import { alone, b62, b64u, defineRule, fake, leak, plausible, run } from '../src/rule-kit/index.ts';

export const stytch = [
  defineRule({
    id: 'stytch-secret',
    title: 'Stytch project secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads and changes the users and sessions of the project.',
    remediation: 'Add a new secret under API keys of the project in the Stytch dashboard, then delete this one.',
    references: ['https://stytch.com/docs'],
    environment: ['STYTCH_SECRET'],
    anchors: ['secret-live-', 'secret-test-'],
    pattern: alone(`secret-(?:live|test)-${run(b64u, 32, 44)}={0,2}`, b64u),
    judge: (match) => (match.secret.startsWith('secret-test-') ? { kind: 'plausible', severity: 'medium' } : plausible),
    near: { words: ['stytch'], bytes: 400 },
    examples: () => ({
      leaks: [
        leak`STYTCH_SECRET=${`secret-live-${fake(b62, 36)}=`}`,
        leak`new stytch.Client({ secret: '${`secret-test-${fake(b62, 36, 2)}=`}' })`,
      ],
      clean: [`SECRET=secret-live-${fake(b62, 36)}=`, `STYTCH_SECRET=secret-live-${fake(b62, 12)}`],
    }),
  }),
];

import { b36l, b64u, defineRule, fake, held, leak, plausible, run, token } from '../src/rule-kit/index.ts';

export const adobe = [
  defineRule({
    id: 'adobe-client-secret',
    title: 'Adobe client secret',
    severity: 'high',
    description: 'Gets tokens for the project, with server-to-server credentials without any user.',
    remediation: 'Retrieve a new client secret in the Adobe Developer Console, move to it, then delete this one.',
    references: ['https://developer.adobe.com/developer-console/docs/guides/authentication/'],
    environment: ['ADOBE_CLIENT_SECRET'],
    anchors: ['p8e-'],
    pattern: token('p8e-', run(b64u, 32), b64u),
    binary: true,
    judge: (match) => (/[0-9]/.test(match.secret.slice(4)) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`ADOBE_CLIENT_SECRET=${`p8e-${fake(b36l, 31)}7`}`,
        leak`client_secret: "${`p8e-${fake(b64u, 31, 2)}4`}"`,
      ],
      clean: [`p8e-${fake(b36l, 31)}`, 'p8e-', `xp8e-${fake(b36l, 32)}`],
    }),
  }),
];

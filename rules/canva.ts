import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const canva = [
  defineRule({
    id: 'canva-client-secret',
    title: 'Canva Connect client secret',
    severity: 'high',
    description: 'Stands in for the integration when users let it read and change their designs.',
    remediation: 'Generate a new secret for the integration at canva.com/developers: the old one stops working.',
    references: ['https://www.canva.dev/docs/connect/authentication/'],
    environment: ['CANVA_CLIENT_SECRET'],
    anchors: ['cnvca'],
    pattern: token('cnvca', run(b64u, 51), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CANVA_CLIENT_SECRET=${`cnvca${fake(b64u, 51)}`}`,
        leak`clientSecret: '${`cnvca${fake(b64u, 51, 2)}`}'`,
      ],
      clean: [`cnvca${fake(b62, 50)}`, `xcnvca${fake(b62, 51)}`],
    }),
  }),
];

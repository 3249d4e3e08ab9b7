import { defineNamedRule, fake, fakeUuid, hex, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const docusign = [
  defineNamedRule({
    id: 'docusign-secret-key',
    title: 'DocuSign integration secret key',
    severity: 'high',
    description: 'Stands in for the integration when users let it read and send their envelopes.',
    remediation: 'Delete the secret key under Apps and Keys in DocuSign, then add a new one.',
    references: ['https://developers.docusign.com/platform/auth/'],
    environment: ['DOCUSIGN_SECRET_KEY', 'DOCUSIGN_CLIENT_SECRET'],
    words: ['docusign'],
    strict: true,
    names: /secret|private/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`DOCUSIGN_SECRET_KEY=${fakeUuid(1)}`, leak`docusign = { clientSecret: "${fakeUuid(2)}" }`],
      clean: [
        `DOCUSIGN_SECRET_KEY=${fake(hex, 36)}`,
        `DOCUSIGN_INTEGRATION_KEY=${fakeUuid(3)}`,
        `clientSecret: "${fakeUuid(4)}"`,
      ],
    }),
  }),
];

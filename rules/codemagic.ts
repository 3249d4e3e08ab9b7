import { b64u, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const codemagic = [
  defineNamedRule({
    id: 'codemagic-api-token',
    title: 'Codemagic API token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on their apps: starts builds, reads variables and artefacts.',
    remediation: 'Regenerate the token in Codemagic under Teams › Integrations › Codemagic API.',
    references: ['https://docs.codemagic.io/rest-api/codemagic-rest-api/'],
    environment: ['CODEMAGIC_API_TOKEN'],
    words: ['codemagic'],
    names: /token|key|auth/i,
    value: whole(run(b64u, 43)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`CODEMAGIC_API_TOKEN=${fake(b64u, 43, 1)}`, leak`codemagic_token: "${fake(b64u, 43, 2)}"`],
      clean: [
        `TOKEN=${fake(b64u, 43)}`,
        `CODEMAGIC_API_TOKEN=${fake(b64u, 42)}`,
        `CODEMAGIC_API_TOKEN=${fake(b64u, 44)}`,
      ],
    }),
  }),
];

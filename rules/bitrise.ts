import { b64u, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const bitrise = [
  defineNamedRule({
    id: 'bitrise-access-token',
    title: 'Bitrise access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on their apps: starts builds, reads and changes settings and artefacts.',
    remediation: 'Delete the token in Bitrise under Profile settings › Security.',
    references: ['https://docs.bitrise.io/'],
    environment: ['BITRISE_API_TOKEN'],
    words: ['bitrise'],
    names: /token|key|auth/i,
    value: whole(run(b64u, 60, 120)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`BITRISE_API_TOKEN=${fake(b64u, 86, 1)}`, leak`bitrise_token: "${fake(b64u, 86, 2)}"`],
      clean: [`TOKEN=${fake(b64u, 86)}`, `BITRISE_API_TOKEN=${fake(b64u, 59)}`, `BITRISE_API_TOKEN=${fake(b64u, 121)}`],
    }),
  }),
];

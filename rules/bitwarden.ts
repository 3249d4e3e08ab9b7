import { b62, b64, defineNamedRule, fake, fakeUuid, leak, run, UUID, whole } from '../src/rule-kit/index.ts';

const fakeToken = (seed: number): string => `0.${fakeUuid(seed)}.${fake(b62, 30, seed)}:${fake(b64, 22, seed)}==`;

export const bitwarden = [
  defineNamedRule({
    id: 'bitwarden-access-token',
    title: 'Bitwarden Secrets Manager access token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Reads, and as its rights allow changes, the secrets given to the machine account.',
    remediation:
      'Revoke the token in the machine account under Secrets Manager, then rotate the secrets it could read.',
    references: ['https://bitwarden.com/help/access-tokens/'],
    environment: ['BWS_ACCESS_TOKEN'],
    words: ['bitwarden', 'bws'],
    value: whole(`0\\.${UUID}\\.${run(b62, 20, 60)}:${run(b64, 22)}==`),
    examples: () => ({
      leaks: [leak`BWS_ACCESS_TOKEN=${fakeToken(1)}`, leak`bitwarden_token: "${fakeToken(2)}"`],
      clean: [
        `BWS_ACCESS_TOKEN=0.${fakeUuid(1)}`,
        `BWS_ACCESS_TOKEN=${fakeToken(3).slice(0, -3)}`,
        `token: ${fakeToken(4)}`,
      ],
    }),
  }),
];

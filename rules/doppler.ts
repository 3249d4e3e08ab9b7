import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.doppler.com/docs/service-tokens'] as const;
const environment = ['DOPPLER_TOKEN'];
const remediation = 'Revoke the token in the Doppler dashboard under Tokens, then rotate the secrets it could read.';

export const doppler = [
  defineRule({
    id: 'doppler-token',
    title: 'Doppler personal, CLI, service account, SCIM or audit token',
    severity: 'critical',
    description:
      'Reads, and mostly changes, the secrets of every project its owner can reach: each of them leaks with it.',
    remediation,
    references,
    environment,
    anchors: ['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'],
    pattern: token(['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], run(b62, 40, 44), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DOPPLER_TOKEN=${`dp.pt.${fake(b62, 43)}`}`,
        leak`doppler configure set token ${`dp.sa.${fake(b62, 40, 2)}`}`,
      ],
      clean: [`dp.pt.${fake(b62, 39)}`, `ndp.ct.${fake(b62, 43)}`],
    }),
  }),
  defineRule({
    id: 'doppler-service-token',
    title: 'Doppler service token',
    severity: 'critical',
    description: 'Reads every secret of one configuration: each of them leaks with it.',
    remediation,
    references,
    environment,
    anchors: ['dp.st.'],
    pattern: token('dp.st.', `(?:[a-z0-9_-]{2,35}\\.)?${run(b62, 40, 44)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DOPPLER_TOKEN=${`dp.st.prd.${fake(b62, 43)}`}`,
        leak`docker run -e DOPPLER_TOKEN="${`dp.st.${fake(b62, 40, 2)}`}" app`,
      ],
      clean: [`dp.st.dev.${fake(b62, 30)}`, `dp.st.${fake(b62, 50)}`],
    }),
  }),
];

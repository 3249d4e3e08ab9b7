import { b36l, b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const buildkite = [
  defineRule({
    id: 'buildkite-api-token',
    title: 'Buildkite API access token',
    severity: 'critical',
    description: 'Acts as its user on the pipelines of an organisation, within its scopes.',
    remediation: 'Revoke the token in Buildkite under Personal settings › API access tokens.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkua_'],
    pattern: token('bkua_', run(b36l, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`BUILDKITE_API_TOKEN=${`bkua_${fake(b36l, 40, 1)}`}`,
        leak`Authorization: Bearer ${`bkua_${fake(b36l, 40, 2)}`}`,
      ],
      clean: [`bkua_${fake(b36l, 39)}`, `bkua_${fake(b36l, 41)}`, `abkua_${fake(b36l, 40, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-cluster-token',
    title: 'Buildkite agent token',
    severity: 'high',
    confidence: 'medium',
    description: 'Registers agents, which then receive jobs with their secrets.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkct_'],
    pattern: token('bkct_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkct_${fake(b64u, 60, 1)}`}`, leak`token="${`bkct_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkct_${fake(b64u, 49)}`, `bkct_${fake(b64u, 341)}`, `abkct_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-agent-token',
    title: 'Buildkite agent registration token',
    severity: 'high',
    confidence: 'medium',
    description: 'Poses as an agent, and receives jobs with their secrets.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkaa_'],
    pattern: token('bkaa_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkaa_${fake(b64u, 60, 1)}`}`, leak`token="${`bkaa_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkaa_${fake(b64u, 49)}`, `bkaa_${fake(b64u, 341)}`, `abkaa_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-agent-registration-token',
    title: 'Buildkite agent registration token (organisation)',
    severity: 'high',
    confidence: 'medium',
    description: 'Registers agents, which then receive jobs with their secrets.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkar_'],
    pattern: token('bkar_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkar_${fake(b64u, 60, 1)}`}`, leak`token="${`bkar_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkar_${fake(b64u, 49)}`, `bkar_${fake(b64u, 341)}`, `abkar_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-job-token',
    title: 'Buildkite job token',
    severity: 'medium',
    confidence: 'medium',
    description: 'Acts for one job while it runs.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkaj_'],
    pattern: token('bkaj_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkaj_${fake(b64u, 60, 1)}`}`, leak`token="${`bkaj_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkaj_${fake(b64u, 49)}`, `bkaj_${fake(b64u, 341)}`, `abkaj_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-portal-token',
    title: 'Buildkite portal token',
    severity: 'high',
    confidence: 'medium',
    description: 'Runs the stored queries of a portal.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkpt_'],
    pattern: token('bkpt_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkpt_${fake(b64u, 60, 1)}`}`, leak`token="${`bkpt_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkpt_${fake(b64u, 49)}`, `bkpt_${fake(b64u, 341)}`, `abkpt_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-packages-token',
    title: 'Buildkite package registry token',
    severity: 'high',
    confidence: 'medium',
    description: 'Reads from and publishes to a package registry.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkpat_'],
    pattern: token('bkpat_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [
        leak`BUILDKITE_AGENT_TOKEN=${`bkpat_${fake(b64u, 60, 1)}`}`,
        leak`token="${`bkpat_${fake(b64u, 60, 2)}`}"`,
      ],
      clean: [`bkpat_${fake(b64u, 49)}`, `bkpat_${fake(b64u, 341)}`, `abkpat_${fake(b64u, 60, 3)}`],
    }),
  }),
  defineRule({
    id: 'buildkite-packages-session-token',
    title: 'Buildkite session token',
    severity: 'medium',
    confidence: 'medium',
    description: 'Acts for a session of a portal or registry.',
    remediation:
      'Revoke the token in Buildkite where it was made: API access tokens, agent tokens, or the portal or registry.',
    references: ['https://buildkite.com/docs/apis/managing-api-tokens'],
    environment: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    anchors: ['bkps_'],
    pattern: token('bkps_', run(b64u, 50, 340), b64u),
    examples: () => ({
      leaks: [leak`BUILDKITE_AGENT_TOKEN=${`bkps_${fake(b64u, 60, 1)}`}`, leak`token="${`bkps_${fake(b64u, 60, 2)}`}"`],
      clean: [`bkps_${fake(b64u, 49)}`, `bkps_${fake(b64u, 341)}`, `abkps_${fake(b64u, 60, 3)}`],
    }),
  }),
];

import { b62, defineNamedRule, defineRule, fake, hex, leak, run, token, whole } from '../src/rule-kit/index.ts';

export const circleci = [
  defineRule({
    id: 'circleci-personal-token',
    title: 'CircleCI personal API token',
    severity: 'critical',
    description:
      'Acts as its user on their projects: starts pipelines, reads the names of variables, changes settings.',
    remediation: 'Delete the token in CircleCI under User settings › Personal API tokens.',
    references: ['https://circleci.com/docs/managing-api-tokens/'],
    environment: ['CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN'],
    anchors: ['CCIPAT_'],
    pattern: token('CCIPAT_', `${run(b62, 22)}_${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CIRCLE_TOKEN=${`CCIPAT_${fake(b62, 22, 1)}_${fake(hex, 40, 1)}`}`,
        leak`Circle-Token: ${`CCIPAT_${fake(b62, 22, 2)}_${fake(hex, 40, 2)}`}`,
      ],
      clean: [
        `CCIPAT_${fake(b62, 22)}_${fake(hex, 39)}`,
        `CCIPAT_${fake(b62, 22)}_${fake(hex, 41)}`,
        `aCCIPAT_${fake(b62, 22, 3)}_${fake(hex, 40, 3)}`,
      ],
    }),
  }),
  defineRule({
    id: 'circleci-project-token',
    title: 'CircleCI project API token',
    severity: 'high',
    description: 'Acts on one project, as its scope allows: status, builds, or everything.',
    remediation: 'Delete the token in the project under Project settings › API permissions.',
    references: ['https://circleci.com/docs/managing-api-tokens/'],
    environment: ['CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN'],
    anchors: ['CCIPRJ_'],
    pattern: token('CCIPRJ_', `${run(b62, 22)}_${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`CIRCLE_TOKEN=${`CCIPRJ_${fake(b62, 22, 1)}_${fake(hex, 40, 1)}`}`,
        leak`Circle-Token: ${`CCIPRJ_${fake(b62, 22, 2)}_${fake(hex, 40, 2)}`}`,
      ],
      clean: [
        `CCIPRJ_${fake(b62, 22)}_${fake(hex, 39)}`,
        `CCIPRJ_${fake(b62, 22)}_${fake(hex, 41)}`,
        `aCCIPRJ_${fake(b62, 22, 3)}_${fake(hex, 40, 3)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'circleci-old-token',
    title: 'CircleCI API token (older form)',
    severity: 'high',
    confidence: 'medium',
    description:
      'Acts as its user on their projects: starts pipelines, reads the names of variables, changes settings.',
    remediation: 'Delete the token in CircleCI under User settings › Personal API tokens.',
    references: ['https://circleci.com/docs/managing-api-tokens/'],
    environment: ['CIRCLE_TOKEN', 'CIRCLECI_CLI_TOKEN'],
    words: ['circleci', 'circle_token', 'circletoken'],
    names: /^(?!.*(?:sha|commit)).*(?:token|key)/i,
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`CIRCLE_TOKEN=${fake(hex, 40, 1)}`, leak`circleci_api_token: "${fake(hex, 40, 2)}"`],
      clean: [
        `TOKEN=${fake(hex, 40)}`,
        `CIRCLE_TOKEN=${fake(hex, 39)}`,
        `CIRCLE_TOKEN=${fake(hex, 41)}`,
        `CIRCLE_SHA1=${fake(hex, 40)}`,
      ],
    }),
  }),
];

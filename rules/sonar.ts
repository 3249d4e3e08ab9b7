import { b62, defineRule, fake, hex, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const sonar = [
  defineRule({
    id: 'sonar-user-token',
    title: 'SonarQube user token',
    severity: 'high',
    description: 'Acts as its user: reads code and issues, runs analyses, changes settings.',
    remediation: 'Revoke the token in SonarQube under My account › Security.',
    references: ['https://docs.sonarsource.com/'],
    environment: ['SONAR_TOKEN'],
    anchors: ['squ_'],
    pattern: token('squ_', run(hex, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SONAR_TOKEN=${`squ_${fake(hex, 40, 1)}`}`,
        leak`sonar-scanner -Dsonar.login=${`squ_${fake(hex, 40, 2)}`}`,
      ],
      clean: [`squ_${fake(hex, 39)}`, `squ_${fake(hex, 41)}`, `asqu_${fake(hex, 40, 3)}`, `squ_${'x'.repeat(40)}`],
    }),
  }),
  defineRule({
    id: 'sonar-project-token',
    title: 'SonarQube project analysis token',
    severity: 'medium',
    description: 'Runs analyses of one project.',
    remediation: 'Revoke the token in SonarQube under My account › Security.',
    references: ['https://docs.sonarsource.com/'],
    environment: ['SONAR_TOKEN'],
    anchors: ['sqp_'],
    pattern: token('sqp_', run(hex, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SONAR_TOKEN=${`sqp_${fake(hex, 40, 1)}`}`,
        leak`sonar-scanner -Dsonar.login=${`sqp_${fake(hex, 40, 2)}`}`,
      ],
      clean: [`sqp_${fake(hex, 39)}`, `sqp_${fake(hex, 41)}`, `asqp_${fake(hex, 40, 3)}`, `sqp_${'x'.repeat(40)}`],
    }),
  }),
  defineRule({
    id: 'sonar-global-token',
    title: 'SonarQube global analysis token',
    severity: 'high',
    description: 'Runs analyses of every project.',
    remediation: 'Revoke the token in SonarQube under My account › Security.',
    references: ['https://docs.sonarsource.com/'],
    environment: ['SONAR_TOKEN'],
    anchors: ['sqa_'],
    pattern: token('sqa_', run(hex, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SONAR_TOKEN=${`sqa_${fake(hex, 40, 1)}`}`,
        leak`sonar-scanner -Dsonar.login=${`sqa_${fake(hex, 40, 2)}`}`,
      ],
      clean: [`sqa_${fake(hex, 39)}`, `sqa_${fake(hex, 41)}`, `asqa_${fake(hex, 40, 3)}`, `sqa_${'x'.repeat(40)}`],
    }),
  }),
  defineRule({
    id: 'sonar-cloud-token',
    title: 'SonarQube Cloud token',
    severity: 'high',
    description: 'Acts on the organisations and projects it was issued for.',
    remediation: 'Revoke the token in SonarQube Cloud under My account › Security.',
    references: ['https://docs.sonarsource.com/'],
    environment: ['SONAR_TOKEN'],
    anchors: ['sqco_'],
    pattern: token('sqco_', run(b62, 59), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`SONAR_TOKEN=${`sqco_${fake(b62, 59, 1)}`}`,
        leak`sonar-scanner -Dsonar.token=${`sqco_${fake(b62, 59, 2)}`}`,
      ],
      clean: [`sqco_${fake(b62, 58)}`, `sqco_${fake(b62, 60)}`, `asqco_${fake(b62, 59, 3)}`, `sqco_${'x'.repeat(59)}`],
    }),
  }),
];

import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const databricks = [
  defineRule({
    id: 'databricks-access-token',
    title: 'Databricks personal access token',
    severity: 'critical',
    description: 'Acts as its owner in a workspace: data, notebooks, jobs, clusters and stored secrets.',
    remediation:
      'Revoke the token in the workspace under Settings › Developer › Access tokens; prefer OAuth for machines.',
    references: ['https://docs.databricks.com/aws/en/dev-tools/auth/pat'],
    environment: ['DATABRICKS_TOKEN'],
    anchors: ['dapi'],
    pattern: token('dapi', `${run(hex, 32)}(?:-[0-9])?`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DATABRICKS_TOKEN=${`dapi${fake(hex, 32, 1)}`}`,
        leak`[DEFAULT]\nhost = https://adb-1.azuredatabricks.net\ntoken = ${`dapi${fake(hex, 32, 2)}-2`}`,
        leak`WorkspaceClient(token="${`dapi${fake(hex, 32, 3)}`}")`,
      ],
      clean: [`dapi${fake(hex, 31)}`, `dapi${fake(hex, 33)}`, `redapi${fake(hex, 32)}`],
    }),
  }),
];

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
  defineRule({
    id: 'databricks-oauth-secret',
    title: 'Databricks OAuth secret of a service principal',
    severity: 'critical',
    confidence: 'medium',
    description: 'With its client id it acts as a service principal in the account or its workspaces.',
    remediation: 'Delete the secret in the account console under User management › Service principals › Secrets.',
    references: ['https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m'],
    environment: ['DATABRICKS_CLIENT_SECRET'],
    anchors: ['dose'],
    pattern: token('dose', run(hex, 32), b64u),
    near: { words: ['databricks'], bytes: 400 },
    examples: () => ({
      leaks: [
        leak`DATABRICKS_CLIENT_SECRET=${`dose${fake(hex, 32, 1)}`}`,
        leak`WorkspaceClient(host="https://adb-1.azuredatabricks.net", client_secret="${`dose${fake(hex, 32, 2)}`}")`,
      ],
      clean: [`DATABRICKS_CLIENT_SECRET=dose${fake(hex, 31)}`, `CLIENT_SECRET=dose${fake(hex, 32)}`],
    }),
  }),
];

import { b62, b64u, defineRule, fake, leak, run, START } from '../src/rule-kit/index.ts';

const fakeToken = (seed: number): string => `${fake(b62, 14, seed)}.atlasv1.${fake(b64u, 66, seed)}a`;

export const terraform = [
  defineRule({
    id: 'terraform-cloud-token',
    title: 'HCP Terraform or Terraform Enterprise token',
    severity: 'critical',
    description:
      'Acts as its user, team or organisation: reads state with its secrets, and changes the infrastructure.',
    remediation: 'Delete the token in HCP Terraform under Account settings › Tokens, or in the settings of the team.',
    references: ['https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens'],
    environment: ['TF_TOKEN_app_terraform_io', 'TFE_TOKEN', 'TFC_TOKEN'],
    anchors: ['.atlasv1.'],
    pattern: new RegExp(`${START}(?<secret>${run(b62, 14)}\\.atlasv1\\.${run(b64u, 60, 70)})(?![A-Za-z0-9_-])`),
    binary: true,
    examples: () => ({
      leaks: [
        leak`credentials "app.terraform.io" { token = "${fakeToken(1)}" }`,
        leak`TF_TOKEN_app_terraform_io=${fakeToken(2)}`,
      ],
      clean: [
        `${fake(b62, 14)}.atlasv1.${fake(b64u, 40)}`,
        `${fake(b62, 13)}.atlasv1.${fake(b64u, 67)}`,
        'xxxxxx.atlasv1.zzzzzzzzzzzzz',
      ],
    }),
  }),
];

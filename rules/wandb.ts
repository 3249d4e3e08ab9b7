import {
  alone,
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  leak,
  leakIn,
  mixed,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.wandb.ai/'] as const;
const remediation = 'Revoke the key at wandb.ai/settings under API keys, then issue a new one.';
const environment = ['WANDB_API_KEY'];
const description = 'Reads and changes the runs, artifacts and models of its owner and the owner’s teams.';

export const wandb = [
  defineRule({
    id: 'wandb-api-key',
    title: 'Weights & Biases API key',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['wandb_v1_'],
    pattern: alone('wandb_v1_[0-9A-Za-z_]{77}', b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`WANDB_API_KEY=${`wandb_v1_${fake(b62, 77, 1)}`}`,
        leak`wandb.login(key="${`wandb_v1_${fake(b62, 40, 2)}_${fake(b62, 36, 3)}`}")`,
      ],
      clean: [`wandb_v1_${fake(b62, 76)}`, `wandb_v1_${fake(b62, 78)}`, `wandb_v1_${'x'.repeat(77)}`],
    }),
  }),
  defineNamedRule({
    id: 'wandb-legacy-api-key',
    title: 'Weights & Biases API key (older form)',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    words: ['wandb'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`WANDB_API_KEY=${fake(hex, 40, 1)}`, leak`{"wandb": {"api_key": "${fake(hex, 40, 2)}"}}`],
      clean: [`API_KEY=${fake(hex, 40)}`, `wandb_commit=${fake(hex, 40)}`, `WANDB_API_KEY=${fake(hex, 39)}`],
    }),
  }),
  defineRule({
    id: 'wandb-netrc-key',
    title: 'Weights & Biases API key in a netrc file',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['api.wandb.ai'],
    pattern:
      /machine\s{1,8}api\.wandb\.ai\s{1,8}login\s{1,8}\S{1,40}\s{1,8}password\s{1,8}(?<secret>[0-9a-f]{40})(?![0-9a-zA-Z])/,
    examples: () => ({
      leaks: [
        leakIn('.netrc')`machine api.wandb.ai\n  login user\n  password ${fake(hex, 40, 1)}\n`,
        leakIn('.netrc')`machine api.wandb.ai login user password ${fake(hex, 40, 2)}`,
      ],
      clean: [
        `machine api.example.org login user password ${fake(hex, 40)}`,
        'machine api.wandb.ai login user password $WANDB_API_KEY',
      ],
      notIn: ['values'],
    }),
  }),
];

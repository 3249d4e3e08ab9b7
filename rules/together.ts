import { b64u, defineNamedRule, defineRule, fake, hex, leak, mixed, run, token, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.together.ai/'] as const;
const remediation = 'Delete the key at api.together.xyz/settings/api-keys, then issue a new one.';
const environment = ['TOGETHER_API_KEY'];
const description = 'Calls and fine-tunes models at the expense of the account.';

export const together = [
  defineRule({
    id: 'together-api-key',
    title: 'Together AI API key',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['tgp_v1_'],
    pattern: token('tgp_v1_', run(b64u, 43), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`TOGETHER_API_KEY=${`tgp_v1_${fake(b64u, 43, 1)}`}`,
        leak`const together = new Together({ apiKey: "${`tgp_v1_${fake(b64u, 43, 2)}`}" });`,
      ],
      clean: [`tgp_v1_${fake(b64u, 42)}`, `tgp_v1_${fake(b64u, 44)}`, `tgp_v1_${'x'.repeat(43)}`],
    }),
  }),
  defineNamedRule({
    id: 'together-legacy-api-key',
    title: 'Together AI API key (older form)',
    severity: 'high',
    confidence: 'medium',
    description,
    remediation,
    references,
    environment,
    words: ['=together', 'together_api', 'together.xyz', 'together.ai', 'together_ai', 'together-ai', 'togetherai'],
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [
        leak`TOGETHER_API_KEY=${fake(hex, 64, 1)}`,
        leak`base_url = "https://api.together.xyz/v1"\napi_key = "${fake(hex, 64, 2)}"`,
      ],
      clean: [`TOGETHER_API_KEY=${fake(hex, 60)}`, `we build it together\nauth_token=${fake(hex, 64)}`],
    }),
  }),
];

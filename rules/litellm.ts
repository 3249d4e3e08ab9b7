import { b64u, defineRule, fake, held, hex, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, isName, ownedBy } from './sk.ts';

export const litellm = [
  defineRule({
    id: 'litellm-virtual-key',
    title: 'LiteLLM key',
    severity: 'high',
    description:
      'Calls every model behind a LiteLLM proxy; a master key also makes keys and reads the spending of all users.',
    remediation: 'Delete the virtual key in the proxy (`/key/delete`); a master key is changed in its environment.',
    references: ['https://docs.litellm.ai/docs/proxy/virtual_keys'],
    environment: ['LITELLM_MASTER_KEY', 'LITELLM_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b64u, 16, 64), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('litellm'),
    judge: (match) =>
      isName(match.secret.slice(3)) ? held('words', 'a name made of words') : ownedBy('litellm')(match),
    examples: () => ({
      leaks: [
        leak`LITELLM_MASTER_KEY=${`sk-${fake(b64u, 22, 1)}`}`,
        leak`litellm:\n  virtual_key: "${`sk-${fake(b64u, 22, 2)}`}"`,
        leak`LITELLM_MASTER_KEY=${`sk-${fake(hex, 48, 3)}`}`,
      ],
      clean: [
        'LITELLM_MASTER_KEY=sk-1234',
        `API_KEY=sk-${fake(b64u, 22)}`,
        'LITELLM_MASTER_KEY=sk-change-me-please-2024',
        'LITELLM_MASTER_KEY=sk-yourmasterkeygoeshere',
      ],
    }),
  }),
];

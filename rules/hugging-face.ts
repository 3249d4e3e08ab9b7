import { b62, because, defineRule, fake, held, leak, letters, plausible, run, token } from '../src/rule-kit/index.ts';

const references = ['https://huggingface.co/docs/hub/security-tokens'] as const;

export const huggingFace = [
  defineRule({
    id: 'hugging-face-token',
    title: 'Hugging Face user access token',
    severity: 'high',
    description: 'Reads, and with a write role changes, the private models, data sets and spaces of its owner.',
    remediation: 'Invalidate the token at huggingface.co/settings/tokens, then issue a fine-grained one.',
    references,
    environment: ['HF_TOKEN', 'HUGGINGFACE_API_KEY', 'HUGGING_FACE_HUB_TOKEN'],
    anchors: ['hf_'],
    pattern: token('hf_', run(b62, 34), b62),
    judge: ({ secret }) => {
      const body = secret.slice('hf_'.length);
      if (!/[a-z]/.test(body) || !/[A-Z]/.test(body)) return held('low-variety', 'letters of one case only');
      return /[0-9]/.test(body) ? because('has a digit, which genuine tokens seldom have') : plausible;
    },
    examples: () => ({
      leaks: [
        leak`HF_TOKEN=${`hf_${fake(letters, 34, 1)}`}`,
        leak`login(token="${`hf_${fake(letters, 34, 2)}`}")`,
        leak`https://user:${`hf_${fake(letters, 34, 3)}`}@huggingface.co/org/model`,
      ],
      clean: [
        `hf_${fake(letters, 33)}`,
        `hf_${fake(letters, 35)}`,
        `shelf_${fake(letters, 34)}`,
        `hf_${'x'.repeat(34)}`,
      ],
    }),
  }),
  defineRule({
    id: 'hugging-face-organisation-token',
    title: 'Hugging Face organisation token (retired)',
    severity: 'medium',
    description: 'Acted as an organisation. Hugging Face has retired these tokens.',
    remediation: 'Make sure under the organisation’s settings that the token is gone.',
    references,
    anchors: ['api_org_'],
    pattern: token('api_org_', run(letters, 34), b62),
    judge: ({ secret }) =>
      /[A-Z]/.test(secret) && /[a-z]/.test(secret.slice(8))
        ? plausible
        : held('low-variety', 'letters of one case only'),
    examples: () => ({
      leaks: [
        leak`HF_TOKEN=${`api_org_${fake(letters, 34, 1)}`}`,
        leak`Authorization: Bearer ${`api_org_${fake(letters, 34, 2)}`}`,
      ],
      clean: [`api_org_${fake(letters, 30)}`, `api_org_${'x'.repeat(34)}`],
    }),
  }),
];

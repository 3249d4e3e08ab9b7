import { b62, defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.jumpcloud.com/api/2.0/index.html'] as const;
const facts = {
  title: 'JumpCloud API key',
  severity: 'critical',
  description: 'Acts as the administrator who made it: runs commands on managed machines, reads and changes users.',
  remediation: 'Generate a new key under My API Key of the administrator: the old one stops working.',
  references,
  environment: ['JUMPCLOUD_API_KEY'],
} as const;

export const jumpcloud = [
  defineNamedRule({
    ...facts,
    id: 'jumpcloud-api-key',
    words: ['jumpcloud', 'jump_cloud'],
    names: /jump_?cloud.*(?:token|key|secret)|^(?:x-)?api[_-]?key$/i,
    value: whole(run(b62, 40)),
    examples: () => ({
      leaks: [leak`JUMPCLOUD_API_KEY=${fake(hex, 40)}`, leak`jumpcloud.api_key = "${fake(b62, 40, 2)}"`],
      clean: [`JUMPCLOUD_API_KEY=${fake(hex, 39)}`, `api_key = "${fake(b62, 40)}"`],
    }),
  }),
];

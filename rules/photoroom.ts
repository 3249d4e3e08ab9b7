import { alone, b62, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

export const photoroom = [
  defineRule({
    id: 'photoroom-api-key',
    title: 'PhotoRoom API key',
    severity: 'medium',
    description: 'Edits images at the expense of the account; a sandbox key returns watermarked images.',
    remediation: 'Delete the key at app.photoroom.com in the API dashboard, then issue a new one.',
    references: ['https://docs.photoroom.com/'],
    environment: ['PHOTOROOM_API_KEY'],
    anchors: ['sk_pr_'],
    pattern: alone(`(?:sandbox_)?sk_pr_${run(b62, 1, 40)}_${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`PHOTOROOM_API_KEY=${`sk_pr_default_${fake(hex, 40, 1)}`}`,
        leak`'x-api-key': '${`sandbox_sk_pr_web_${fake(hex, 40, 2)}`}'`,
      ],
      clean: [`sk_pr_default_${fake(hex, 39)}`, `task_pr_default_${fake(hex, 40)}`, `sk_pr_${fake(hex, 40)}`],
    }),
  }),
];

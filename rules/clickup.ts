import { alone, b36u, b62, defineRule, dig, fake, leak, run } from '../src/rule-kit/index.ts';

const minted = (seed: number): string => `pk_${fake(dig, 8, seed)}_${fake(b36u, 32, seed)}`;

export const clickup = [
  defineRule({
    id: 'clickup-personal-token',
    title: 'ClickUp personal API token',
    severity: 'high',
    description: 'Acts as its owner on every ClickUp workspace they belong to. Private in spite of its prefix `pk_`.',
    remediation: 'Regenerate the token under Settings › Apps of the ClickUp account.',
    references: ['https://developer.clickup.com/docs'],
    environment: ['CLICKUP_API_TOKEN', 'CLICKUP_TOKEN'],
    anchors: ['pk_'],
    pattern: alone(`pk_${run(dig, 6, 10)}_${run(b36u, 32)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`CLICKUP_API_TOKEN=${minted(1)}`, leak`headers: { Authorization: '${minted(2)}' }`],
      clean: [`pk_${fake(b36u, 32)}`, `pk_${fake(dig, 8)}_${fake(b36u, 20)}`, `xpk_${fake(dig, 8)}_${fake(b36u, 32)}`],
    }),
  }),
];

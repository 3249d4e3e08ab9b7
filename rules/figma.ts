import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const figma = [
  defineRule({
    id: 'figma-token',
    title: 'Figma access token',
    severity: 'high',
    description: 'Reads, and as its scopes allow changes, the files and comments its owner can reach.',
    remediation: 'Revoke the token under Security at figma.com/settings, then generate a new one.',
    references: ['https://developers.figma.com/docs/rest-api/authentication/'],
    environment: ['FIGMA_TOKEN', 'FIGMA_ACCESS_TOKEN'],
    anchors: ['figd_', 'figp_', 'figo_', 'figu_'],
    pattern: token(['figd_', 'figp_', 'figo_', 'figu_'], run(b64u, 40, 200), b64u),
    binary: true,
    examples: () => ({
      leaks: [leak`FIGMA_TOKEN=${`figd_${fake(b64u, 39)}a`}`, leak`X-Figma-Token: ${`figu_${fake(b64u, 60, 2)}`}`],
      clean: [`figd_${fake(b62, 30)}`, `config_figd_${fake(b62, 40)}`, 'figd_token'],
    }),
  }),
];

import { b62, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const thunderstore = [
  defineRule({
    id: 'thunderstore-token',
    title: 'Thunderstore service account token',
    severity: 'high',
    description: 'Publishes packages in the name of the team: everyone who installs its mods runs them.',
    remediation: 'Remove the service account under Settings › Teams at thunderstore.io, then add a new one.',
    references: ['https://thunderstore.io/package/create/docs/'],
    environment: ['TCLI_AUTH_TOKEN', 'THUNDERSTORE_TOKEN'],
    anchors: ['tss_'],
    pattern: token('tss_', run(b62, 32, 44), b62),
    examples: () => ({
      leaks: [leak`TCLI_AUTH_TOKEN=${`tss_${fake(b62, 36)}`}`, leak`tcli publish --token ${`tss_${fake(b62, 38, 2)}`}`],
      clean: [`tss_${fake(b62, 20)}`, `https_${fake(b62, 36)}`, 'tss_service'],
    }),
  }),
];

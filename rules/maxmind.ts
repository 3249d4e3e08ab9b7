import { alone, b62, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const fakeKey = (seed: number): string => `${fake(b62, 6, seed)}_${fake(b62, 29, seed)}_mmk`;

export const maxmind = [
  defineRule({
    id: 'maxmind-license-key',
    title: 'MaxMind licence key',
    severity: 'medium',
    description: 'Downloads databases and calls web services at the cost of the account.',
    remediation: 'Delete the key under Manage License Keys of the MaxMind account, then generate a new one.',
    references: ['https://dev.maxmind.com/'],
    environment: ['MAXMIND_LICENSE_KEY', 'GEOIPUPDATE_LICENSE_KEY'],
    anchors: ['_mmk'],
    pattern: alone(`${run(b62, 6)}_${run(b62, 29)}_mmk`, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`MAXMIND_LICENSE_KEY=${fakeKey(1)}`, leak`LicenseKey ${fakeKey(2)}`],
      clean: [`${fake(b62, 6)}_${fake(b62, 28)}_mmk`, 'license_mmk', `${fakeKey(3)}2`],
    }),
  }),
];

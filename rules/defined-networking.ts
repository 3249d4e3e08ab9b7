import { b32, b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const definedNetworking = [
  defineRule({
    id: 'defined-networking-api-key',
    title: 'Defined Networking API key',
    severity: 'high',
    description: 'Enrols hosts in the private network and changes its roles, as its permissions allow.',
    remediation: 'Delete the key under API keys in the Defined Networking admin panel, then create a new one.',
    references: ['https://docs.defined.net/'],
    environment: ['DN_API_KEY'],
    anchors: ['dnkey-'],
    pattern: token('dnkey-', `${run(b62, 26)}-${run(b62, 52)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DN_API_KEY=${`dnkey-${fake(b32, 26)}-${fake(b32, 52)}`}`,
        leak`Authorization: Bearer ${`dnkey-${fake(b32, 26, 2)}-${fake(b32, 52, 2)}`}`,
      ],
      clean: [`dnkey-${fake(b32, 26)}`, `dnkey-${fake(b32, 26)}-${fake(b32, 51)}`],
    }),
  }),
];

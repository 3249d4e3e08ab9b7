import { b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const endorLabs = [
  defineRule({
    id: 'endor-labs-api-key',
    title: 'Endor Labs API key',
    severity: 'medium',
    description: 'Names a key of a tenant; with its secret it reads the weaknesses of every project.',
    remediation: 'Delete the key in Endor Labs under Manage › API keys.',
    references: ['https://docs.endorlabs.com/'],
    environment: ['ENDOR_API_CREDENTIALS_SECRET'],
    anchors: ['endr+'],
    pattern: token('endr+', run(b64u, 16), b64u),
    examples: () => ({
      leaks: [
        leak`ENDOR_API_CREDENTIALS_KEY=${`endr+${fake(b64u, 16, 1)}`}`,
        leak`endorctl --api-key ${`endr+${fake(b64u, 16, 2)}`}`,
      ],
      clean: [`endr+${fake(b64u, 15)}`, `endr+${fake(b64u, 17)}`, `aendr+${fake(b64u, 16, 3)}`],
    }),
  }),
];

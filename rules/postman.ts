import { b36u, b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const postman = [
  defineRule({
    id: 'postman-api-key',
    title: 'Postman API key',
    severity: 'high',
    description: 'Acts as its user on workspaces: collections and environments, with the secrets stored in them.',
    remediation: 'Revoke the key in Postman under Settings › API keys.',
    references: ['https://learning.postman.com/docs/developer/postman-api/authentication/'],
    environment: ['POSTMAN_API_KEY'],
    anchors: ['PMAK-'],
    pattern: token('PMAK-', `${run(hex, 24)}-${run(hex, 34)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`POSTMAN_API_KEY=${`PMAK-${fake(hex, 24, 1)}-${fake(hex, 34, 1)}`}`,
        leak`X-API-Key: ${`PMAK-${fake(hex, 24, 2)}-${fake(hex, 34, 2)}`}`,
      ],
      clean: [
        `PMAK-${fake(hex, 24)}-${fake(hex, 33)}`,
        `PMAK-${fake(hex, 24)}-${fake(hex, 35)}`,
        `aPMAK-${fake(hex, 24, 3)}-${fake(hex, 34, 3)}`,
        `PMAK-${'x'.repeat(24)}-${'x'.repeat(34)}`,
      ],
    }),
  }),
  defineRule({
    id: 'postman-collection-token',
    title: 'Postman collection access token',
    severity: 'medium',
    description: 'Reads one collection.',
    remediation: 'Delete the token in Postman where the collection is shared through the API.',
    references: ['https://learning.postman.com/docs/developer/postman-api/authentication/'],
    environment: ['POSTMAN_API_KEY'],
    anchors: ['PMAT-'],
    pattern: token('PMAT-', run(b36u, 26), b62),
    examples: () => ({
      leaks: [
        leak`POSTMAN_ACCESS_KEY=${`PMAT-${fake(b36u, 26, 1)}`}`,
        leak`https://api.postman.com/collections/1-a?access_key=${`PMAT-${fake(b36u, 26, 2)}`}`,
      ],
      clean: [`PMAT-${fake(b36u, 25)}`, `PMAT-${fake(b36u, 27)}`, `aPMAT-${fake(b36u, 26, 3)}`],
    }),
  }),
];

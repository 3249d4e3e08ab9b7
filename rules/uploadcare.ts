import { defineNamedRule, fake, hex, isPublic, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://uploadcare.com/docs/start/api-keys-management/'] as const;

export const uploadcare = [
  defineNamedRule({
    id: 'uploadcare-secret-key',
    title: 'Uploadcare secret key',
    severity: 'high',
    description: 'Lists, changes and deletes every file of the project.',
    remediation: 'Add a new secret key under API keys of the project in Uploadcare, then delete this one.',
    references,
    environment: ['UPLOADCARE_SECRET_KEY'],
    words: ['uploadcare'],
    names: /uploadcare.*(?:secret|private)|^(?:secret|private)_?key$/i,
    value: whole(run(hex, 20)),
    examples: () => ({
      leaks: [leak`UPLOADCARE_SECRET_KEY=${fake(hex, 20)}`, leak`uploadcare = { secretKey: '${fake(hex, 20, 2)}' }`],
      clean: [`UPLOADCARE_SECRET_KEY=${fake(hex, 19)}`, `secretKey: '${fake(hex, 20)}'`],
    }),
  }),
  defineNamedRule({
    id: 'uploadcare-public-key',
    title: 'Uploadcare public key',
    severity: 'note',
    description: 'Names the project a page uploads to.',
    remediation: 'Nothing has to be done: the public key is made for pages.',
    references,
    environment: ['UPLOADCARE_PUBLIC_KEY'],
    words: ['uploadcare'],
    names: /uploadcare.*pub|^pub(?:lic)?_?key$/i,
    value: whole(run(hex, 20)),
    judge: () => isPublic('a public key is made for pages'),
    examples: () => ({
      leaks: [leak`UPLOADCARE_PUBLIC_KEY=${fake(hex, 20)}`, leak`UPLOADCARE_PUB_KEY: "${fake(hex, 20, 2)}"`],
      clean: [`UPLOADCARE_PUBLIC_KEY=${fake(hex, 21)}`, `publicKey: '${fake(hex, 20)}'`],
    }),
  }),
];

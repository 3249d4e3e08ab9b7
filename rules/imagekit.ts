import { b62, b64, defineNamedRule, fake, isPublic, leak, whole } from '../src/rule-kit/index.ts';

const references = ['https://imagekit.io/docs/api-keys'] as const;
const body = '[0-9A-Za-z+/_-]{20,60}={0,2}';

export const imagekit = [
  defineNamedRule({
    id: 'imagekit-private-key',
    title: 'ImageKit private key',
    severity: 'high',
    description: 'Uploads, changes and deletes every file of the media library.',
    remediation: 'Create a new key pair under Developer options in ImageKit, then delete the old one.',
    references,
    environment: ['IMAGEKIT_PRIVATE_KEY'],
    words: ['imagekit', 'image_kit'],
    value: whole(`private_${body}`),
    examples: () => ({
      leaks: [
        leak`IMAGEKIT_PRIVATE_KEY=${`private_${fake(b62, 27)}=`}`,
        leak`new ImageKit({ privateKey: '${`private_${fake(b64, 28, 2)}`}' })`,
      ],
      clean: [`IMAGEKIT_PRIVATE_KEY=private_${fake(b62, 12)}`, `privateKey: 'private_${fake(b62, 28)}'`],
    }),
  }),
  defineNamedRule({
    id: 'imagekit-public-key',
    title: 'ImageKit public key',
    severity: 'note',
    description: 'Names the account when a page uploads; a server must sign the request.',
    remediation: 'Nothing has to be done: the public key is made for pages.',
    references,
    environment: ['IMAGEKIT_PUBLIC_KEY'],
    words: ['imagekit', 'image_kit'],
    names: /key/i,
    value: whole(`public_${body}`),
    judge: () => isPublic('a public_ key is made for pages'),
    examples: () => ({
      leaks: [
        leak`IMAGEKIT_PUBLIC_KEY=${`public_${fake(b62, 27)}=`}`,
        leak`imagekit({ publicKey: '${`public_${fake(b64, 28, 2)}`}' })`,
      ],
      clean: [`IMAGEKIT_PUBLIC_KEY=public_${fake(b62, 10)}`, `publicKey: 'public_${fake(b62, 27)}'`],
    }),
  }),
];

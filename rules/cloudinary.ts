import {
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  leak,
  leakBetween,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const facts = {
  title: 'Cloudinary API secret',
  severity: 'high',
  description: 'Uploads, changes and deletes every asset of the product environment, and signs addresses in its name.',
  remediation: 'Generate a new key pair under Settings › API Keys in Cloudinary, then disable and delete the old one.',
  references: ['https://cloudinary.com/documentation/how_to_integrate_cloudinary'],
  environment: ['CLOUDINARY_URL', 'CLOUDINARY_API_SECRET'],
} as const;

export const cloudinary = [
  defineRule({
    ...facts,
    id: 'cloudinary-url',
    title: 'Cloudinary API secret in an address',
    anchors: ['cloudinary://'],
    pattern: new RegExp(`cloudinary:\\/\\/${run(dig, 12, 18)}:(?<secret>${run(b64u, 24, 30)})@`),
    examples: () => ({
      leaks: [
        leakBetween(`CLOUDINARY_URL=cloudinary:/${'/'}${fake(dig, 15)}:`, fake(b64u, 27), '@shop'),
        leakBetween(`{ "url": "cloudinary:/${'/'}${fake(dig, 15, 2)}:`, fake(b64u, 27, 2), '@demo" }'),
      ],
      clean: [`cloudinary:/${'/'}API_KEY:API_SECRET@CLOUD`, `cloudinary:/${'/'}${fake(dig, 15)}:${fake(b62, 12)}@shop`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'cloudinary-api-secret',
    words: ['cloudinary', 'cloud_name'],
    names: /secret/i,
    value: whole(run(b64u, 27)),
    examples: () => ({
      leaks: [
        leak`CLOUDINARY_API_SECRET=${fake(b64u, 27)}`,
        leak`cloudinary.config({ cloud_name: 'a', api_key: '1', api_secret: '${fake(b64u, 27, 2)}' })`,
      ],
      clean: [
        `CLOUDINARY_API_SECRET=${fake(b62, 26)}`,
        `api_secret: '${fake(b62, 27)}'`,
        `CLOUDINARY_API_KEY=${fake(dig, 15)}`,
      ],
    }),
  }),
];

import { b62, defineNamedRule, fake, held, leak, ownWord, run, whole } from '../src/rule-kit/index.ts';

export const kling = [
  defineNamedRule({
    id: 'kling-secret-key',
    title: 'Kling AI secret key',
    severity: 'high',
    description: 'With its access key signs tokens that make video and images at the expense of the account.',
    remediation: 'Delete the key pair in the Kling AI developer console, then make a new one.',
    references: ['https://app.klingai.com/global/dev/document-api'],
    environment: ['KLINGAI_SECRET_KEY', 'KLINGAI_ACCESS_KEY'],
    words: ['=kling', 'klingai', 'kling_secret', 'kling_ai'],
    strict: true,
    names: /secret|\bsk\b/i,
    value: whole(run(b62, 32)),
    judge: (match) => (/[0-9]/.test(match.secret) ? ownWord('kling')(match) : held('words', 'no digit in it')),
    examples: () => ({
      leaks: [
        leak`KLINGAI_SECRET_KEY=${fake(b62, 32, 1)}`,
        leak`# api.klingai.com\nsecret_key = "${fake(b62, 32, 2)}"`,
      ],
      clean: [
        `KLINGAI_ACCESS_KEY=${fake(b62, 32)}`,
        `SPARKLING_SECRET=${fake(b62, 32)}`,
        `KLINGAI_SECRET_KEY=${fake(b62, 30)}`,
      ],
    }),
  }),
];

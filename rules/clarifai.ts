import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const clarifai = [
  defineNamedRule({
    id: 'clarifai-access-token',
    title: 'Clarifai access token',
    severity: 'high',
    description: 'Acts as its owner: applications, models and data; an application’s key only on that application.',
    remediation: 'Delete the token at clarifai.com under Settings › Security, then issue a new one.',
    references: ['https://docs.clarifai.com/'],
    environment: ['CLARIFAI_PAT', 'CLARIFAI_API_KEY'],
    words: ['clarifai'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`CLARIFAI_PAT=${fake(hex, 32, 1)}`, leak`new Clarifai.App({ apiKey: '${fake(hex, 32, 2)}' })`],
      clean: [`CLARIFAI_MODEL_VERSION=${fake(hex, 32)}`, `API_KEY=${fake(hex, 32)}`, `CLARIFAI_PAT=${fake(hex, 31)}`],
    }),
  }),
];

import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const predibase = [
  defineRule({
    id: 'predibase-api-token',
    title: 'Predibase API token',
    severity: 'high',
    confidence: 'medium',
    description: 'Trains and serves models at the expense of the account.',
    remediation: 'Delete the token at app.predibase.com under Settings, then issue a new one.',
    references: ['https://docs.predibase.com/'],
    environment: ['PREDIBASE_API_TOKEN'],
    anchors: ['pb_'],
    pattern: token('pb_', run(b64u, 20, 60), b64u),
    near: { words: ['predibase'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PREDIBASE_API_TOKEN=${`pb_${fake(b62, 22, 1)}`}`,
        leak`Predibase(api_token="${`pb_${fake(b62, 24, 2)}`}")`,
      ],
      clean: [
        `TOKEN=pb_${fake(b62, 22)}`,
        `PREDIBASE_API_TOKEN=pb_${fake(b62, 12)}`,
        'predibase pb_some_function_name_here',
      ],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, mixed, run, whole } from '../src/rule-kit/index.ts';

export const baseten = [
  defineNamedRule({
    id: 'baseten-api-key',
    title: 'Baseten API key',
    severity: 'high',
    description: 'Calls and deploys the models of a workspace.',
    remediation: 'Revoke the key at app.baseten.co under Settings › API keys, then issue a new one.',
    references: ['https://docs.baseten.co/'],
    environment: ['BASETEN_API_KEY'],
    words: ['baseten'],
    value: whole(`${run(b62, 8)}\\.${run(b62, 32)}`),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`BASETEN_API_KEY=${`${fake(b62, 8, 1)}.${fake(b62, 32, 1)}`}`,
        leak`# api.baseten.co\napi_key = "${`${fake(b62, 8, 2)}.${fake(b62, 32, 2)}`}"`,
      ],
      clean: [`API_KEY=${fake(b62, 8)}.${fake(b62, 32)}`, `BASETEN_API_KEY=${fake(b62, 8)}.${fake(b62, 31)}`],
    }),
  }),
];

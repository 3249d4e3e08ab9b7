import { b62, b64, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const requesty = [
  defineRule({
    id: 'requesty-api-key',
    title: 'Requesty API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls models of every vendor through the Requesty router with the credits of the account.',
    remediation: 'Delete the key at app.requesty.ai under API keys, then issue a new one.',
    references: ['https://docs.requesty.ai/'],
    environment: ['REQUESTY_API_KEY'],
    anchors: ['rqsty-sk-'],
    pattern: token('rqsty-sk-', run(b64, 32, 128), b64),
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`REQUESTY_API_KEY=${`rqsty-sk-${fake(b62, 64, 1)}`}`,
        leak`new OpenAI({ apiKey: '${`rqsty-sk-${fake(b62, 80, 2)}`}' })`,
      ],
      clean: [`rqsty-sk-${fake(b62, 12)}`, `rqsty-sk-${'x'.repeat(64)}`],
    }),
  }),
];

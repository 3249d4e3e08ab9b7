import { b62, b64u, defineRule, fake, hex, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

export const youCom = [
  defineRule({
    id: 'you-com-api-key',
    title: 'You.com API key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Searches the web with the credits of the account.',
    remediation: 'Delete the key at you.com/platform under API keys, then issue a new one.',
    references: ['https://documentation.you.com/'],
    environment: ['YDC_API_KEY'],
    anchors: ['ydc-sk-'],
    pattern: token('ydc-sk-', run(b64u, 20, 120), b64u),
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`YDC_API_KEY=${`ydc-sk-${fake(hex, 16, 1)}-${fake(b62, 32, 1)}-${fake(hex, 8, 1)}`}`,
        leak`X-API-Key: ${`ydc-sk-${fake(b62, 40, 2)}`}`,
      ],
      clean: [`ydc-sk-${fake(b62, 12)}`, 'YDC_API_KEY=ydc-sk-your-own-key-goes-here'],
    }),
  }),
];

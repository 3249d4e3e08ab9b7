import { b62, b64, defineNamedRule, fake, held, isMixed, leak, ownWord, run, whole } from '../src/rule-kit/index.ts';

export const portkey = [
  defineNamedRule({
    id: 'portkey-api-key',
    title: 'Portkey API key',
    severity: 'high',
    confidence: 'medium',
    description: 'Calls models through the gateway with the vendors’ keys that are stored there.',
    remediation: 'Delete the key at app.portkey.ai under API Keys, then issue a new one.',
    references: ['https://portkey.ai/docs'],
    environment: ['PORTKEY_API_KEY'],
    words: ['portkey'],
    value: whole(`${run(b64, 26, 32)}={0,2}`),
    judge: (match) =>
      isMixed(match.secret) ? ownWord('portkey')(match) : held('low-variety', 'letters of one case only'),
    examples: () => ({
      leaks: [leak`PORTKEY_API_KEY=${fake(b64, 28, 1)}`, leak`"x-portkey-api-key": "${`${fake(b64, 27, 2)}=`}"`],
      clean: [`API_KEY=${fake(b64, 28)}`, `PORTKEY_API_KEY=${fake(b62, 20)}`, `SUPPORT_KEY=${fake(b62, 28)}`],
    }),
  }),
];

import { alone, b36l, b62, b64, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const text: typeof b64 = { characters: b64.characters, inClass: `${b64.inClass}=_-` };
const fakeKey = (seed: number): string =>
  `sc_${fake(b36l, 24, seed)}.${fake(b36l, 4, seed)}.acc_${fake(b36l, 16, seed)}.${fake(b64, 64, seed)}`;

export const authress = [
  defineRule({
    id: 'authress-access-key',
    title: 'Authress service client access key',
    severity: 'high',
    description: 'Signs tokens as the service client: reads and changes access records of the account.',
    remediation: 'Delete the key of the service client in the Authress management portal, then create a new one.',
    references: ['https://authress.io/knowledge-base/'],
    environment: ['AUTHRESS_SERVICE_CLIENT_ACCESS_KEY'],
    anchors: ['.acc_', '.acc-'],
    pattern: alone(
      `(?:sc|ext|scauth|authress)_${run(b62, 5, 40)}\\.${run(b62, 4, 6)}\\.acc[_-][A-Za-z0-9-]{8,32}\\.${run(text, 30, 140)}`,
      text,
    ),
    examples: () => ({
      leaks: [
        leak`AUTHRESS_SERVICE_CLIENT_ACCESS_KEY=${fakeKey(1)}`,
        leak`new ServiceClientTokenProvider("${fakeKey(2)}")`,
      ],
      clean: [`sc_${fake(b36l, 24)}.acc_${fake(b36l, 16)}`, `x${fakeKey(3)}`],
    }),
  }),
];

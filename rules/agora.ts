import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const agora = [
  defineNamedRule({
    id: 'agora-app-certificate',
    title: 'Agora app certificate',
    severity: 'high',
    description: 'Signs tokens that join any channel of the project as any user.',
    remediation: 'Enable the secondary certificate in the Agora console, move to it, then delete this one.',
    references: ['https://docs.agora.io/en/'],
    environment: ['AGORA_APP_CERTIFICATE', 'AGORA_CUSTOMER_SECRET'],
    anchors: ['certificate'],
    words: ['agora'],
    names: /certificate|secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [leak`AGORA_APP_CERTIFICATE=${fake(hex, 32)}`, leak`agora: { customerSecret: '${fake(hex, 32, 2)}' }`],
      clean: [
        `AGORA_APP_CERTIFICATE=${fake(hex, 31)}`,
        `AGORA_APP_ID=${fake(hex, 32)}`,
        `app_certificate=${fake(hex, 32)}`,
      ],
    }),
  }),
];

import { b62, b64u, defineRule, fake, leak, mixed, token } from '../src/rule-kit/index.ts';

export const cartesia = [
  defineRule({
    id: 'cartesia-api-key',
    title: 'Cartesia API key',
    severity: 'high',
    description: 'Makes and transcribes speech with the credits of the account, and reads its voices.',
    remediation: 'Delete the key at play.cartesia.ai under API Keys, then issue a new one.',
    references: ['https://docs.cartesia.ai/'],
    environment: ['CARTESIA_API_KEY'],
    anchors: ['sk_car_'],
    pattern: token('sk_car_', '[0-9A-Za-z_]{20,24}', b64u),
    judge: mixed,
    examples: () => ({
      leaks: [leak`CARTESIA_API_KEY=${`sk_car_${fake(b62, 20, 1)}`}`, leak`X-API-Key: ${`sk_car_${fake(b62, 20, 2)}`}`],
      clean: [`sk_car_${fake(b62, 16)}`, `task_car_${fake(b62, 20)}`, `sk_car_${'x'.repeat(20)}`],
    }),
  }),
];

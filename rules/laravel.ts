import { b64, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

const fakeKey = (seed: number): string => `base64:${Buffer.from(fake(hex, 64, seed), 'hex').toString('base64')}`;

export const laravel = [
  defineRule({
    id: 'laravel-app-key',
    title: 'Laravel application key',
    severity: 'high',
    description: 'Encrypts and signs cookies and stored values: whoever has it forges sessions, and may run code.',
    remediation:
      'Make a new one with `php artisan key:generate`, and keep the old one in APP_PREVIOUS_KEYS for a short time only.',
    references: ['https://laravel.com/docs/encryption'],
    environment: ['APP_KEY'],
    anchors: ['APP_KEY', 'app_key', 'APP_PREVIOUS_KEYS'],
    pattern: new RegExp(
      String.raw`(?:APP_KEY|app_key|APP_PREVIOUS_KEYS)["'\]\\]{0,3}\s{0,4}[:=,]\s{0,4}["'\`\\]{0,2}(?<secret>base64:${run(b64, 43)}=)`,
    ),
    examples: () => ({
      leaks: [leak`APP_KEY=${fakeKey(1)}`, leak`'key' => env('APP_KEY', '${fakeKey(2)}'),`],
      clean: [`APP_KEY=base64:${fake(b64, 20)}=`, 'APP_KEY=base64:', `IMAGE=${fakeKey(3)}`],
    }),
  }),
];

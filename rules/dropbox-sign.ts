import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const dropboxSign = [
  defineNamedRule({
    id: 'dropbox-sign-api-key',
    title: 'Dropbox Sign (HelloSign) API key',
    severity: 'high',
    description: 'Reads and sends signature requests and documents of the account.',
    remediation: 'Delete the key under Settings › API in Dropbox Sign, then generate a new one.',
    references: ['https://developers.hellosign.com/'],
    environment: ['HELLOSIGN_API_KEY', 'DROPBOX_SIGN_API_KEY'],
    words: ['hellosign', 'dropboxsign', 'dropbox_sign', 'dropbox sign'],
    value: whole(run(hex, 64)),
    examples: () => ({
      leaks: [leak`HELLOSIGN_API_KEY=${fake(hex, 64)}`, leak`dropboxSign.apiKey = "${fake(hex, 64, 2)}"`],
      clean: [`HELLOSIGN_API_KEY=${fake(hex, 63)}`, `api_key=${fake(hex, 64)}`],
    }),
  }),
];

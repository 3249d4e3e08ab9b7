import { defineNamedRule, fake, hex, isPublic, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://pusher.com/docs/channels/library_auth_reference/auth-signatures/'] as const;

export const pusher = [
  defineNamedRule({
    id: 'pusher-app-secret',
    title: 'Pusher Channels app secret',
    severity: 'high',
    description: 'Publishes events on every channel of the app, and lets anyone into private ones.',
    remediation: 'Add a new key pair under App Keys of the app in Pusher, then delete this one.',
    references,
    environment: ['PUSHER_APP_SECRET', 'PUSHER_SECRET'],
    words: ['pusher'],
    names: /pusher.*secret|^(?:app_?)?secret$/i,
    value: whole(run(hex, 20)),
    examples: () => ({
      leaks: [
        leak`PUSHER_APP_SECRET=${fake(hex, 20)}`,
        leak`new Pusher({ appId: '1', secret: '${fake(hex, 20, 2)}' })`,
      ],
      clean: [`PUSHER_APP_SECRET=${fake(hex, 19)}`, `secret: '${fake(hex, 20)}'`],
    }),
  }),
  defineNamedRule({
    id: 'pusher-app-key',
    title: 'Pusher Channels app key',
    severity: 'note',
    description: 'Lets a client listen on public channels.',
    remediation: 'Nothing has to be done: the key ships with every page or app.',
    references,
    environment: ['PUSHER_APP_KEY', 'PUSHER_KEY'],
    words: ['pusher'],
    names: /^(?!.*secret).*pusher.*key|^(?:app_?)?key$/i,
    value: whole(run(hex, 20)),
    judge: () => isPublic('an app key ships with clients'),
    examples: () => ({
      leaks: [leak`NEXT_PUBLIC_PUSHER_KEY=${fake(hex, 20)}`, leak`PUSHER_APP_KEY: "${fake(hex, 20, 2)}"`],
      clean: [`PUSHER_APP_KEY=${fake(hex, 21)}`, `app_key: "${fake(hex, 20)}"`],
    }),
  }),
];

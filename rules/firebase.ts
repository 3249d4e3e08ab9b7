import { alone, b64u, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

export const firebase = [
  defineRule({
    id: 'firebase-cloud-messaging-server-key',
    title: 'Firebase Cloud Messaging server key (legacy)',
    severity: 'low',
    description: 'Sent messages to every installation of an app. Google shut the interface down in 2024.',
    remediation: 'Delete the key in the Google Cloud console under Credentials, and send with a service account.',
    references: ['https://firebase.google.com/docs/cloud-messaging/migrate-v1'],
    environment: ['FCM_SERVER_KEY'],
    // `AAAA` stands all over encoded data; every key goes on like this after its colon.
    anchors: [':APA91b'],
    pattern: alone(`AAAA${run(b64u, 7)}:APA91b${run(b64u, 134)}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`FCM_SERVER_KEY=${`AAAA${fake(b64u, 7, 1)}:APA91b${fake(b64u, 134, 1)}`}`,
        leak`Authorization: key=${`AAAA${fake(b64u, 7, 2)}:APA91b${fake(b64u, 134, 2)}`}`,
      ],
      clean: [`AAAA${fake(b64u, 7)}:APA91b${fake(b64u, 133)}`, `AAAA${fake(b64u, 147)}`, `AAAA${fake(b64u, 7)}`],
    }),
  }),
];

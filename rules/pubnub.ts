import {
  alone,
  b64,
  b64u,
  defineRule,
  fake,
  fakeUuid,
  isPublic,
  leak,
  plausible,
  proven,
  run,
  token,
  UUID,
} from '../src/rule-kit/index.ts';

const references = ['https://www.pubnub.com/docs/general/basics/initialize-pubnub'] as const;
const base64OfUuid = (seed: number): string => Buffer.from(fakeUuid(seed)).toString('base64');

export const pubnub = [
  defineRule({
    id: 'pubnub-secret-key',
    title: 'PubNub secret key',
    severity: 'critical',
    description: 'Has every right on the keyset: grants access, and reads and writes all channels.',
    remediation: 'Reset the secret key of the keyset in the PubNub admin portal.',
    references,
    environment: ['PUBNUB_SECRET_KEY'],
    anchors: ['sec-c-'],
    pattern: alone(`sec-c-(?:${UUID}|${run(b64, 48)})`, b64),
    binary: true,
    judge: (match) =>
      new RegExp(`^${UUID}$`).test(Buffer.from(match.secret.slice(6), 'base64').toString('latin1'))
        ? proven('base64 of a UUID, as PubNub issues it')
        : plausible,
    examples: () => ({
      leaks: [
        leak`PUBNUB_SECRET_KEY=${`sec-c-${base64OfUuid(1)}`}`,
        leak`{ "secretKey": "${`sec-c-${fakeUuid(2)}`}" }`,
      ],
      clean: [`sec-c-${fake(b64, 40)}`, 'sec-c-my-secret-key'],
    }),
  }),
  defineRule({
    id: 'pubnub-publish-key',
    title: 'PubNub publish or subscribe key',
    severity: 'note',
    description: 'Lets a client send to, or listen on, the channels its user may.',
    remediation: 'Nothing has to be done: these keys ship with pages and apps. Control access with Access Manager.',
    references,
    environment: ['PUBNUB_PUBLISH_KEY', 'PUBNUB_SUBSCRIBE_KEY'],
    anchors: ['pub-c-', 'sub-c-'],
    pattern: token(['pub-c-', 'sub-c-'], UUID, b64u),
    judge: () => isPublic('publish and subscribe keys ship with clients'),
    examples: () => ({
      leaks: [leak`publishKey: '${`pub-c-${fakeUuid(3)}`}'`, leak`PUBNUB_SUBSCRIBE_KEY=${`sub-c-${fakeUuid(4)}`}`],
      clean: [`pub-c-${fakeUuid(5).slice(0, -1)}`, 'sub-c-key'],
    }),
  }),
];

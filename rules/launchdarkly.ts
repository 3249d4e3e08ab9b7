import {
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  isPublic,
  leak,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://launchdarkly.com/docs/home/account/api'] as const;
const keysReferences = ['https://launchdarkly.com/docs/sdk/concepts/client-side-server-side'] as const;
const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export const launchdarkly = [
  defineRule({
    id: 'launchdarkly-api-token',
    title: 'LaunchDarkly API access token',
    severity: 'high',
    description: 'Reads and changes feature flags and settings of the account: it can switch features in production.',
    remediation: 'Reset or delete the token under Account settings › Authorization.',
    references,
    environment: ['LAUNCHDARKLY_ACCESS_TOKEN', 'LAUNCHDARKLY_API_KEY'],
    anchors: ['api-'],
    pattern: token('api-', uuid, b64u),
    near: { words: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_api', 'ld_access'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`LAUNCHDARKLY_ACCESS_TOKEN=${`api-${fakeUuid(1)}`}`,
        leak`curl https://app.launchdarkly.com/api/v2/flags -H "Authorization: ${`api-${fakeUuid(2)}`}"`,
      ],
      clean: [`request api-${fakeUuid(1)}`, `launchdarkly api-${fakeUuid(1).slice(0, -1)}`],
    }),
  }),
  defineRule({
    id: 'launchdarkly-sdk-key',
    title: 'LaunchDarkly server-side SDK key',
    severity: 'high',
    description: 'Reads every flag with its targeting rules, and so the users and segments named in them.',
    remediation: 'Reset the SDK key of the environment under Project settings, then roll it out to the servers.',
    references: keysReferences,
    environment: ['LAUNCHDARKLY_SDK_KEY', 'LD_SDK_KEY'],
    anchors: ['sdk-'],
    pattern: token('sdk-', uuid, b64u),
    examples: () => ({
      leaks: [leak`LAUNCHDARKLY_SDK_KEY=${`sdk-${fakeUuid(3)}`}`, leak`ld.init("${`sdk-${fakeUuid(4)}`}")`],
      clean: [`my-sdk-${fakeUuid(1)}`, `sdk-${fakeUuid(1)}0`],
    }),
  }),
  defineRule({
    id: 'launchdarkly-mobile-key',
    title: 'LaunchDarkly mobile key',
    severity: 'note',
    description: 'Reads the flags that are made available to mobile apps.',
    remediation: 'Nothing has to be done: the mobile key ships with every copy of the app.',
    references: keysReferences,
    anchors: ['mob-'],
    pattern: token('mob-', uuid, b64u),
    judge: () => isPublic('a mobile key reads what its user gets'),
    examples: () => ({
      leaks: [leak`LD_MOBILE_KEY=${`mob-${fakeUuid(5)}`}`, leak`mobileKey: '${`mob-${fakeUuid(6)}`}'`],
      clean: [`mob-${fakeUuid(1).slice(0, 30)}`, `amob-${fakeUuid(1)}`],
    }),
  }),
  defineNamedRule({
    id: 'launchdarkly-client-side-id',
    title: 'LaunchDarkly client-side id',
    severity: 'note',
    description: 'Names the environment to the browser SDK, which reads the flags of its user.',
    remediation: 'Nothing has to be done: every visitor sees the client-side id.',
    references: keysReferences,
    environment: ['LAUNCHDARKLY_CLIENT_SIDE_ID'],
    words: ['launchdarkly', 'launch_darkly', 'ldclient', 'ld_client'],
    anchors: ['clientsideid', 'client_side_id', 'client-side-id'],
    names: /client.?(?:side)?.?id|env(?:ironment)?.?(?:id|key)/i,
    value: whole(run(hex, 24)),
    judge: () => isPublic('the client-side id is an id'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_LAUNCHDARKLY_CLIENT_SIDE_ID=${fake(hex, 24)}`,
        leak`ldClientSideId: '${fake(hex, 24, 2)}'`,
      ],
      clean: [`clientSideId: '${fake(hex, 24)}'`, `LAUNCHDARKLY_CLIENT_SIDE_ID=${fake(hex, 23)}`],
    }),
  }),
];

import {
  b32l,
  b62,
  b64,
  defineNamedRule,
  defineRule,
  fake,
  leak,
  leakBetween,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://documentation.onesignal.com/docs/keys-and-ids'] as const;
const remediation = 'Delete or rotate the key under Settings › Keys & IDs of the OneSignal app or organisation.';

export const onesignal = [
  defineRule({
    id: 'onesignal-api-key',
    title: 'OneSignal API key',
    severity: 'high',
    description: 'Sends messages to all users of the app, or manages every app of the organisation.',
    remediation,
    references,
    environment: ['ONESIGNAL_API_KEY', 'ONESIGNAL_REST_API_KEY'],
    anchors: ['os_v2_app_', 'os_v2_org_'],
    pattern: token(['os_v2_app_', 'os_v2_org_'], run(b32l, 103), b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('os_v2_org_')
        ? { kind: 'plausible', severity: 'critical', title: 'OneSignal organisation API key' }
        : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`ONESIGNAL_API_KEY=${`os_v2_app_${fake(b32l, 103, 1)}`}`,
        leak`Authorization: Key ${`os_v2_org_${fake(b32l, 103, 2)}`}`,
      ],
      clean: [`os_v2_app_${fake(b32l, 60)}`, `pos_v2_app_${fake(b32l, 103)}`],
    }),
  }),
  defineNamedRule({
    id: 'onesignal-former-api-key',
    title: 'OneSignal API key (former form)',
    severity: 'high',
    confidence: 'medium',
    description: 'Sends messages to all users of the app.',
    remediation,
    references,
    environment: ['ONESIGNAL_REST_API_KEY'],
    words: ['onesignal', 'one_signal'],
    names: /key|token|secret|auth/i,
    value: whole(run(b64, 48)),
    examples: () => ({
      leaks: [
        leak`ONESIGNAL_REST_API_KEY=${fake(b64, 48, 1)}`,
        leakBetween('# https://onesignal.com/api/v1\nrest_api_key: ', fake(b64, 48, 2)),
      ],
      clean: [`REST_API_KEY=${fake(b64, 48)}`, `ONESIGNAL_REST_API_KEY=${fake(b64, 30)}`],
    }),
  }),
];

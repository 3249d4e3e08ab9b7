import { b62, b64, defineRule, fake, held, leak, leakBetween, proven, run, token } from '../src/rule-kit/index.ts';

/** Base 64 of `key_` and a digit, so that every body begins alike. */
const marker = 'a2V5Xz';
const minted = (kind: string, seed: number): string =>
  `sk_${kind}_${Buffer.from(`key_01${fake(b62, 24, seed)},${fake(b62, 25, seed + 1)}`)
    .toString('base64')
    .replaceAll('=', '')}`;

export const workos = [
  defineRule({
    id: 'workos-api-key',
    title: 'WorkOS API key',
    severity: 'critical',
    description:
      'Full access to the WorkOS environment: users, organisations, single sign-on connections, directories.',
    remediation: 'Revoke the key under API keys of the WorkOS dashboard and create a new one.',
    references: ['https://workos.com/docs'],
    environment: ['WORKOS_API_KEY'],
    supersedes: ['stripe-secret-key', 'stripe-test-key', 'sk-live-key'],
    anchors: [`sk_live_${marker}`, `sk_test_${marker}`],
    pattern: token([`sk_live_${marker}`, `sk_test_${marker}`], `${run(b64, 60, 400)}={0,2}`, b64),
    binary: true,
    reach: { before: 320, after: 800 },
    judge: (match) => {
      const text = Buffer.from(match.secret.slice('sk_live_'.length), 'base64').toString('latin1');
      if (!/^key_[ -~]+$/.test(text)) return held('bad-structure', 'holds no key id');
      const evidence = proven('holds a key id in base 64');
      const severity = match.secret.startsWith('sk_test_') ? ('medium' as const) : ('critical' as const);
      return match.near(['highnote'], 300)
        ? { ...evidence, severity, title: 'Highnote API key' }
        : { ...evidence, severity };
    },
    examples: () => ({
      leaks: [
        leak`WORKOS_API_KEY=${minted('live', 1)}`,
        leak`new WorkOS('${minted('test', 2)}')`,
        leakBetween('highnote:\n  apiKey: ', minted('live', 3)),
      ],
      clean: [`sk_live_${marker}${fake(b62, 30)}`, `sk_live_51${fake(b62, 97)}`, `sk_live_${marker}${fake(b62, 90)}`],
    }),
  }),
];

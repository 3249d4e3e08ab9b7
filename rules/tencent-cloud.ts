import {
  AFTER_NAME,
  b62,
  because,
  defineRule,
  fake,
  held,
  leak,
  leakBetween,
  plausible,
  run,
  START,
} from '../src/rule-kit/index.ts';

const pairDistance = 400;
const idNearby = new RegExp(`(?<![A-Za-z0-9])AKID${run(b62, 32)}(?![A-Za-z0-9])`);

const namedSecret = new RegExp(`secret(?:[-_]?key)?${AFTER_NAME}`, 'i');

export const tencentCloud = [
  defineRule({
    id: 'tencent-cloud-secret-key',
    title: 'Tencent Cloud secret key',
    severity: 'critical',
    confidence: 'medium',
    description: 'With its secret id it acts as a user of a Tencent Cloud account.',
    remediation: 'Disable the key in the CAM console under Access key › API key management, then delete it.',
    references: ['https://www.tencentcloud.com/document/product/598'],
    environment: ['TENCENTCLOUD_SECRET_KEY', 'TENCENT_SECRET_KEY'],
    // The key has no mark: its id or its name leads to it.
    anchors: ['AKID', 'i:tencent', 'i:qcloud'],
    pattern: new RegExp(`${START}(?<![+/])(?<secret>(?!AKID)${run(b62, 32)})(?![A-Za-z0-9+/=_-])`),
    reach: { before: 450, after: 450 },
    judge: ({ window, at, secret }) => {
      if (!/[a-z]/.test(secret) || !/[A-Z]/.test(secret)) return held('bad-structure', 'not of both cases');
      const name = window.slice(Math.max(0, at - 160), at);
      const paired =
        idNearby.test(window.slice(Math.max(0, at - pairDistance), at)) ||
        idNearby.test(window.slice(at + 32, at + 32 + pairDistance));
      const named = namedSecret.test(name);
      if (paired) return named ? because('stands beside a secret id', 1) : because('stands beside a secret id');
      if (!named) return held('not-a-value', 'no id and no telling name');
      const near = window.slice(Math.max(0, at - pairDistance), at + pairDistance);
      return /tencent|qcloud/i.test(near) ? plausible : held('not-a-value', 'nothing names Tencent Cloud');
    },
    examples: () => ({
      leaks: [
        leakBetween(`secretId: AKID${fake(b62, 32, 1)}\nsecretKey: `, fake(b62, 32, 2), '\n'),
        leak`TENCENTCLOUD_SECRET_KEY=${fake(b62, 32, 3)}`,
      ],
      clean: [
        `SECRET_KEY=${fake(b62, 32)}`,
        `TENCENTCLOUD_SECRET_ID=AKID${fake(b62, 32)}`,
        `TENCENTCLOUD_SECRET_KEY=${fake(b62, 31)}`,
      ],
    }),
  }),
];

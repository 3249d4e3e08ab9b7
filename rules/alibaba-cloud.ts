import type { Evidence, Match } from '../src/model/index.ts';
import {
  AFTER_NAME,
  alone,
  b62,
  b64,
  because,
  defineRule,
  fake,
  held,
  leak,
  leakBetween,
  plausible,
  run,
} from '../src/rule-kit/index.ts';

const references = ['https://www.alibabacloud.com/help/en/ram/'] as const;
const pairDistance = 400;
const idSource = `LTAI${run(b62, 12, 20)}`;
const words = ['aliyun', 'alibaba', 'alicloud', 'oss-cn'] as const;

const beside = ({ window, at, secret }: Match): string =>
  `${window.slice(Math.max(0, at - pairDistance), at)}\n${window.slice(at + secret.length, at + secret.length + pairDistance)}`;

/** Thirty random letters and digits have both cases and a digit. */
const looksRandom = (text: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && new Set(text).size >= 14;

const fakeSecret = (seed: number): string => `${fake(b62, 27, seed)}0aZ`;
const idNearby = new RegExp(`(?<![A-Za-z0-9])${idSource}(?![A-Za-z0-9])`);
const secretNearby = new RegExp(`(?<![A-Za-z0-9])${run(b62, 30)}(?![A-Za-z0-9])`);

const namedSecret = new RegExp(
  `(?:access[-_]?key[-_]?secret|(?:alibaba|aliyun|alicloud)\\w{0,24}secret(?:[-_]?key)?)${AFTER_NAME}`,
  'i',
);

export const alibabaCloud = [
  defineRule({
    id: 'alibaba-cloud-access-key-secret',
    title: 'Alibaba Cloud AccessKey secret',
    severity: 'critical',
    description: 'With its AccessKey id it acts as a user of an Alibaba Cloud account.',
    remediation: 'Disable the AccessKey pair in the RAM console, look through ActionTrail, then delete it.',
    references,
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_SECRET', 'ALIYUN_ACCESS_KEY_SECRET'],
    partner: {
      what: 'the AccessKey id',
      pattern: new RegExp(`(?<![A-Za-z0-9])(?<id>${idSource})(?![A-Za-z0-9])`),
      rule: 'alibaba-cloud-access-key-id',
    },
    // The secret has no mark: its id or its name leads to it.
    anchors: [
      'LTAI',
      'i:access_key_secret',
      'i:accesskeysecret',
      'i:access-key-secret',
      'i:alibaba',
      'i:aliyun',
      'i:alicloud',
    ],
    pattern: alone(run(b62, 30), b62),
    reach: { before: 500, after: 500 },
    judge: (match) => {
      if (!looksRandom(match.secret)) return held('bad-structure', 'not thirty random characters');
      if (idNearby.test(beside(match))) return because('stands beside an AccessKey id', 1);
      const name = match.window.slice(Math.max(0, match.at - 160), match.at);
      if (!namedSecret.test(name)) return held('not-a-value', 'no id and no telling name');
      return match.near(words, pairDistance) ? plausible : because('nothing beside it names Alibaba Cloud', -1);
    },
    examples: () => ({
      leaks: [
        leakBetween(`accessKeyId: LTAI${fake(b62, 20, 1)}\naccessKeySecret: `, fakeSecret(1), '\n'),
        leak`ALIBABA_CLOUD_ACCESS_KEY_SECRET=${fakeSecret(2)}`,
      ],
      clean: [`build: ${fakeSecret(3)}`, `accessKeySecret: ${fake(b62, 31)}`, `accessKeySecret: ${'x'.repeat(30)}`],
    }),
  }),
  defineRule({
    id: 'alibaba-cloud-access-key-id',
    title: 'Alibaba Cloud AccessKey id',
    severity: 'low',
    confidence: 'medium',
    description: 'Names an AccessKey pair. It is half of a credential, and shows that the other half was handled here.',
    remediation:
      'Look for the AccessKey secret that belongs to it; if it was ever written down, disable the pair in the RAM console.',
    references,
    environment: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIYUN_ACCESS_KEY_ID'],
    anchors: ['LTAI'],
    pattern: alone(idSource, b62),
    reach: { before: 450, after: 450 },
    judge: (match) => {
      const evidence: Evidence[] = [];
      if (!/\d/.test(match.secret)) evidence.push({ text: 'no digit in it', weight: -1 });
      const around = beside(match);
      if (secretNearby.test(around))
        evidence.push({ text: 'a secret of thirty characters stands beside it', weight: 1 });
      return { kind: 'plausible', evidence };
    },
    examples: () => ({
      leaks: [
        leak`ALIBABA_CLOUD_ACCESS_KEY_ID=${`LTAI${fake(b62, 20, 1)}`}`,
        leakBetween('{ "accessKeyId": "', `LTAI${fake(b62, 12, 2)}`, '", "region": "oss-cn-beijing" }'),
      ],
      clean: [`LTAI${fake(b62, 11)}`, `LTAI${fake(b62, 21)}`, `VOLTAI${fake(b62, 20)}`],
    }),
  }),
  defineRule({
    id: 'alibaba-cloud-security-token',
    title: 'Alibaba Cloud STS security token',
    severity: 'medium',
    confidence: 'medium',
    description: 'With a temporary AccessKey it acts as a role for up to some hours.',
    remediation: 'Wait for it to end, or change the policy of the role in the RAM console.',
    references: ['https://www.alibabacloud.com/help/en/ram/'],
    environment: ['ALIBABA_CLOUD_SECURITY_TOKEN'],
    anchors: ['CAIS'],
    pattern: alone(`CAIS${run(b64, 60, 1500)}={0,2}`, b64),
    reach: { after: 1700 },
    near: { words: ['security_token', 'securitytoken', 'security-token', 'aliyun', 'alibaba'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`ALIBABA_CLOUD_SECURITY_TOKEN=${`CAIS${fake(b64, 400, 1)}==`}`,
        leak`"SecurityToken": "${`CAIS${fake(b62, 300, 2)}`}"`,
      ],
      clean: [`data: CAIS${fake(b64, 400)}`, `SecurityToken: CAIS${fake(b64, 20)}`],
    }),
  }),
];

import type { Evidence, Judgement, Match } from '../src/model/index.ts';
import {
  AFTER_NAME,
  alone,
  b32,
  b36l,
  b36u,
  b62,
  b64,
  because,
  defineRule,
  dig,
  fake,
  fakeUuid,
  fromBase32,
  held,
  leak,
  leakBetween,
  run,
  sha256,
  token,
  UUID,
} from '../src/rule-kit/index.ts';

const references = [
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
] as const;

/** Bytes around a secret in which its key id is looked for: about five lines. */
const pairDistance = 400;

/** Prefixes of ids that are half of a credential: long-term, temporary, bearer and context-specific. */
const idSource = `(?:AKIA|ASIA|ABIA|ACCA)${run(b36u, 16)}`;
const idNearby = new RegExp(`(?<![A-Za-z0-9])${idSource}(?![A-Za-z0-9])`, 'g');
const secretSource = run(b64, 40);

/** SHA-256 of the secrets that AWS prints in its documentation. */
const printed: ReadonlySet<string> = new Set([
  '78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598',
  'e21b597ba6b9cafa59d9ebc4d65c0385f5eb3fa56abab2607fa76589ad849a33',
]);

/** Ids of today are base 32; those of the documentation end in a word. */
const isPrintedId = (id: string): boolean => id.endsWith('EXAMPLE');
const isIssuable = (id: string): boolean => /^[A-Z2-7]{20}$/.test(id);

/**
 * The twelve digits of the account that an id belongs to; undefined for ids of the older kind, which do not hold it.
 * Source: public research on the layout of the id; five bytes from the fifth character on, shifted by seven bits.
 */
function accountOf(id: string): string | undefined {
  if (/^....[IJ]/.test(id)) return undefined;
  const bytes = fromBase32(id.slice(4));
  if (!bytes) return undefined;
  let number = 0n;
  for (const byte of bytes.slice(0, 6)) number = (number << 8n) | BigInt(byte);
  return String((number & 0x7fffffffff80n) >> 7n).padStart(12, '0');
}

/** An id of the given account, as AWS would write it. */
function fakeId(prefix: string, account: string, seed: number): string {
  const number = (1n << 47n) | (BigInt(account) << 7n);
  let body = '';
  // 48 bits are nine whole base-32 digits and three bits of a tenth.
  for (let shift = 43n; shift >= 3n; shift -= 5n) body += b32.characters[Number((number >> shift) & 31n)];
  body += b32.characters[Number((number & 7n) << 2n)];
  return prefix + body + fake(b32, 6, seed);
}

/** Forty random characters of base 64 have both cases, a digit and many different characters. */
const looksRandom = (text: string): boolean =>
  /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9]/.test(text) && new Set(text).size >= 19;

const fakeSecret = (seed: number): string => `${fake(b64, 37, seed)}${fake(dig, 1, seed)}aZ`;

/** The text around a match, without it. */
const around = ({ window, at, secret }: Match, bytes: number): readonly [before: string, after: string] => [
  window.slice(Math.max(0, at - bytes), at),
  window.slice(at + secret.length, at + secret.length + bytes),
];

/** The genuine id that stands nearest to a match. */
function idBeside(match: Match): string | undefined {
  const [before, after] = around(match, pairDistance);
  return [...(before.match(idNearby) ?? []).reverse(), ...(after.match(idNearby) ?? [])].find(
    (id) => isIssuable(id) && !isPrintedId(id),
  );
}

/** Names that only the secret half of a pair has, and names that other secrets have too. As they end before the value. */
const ownName = new RegExp(
  `(?:secret[-_. ]?access[-_. ]?key|aws[-_. ]?secret(?:[-_. ]?key)?|access[-_. ]?secret)${AFTER_NAME}`,
  'i',
);
const sharedName = new RegExp(`secret[-_. ]?key${AFTER_NAME}`, 'i');
const namesAws = /(?:^|[^a-z])(?:aws|amazon|s3|minio|boto)/i;

function judgeSecret(match: Match): Judgement {
  if (match.secret.endsWith('EXAMPLEKEY') || printed.has(sha256(match.secret).toString('hex')))
    return held('known-example');
  if (!looksRandom(match.secret)) return held('bad-structure', 'not forty random characters');
  const id = idBeside(match);
  if (id) {
    const account = accountOf(id);
    return because(`stands beside the access key id ${id.slice(0, 4)}…${account ? ` of account ${account}` : ''}`, 1);
  }
  const name = around(match, 160)[0];
  const near = namesAws.test(around(match, pairDistance).join('\n'));
  if (ownName.test(name)) return near ? because('its name says so') : because('nothing beside it names AWS', -1);
  return sharedName.test(name) && near
    ? because('AWS is named beside it', -1)
    : held('not-a-value', 'no access key id and no telling name');
}

const secretNearby = new RegExp(`(?<![A-Za-z0-9+/_-])${secretSource}(?![A-Za-z0-9+/=])`, 'g');

function judgeId(match: Match): Judgement {
  const id = match.secret;
  if (isPrintedId(id)) return held('known-example');
  if (!isIssuable(id)) return held('bad-structure', 'a character that no access key id has');
  const account = accountOf(id);
  const evidence: Evidence[] = account ? [{ text: `belongs to account ${account}`, weight: 0 }] : [];
  const [before, after] = around(match, pairDistance);
  const paired = [...(before.match(secretNearby) ?? []), ...(after.match(secretNearby) ?? [])].some(looksRandom);
  if (paired) evidence.push({ text: 'a secret of forty characters stands beside it', weight: 1 });
  if (!id.startsWith('ASIA')) return { kind: 'plausible', evidence };
  return {
    kind: 'plausible',
    evidence: [...evidence, { text: 'temporary: of no use without its session token', weight: -1 }],
    severity: 'low',
  };
}

const sessionWords = [
  'session_token',
  'sessiontoken',
  'session-token',
  'security-token',
  'security_token',
  'securitytoken',
];

/** Part of a signed address it opens one object for minutes; in a file of settings it is a whole session. */
function judgeSessionToken(match: Match): Judgement {
  const evidence: Evidence[] = [];
  if (match.secret.startsWith('IQoJb3JpZ2lu'))
    evidence.push({ text: 'starts as the token service writes it', weight: 1 });
  else if (!match.near(sessionWords, 300)) return held('not-a-value', 'nothing beside it speaks of a session token');
  if (!match.near(['x-amz-signature='], 3000)) return { kind: 'plausible', evidence };
  return {
    kind: 'plausible',
    evidence: [...evidence, { text: 'part of a signed address', weight: -1 }],
    severity: 'low',
  };
}

const hereLeak = (seed: number) => {
  const secret = fakeSecret(seed);
  return leakBetween(
    `[default]\naws_access_key_id = ${fakeId('AKIA', '123456789012', seed)}\naws_secret_access_key = `,
    secret,
    '\nregion = eu-west-1\n',
  );
};

export const aws = [
  defineRule({
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    severity: 'critical',
    description: 'With its access key id it acts as an IAM user or role in an AWS account.',
    remediation:
      'Deactivate the access key in the IAM console, look through CloudTrail for what was done with it, then delete it.',
    references,
    environment: ['AWS_SECRET_ACCESS_KEY'],
    partner: {
      what: 'the access key id',
      pattern: new RegExp(`(?<![A-Za-z0-9])(?<id>${idSource})(?![A-Za-z0-9])`),
      rule: 'aws-access-key-id',
    },
    // The secret itself has no mark: its name or its key id leads to it.
    anchors: [
      'AKIA',
      'ASIA',
      'i:secret_access_key',
      'i:secretaccesskey',
      'i:secret_key',
      'i:secretkey',
      'i:aws_secret',
      'i:secret access key',
      'i:secret-access-key',
      'i:access_secret',
    ],
    pattern: new RegExp(`(?<![A-Za-z0-9+/_.@%-])(?<secret>${secretSource})(?![A-Za-z0-9+/=_-]|\\.[A-Za-z0-9])`),
    reach: { before: 600, after: 600 },
    judge: judgeSecret,
    examples: () => ({
      leaks: [
        hereLeak(1),
        leak`AWS_SECRET_ACCESS_KEY=${fakeSecret(2)}`,
        leakBetween(
          `new S3Client({ credentials: { accessKeyId: '${fakeId('AKIA', '210987654321', 3)}', secretAccessKey: '`,
          fakeSecret(3),
          "' } })",
        ),
        leakBetween(
          `User name,Access key ID,Secret access key\nbob,${fakeId('AKIA', '210987654321', 4)},`,
          fakeSecret(4),
          '\n',
        ),
      ],
      clean: [
        `aws_secret_access_key = ${fake(b64, 39)}`,
        `AKIA${'X'.repeat(16)} commit ${fake(b36l, 40)}`,
        `integrity: ${fakeSecret(5)}`,
        `aws_secret_access_key = ${'x'.repeat(40)}`,
        `SECRET_KEY=${fakeSecret(6)}`,
        `aws_secret_access_key = ${fake(b64, 29)}0EXAMPLEKEY`,
        `secret_key_path: deploy/Keys/${fake(b64, 28)}`,
      ],
    }),
  }),
  defineRule({
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    severity: 'medium',
    confidence: 'medium',
    description:
      'Names the key of an IAM user. It is half of a credential, and shows that the other half was handled here.',
    remediation:
      'Look for the secret access key that belongs to it; if it was ever written down, deactivate the key in the IAM console.',
    references,
    environment: ['AWS_ACCESS_KEY_ID'],
    anchors: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    pattern: alone(idSource, b62),
    reach: { before: 450, after: 450 },
    judge: judgeId,
    examples: () => ({
      leaks: [
        leak`AWS_ACCESS_KEY_ID=${fakeId('AKIA', '123456789012', 5)}`,
        leak`{ "accessKeyId": "${fakeId('AKIA', '123456789012', 6)}", "region": "eu-west-1" }`,
        leak`aws_access_key_id: ${fakeId('ASIA', '123456789012', 7)}`,
      ],
      clean: [
        `AKIA${fake(b32, 9)}EXAMPLE`,
        `AKIA${fake(b32, 15)}0`,
        `AKIA${fake(b32, 17)}`,
        `XAKIA${fake(b32, 16)}`,
        `AROA${fake(b32, 16)}`,
      ],
    }),
  }),
  defineRule({
    id: 'aws-session-token',
    title: 'AWS session token',
    severity: 'medium',
    description: 'With a temporary access key it acts as a role for minutes to hours.',
    remediation: 'Wait for it to end, or revoke the active sessions of the role in the IAM console.',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html'],
    environment: ['AWS_SESSION_TOKEN'],
    anchors: ['IQoJ', 'FwoG', 'AQoD', 'FQoG'],
    // In a URL the signs of base 64 are escaped.
    pattern: /(?<![A-Za-z0-9+/_-])(?<secret>(?:IQoJ|FwoG|AQoD|FQoG)[A-Za-z0-9+/%]{100,2000}={0,2})(?![A-Za-z0-9+/=])/,
    reach: { after: 2200 },
    judge: judgeSessionToken,
    examples: () => ({
      leaks: [
        leak`AWS_SESSION_TOKEN=${`IQoJb3JpZ2luX2Vj${fake(b64, 380, 1)}==`}`,
        leak`{ "SessionToken": "${`FwoG${fake(b64, 300, 2)}`}" }`,
      ],
      clean: [`IQoJ${fake(b64, 380)}`, `AWS_SESSION_TOKEN=IQoJ${fake(b64, 30)}`],
    }),
  }),
  defineRule({
    id: 'aws-mws-token',
    title: 'Amazon MWS authorisation token',
    severity: 'low',
    description: 'Gave a developer access to the account of an Amazon seller. The service was shut down in 2024.',
    remediation: "Remove the developer under Manage Your Apps in the seller's account.",
    references: ['https://developer-docs.amazon.com/sp-api/'],
    environment: ['MWS_AUTH_TOKEN'],
    anchors: ['amzn.mws.'],
    pattern: token('amzn.mws.', UUID, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`MWS_AUTH_TOKEN=${`amzn.mws.${fakeUuid(1)}`}`, leak`"mws": "${`amzn.mws.${fakeUuid(2)}`}"`],
      clean: [`amzn.mws.${fake(b36l, 32)}`, fakeUuid(3)],
    }),
  }),
  defineRule({
    id: 'aws-appsync-api-key',
    title: 'AWS AppSync API key',
    severity: 'low',
    confidence: 'medium',
    description:
      'Calls a GraphQL interface, as far as it admits keys. Many applications ship it to browsers on purpose.',
    remediation: 'Delete the key in the AppSync console under Settings, or with `aws appsync delete-api-key`.',
    references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
    environment: ['APPSYNC_API_KEY'],
    anchors: ['da2-'],
    pattern: token('da2-', run(b36l, 26), b62),
    examples: () => ({
      leaks: [
        leak`aws_appsync_apiKey: "${`da2-${fake(b36l, 26, 1)}`}"`,
        leak`x-api-key: ${`da2-${fake(b36l, 26, 2)}`}`,
      ],
      clean: [`da2-${fake(b36l, 25)}`, `lambda2-${fake(b36l, 26)}`],
    }),
  }),
];

import {
  alone,
  b32l,
  b36u,
  b62,
  b64u,
  decodeJson,
  defineRule,
  fake,
  jsonPart,
  leak,
  run,
  structure,
} from '../src/rule-kit/index.ts';

/** base64 of JSON with the account's address and keys. */
function holdsAccount(secret: string): boolean {
  const account = decodeJson(secret.slice('ops_'.length));
  return account !== undefined && 'secretKey' in account && 'email' in account;
}
const secretKey = (seed: number): string =>
  `A3-${[6, 6, 5, 5, 5, 5].map((length, index) => fake(b36u, length, seed + index)).join('-')}`;
const serviceToken = (seed: number): string =>
  `ops_${jsonPart({
    signInAddress: 'example.1password.com',
    email: `robot${seed}@1passwordserviceaccounts.com`,
    muk: { kty: 'oct', k: fake(b64u, 43, seed) },
    secretKey: secretKey(seed),
    deviceUuid: fake(b32l, 26, seed),
  })}`;

export const _1password = [
  defineRule({
    id: '1password-service-account-token',
    title: '1Password service account token',
    severity: 'critical',
    description: 'Reads every item of the vaults given to the service account: each of them leaks with it.',
    remediation:
      'Rotate or revoke the token under Developer › Service accounts at 1password.com, then rotate the items.',
    references: ['https://developer.1password.com/docs/service-accounts/'],
    environment: ['OP_SERVICE_ACCOUNT_TOKEN'],
    anchors: ['ops_eyJ'],
    reach: { after: 2100 },
    pattern: alone(`ops_eyJ${run(b64u, 200, 2000)}={0,2}`, b64u),
    binary: true,
    judge: structure('JSON that holds an account', holdsAccount),
    examples: () => ({
      leaks: [
        leak`OP_SERVICE_ACCOUNT_TOKEN=${serviceToken(1)}`,
        leak`export OP_SERVICE_ACCOUNT_TOKEN="${serviceToken(2)}"`,
      ],
      clean: [`ops_eyJ${fake(b62, 300)}`, `ops_eyJ${fake(b62, 40)}`],
    }),
  }),
  defineRule({
    id: '1password-secret-key',
    title: '1Password secret key',
    severity: 'critical',
    description: 'Is half of what opens an account on a new device; the other half is the password.',
    remediation: 'Regenerate the secret key under My Profile at 1password.com.',
    references: ['https://support.1password.com/secret-key/'],
    environment: ['OP_SECRET_KEY'],
    anchors: ['A3-'],
    pattern: alone(`A3-${run(b36u, 6)}-${run(b36u, 6)}(?:-${run(b36u, 5)}){3,4}(?!-)`, b62),
    binary: true,
    examples: () => ({
      leaks: [leak`OP_SECRET_KEY=${secretKey(1)}`, leak`op account add --secret-key ${secretKey(9)}`],
      clean: [secretKey(3).slice(0, -1), `A3-${fake(b36u, 6)}-${fake(b36u, 6)}`, `BA3-${fake(b36u, 6)}`],
    }),
  }),
];

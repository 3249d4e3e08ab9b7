import type { PatternRule } from '../src/model/index.ts';
import {
  alone,
  b62,
  b64u,
  checksum,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  held,
  hex,
  hexCrc32,
  isPublic,
  leak,
  leakBetween,
  plausible,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://developers.cloudflare.com/fundamentals/api/get-started/'] as const;

/** Forty random characters, then the CRC-32 of them. Source: Cloudflare's documentation of token formats. */
const endsInCrc32 = (secret: string): boolean => {
  const body = secret.slice(secret.indexOf('_') + 1);
  return hexCrc32(body.slice(0, -8)) === body.slice(-8);
};

const fakeToken = (prefix: string, seed: number): string => {
  const body = fake(b62, 40, seed);
  return prefix + body + hexCrc32(body);
};

const tokenRule = (
  thing: string,
  title: string,
  prefix: string,
  facts: Pick<PatternRule, 'severity' | 'description' | 'remediation' | 'environment'>,
): PatternRule =>
  defineRule({
    id: `cloudflare-${thing}`,
    title,
    ...facts,
    references,
    anchors: [prefix],
    pattern: token(prefix, `${run(b62, 40)}${run(hex, 8)}`, b62),
    binary: true,
    judge: checksum(endsInCrc32),
    examples: () => ({
      leaks: [leak`CLOUDFLARE_API_TOKEN=${fakeToken(prefix, 1)}`, leak`Authorization: Bearer ${fakeToken(prefix, 2)}`],
      clean: [
        `${prefix}${fake(b62, 40)}${fake(hex, 8)}`,
        fakeToken(prefix, 3).slice(0, -1),
        `a${fakeToken(prefix, 3)}`,
      ],
    }),
  });

const words = ['cloudflare', 'cfapi', 'x-auth-key', 'cf_api'] as const;
const originSource = `v1\\.0-${run(hex, 24)}-${run(hex, 146)}`;

export const cloudflare = [
  tokenRule('user-api-token', 'Cloudflare user API token', 'cfut_', {
    severity: 'critical',
    description: 'Acts as its user on the zones and accounts it was issued for: name records, workers, storage.',
    remediation: 'Roll or delete it in the dashboard under My profile › API tokens.',
    environment: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN'],
  }),
  tokenRule('account-api-token', 'Cloudflare account API token', 'cfat_', {
    severity: 'critical',
    description: 'Acts for the account on what it was issued for: name records, workers, storage.',
    remediation: 'Roll or delete it in the dashboard under Manage account › Account API tokens.',
    environment: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN'],
  }),
  tokenRule('global-api-key', 'Cloudflare global API key', 'cfk_', {
    severity: 'critical',
    description: 'Acts as its user in everything, on every account that one is a member of.',
    remediation: 'Change it in the dashboard under My profile › API tokens › Global API key, and move to API tokens.',
    environment: ['CLOUDFLARE_API_KEY', 'CF_API_KEY'],
  }),
  defineNamedRule({
    id: 'cloudflare-old-api-token',
    title: 'Cloudflare API token (older form)',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on the zones and accounts it was issued for: name records, workers, storage.',
    remediation: 'Roll or delete it in the dashboard under My profile › API tokens.',
    references,
    environment: ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN'],
    words,
    names: /token|api[-_]?key|auth|secret/i,
    value: whole(run(b64u, 40)),
    judge: ({ secret }) =>
      /[a-z]/i.test(secret) && /\d/.test(secret) && !/^[0-9a-f]+$/.test(secret)
        ? plausible
        : held('bad-structure', 'not forty random characters'),
    examples: () => ({
      leaks: [
        leak`CLOUDFLARE_API_TOKEN=${fake(b64u, 40, 1)}`,
        leakBetween('[cloudflare]\napi_token = "', fake(b64u, 40, 2), '"'),
      ],
      clean: [
        `API_TOKEN=${fake(b64u, 40)}`,
        `CLOUDFLARE_API_TOKEN=${fake(b64u, 39)}`,
        `CLOUDFLARE_TOKEN=${fake(hex, 40)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'cloudflare-old-global-api-key',
    title: 'Cloudflare global API key (older form)',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user in everything, on every account that one is a member of.',
    remediation: 'Change it in the dashboard under My profile › API tokens › Global API key, and move to API tokens.',
    references,
    environment: ['CLOUDFLARE_API_KEY', 'CF_API_KEY'],
    words,
    value: whole(run(hex, 37)),
    examples: () => ({
      leaks: [leak`CLOUDFLARE_API_KEY=${fake(hex, 37, 1)}`, leak`X-Auth-Key: ${fake(hex, 37, 2)}`],
      clean: [`API_KEY=${fake(hex, 37)}`, `CLOUDFLARE_API_KEY=${fake(hex, 36)}`, `CLOUDFLARE_ACCOUNT_ID=${fakeUuid()}`],
    }),
  }),
  defineRule({
    id: 'cloudflare-origin-ca-key',
    title: 'Cloudflare Origin CA key',
    severity: 'high',
    description: 'Issues and revokes the certificates between Cloudflare and the servers behind it.',
    remediation: 'Change it in the dashboard under My profile › API tokens › Origin CA key.',
    references: ['https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/'],
    environment: ['CLOUDFLARE_API_USER_SERVICE_KEY'],
    anchors: ['v1.0-'],
    pattern: alone(originSource, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`X-Auth-User-Service-Key: ${`v1.0-${fake(hex, 24, 1)}-${fake(hex, 146, 1)}`}`,
        leak`CLOUDFLARE_API_USER_SERVICE_KEY=${`v1.0-${fake(hex, 24, 2)}-${fake(hex, 146, 2)}`}`,
      ],
      clean: [`v1.0-${fake(hex, 24)}-${fake(hex, 145)}`, `v1.0-${fake(hex, 24)}`],
    }),
  }),
  defineRule({
    id: 'cloudflare-turnstile-secret-key',
    title: 'Cloudflare Turnstile secret key',
    severity: 'medium',
    confidence: 'medium',
    description: 'Validates the answers of visitors; who holds it can spend them first, and pass for the site.',
    remediation: 'Rotate the secret in the dashboard under Turnstile › the widget › Settings.',
    references: ['https://developers.cloudflare.com/turnstile/'],
    environment: ['TURNSTILE_SECRET_KEY'],
    anchors: ['0x4AAAAAAA'],
    // A site key has the same start and 24 characters: it stands in every page that shows the widget.
    pattern: token('0x4AAAAAAA', `(?:${run(b64u, 25)}|${run(b64u, 14)})`, b64u),
    judge: ({ secret }) => (secret.length === 24 ? isPublic('the site key of a widget') : plausible),
    examples: () => ({
      leaks: [
        leak`TURNSTILE_SECRET_KEY=${`0x4AAAAAAA${fake(b64u, 25, 1)}`}`,
        leak`secret: '${`0x4AAAAAAA${fake(b64u, 25, 2)}`}',`,
        leak`<div class="cf-turnstile" data-sitekey="${`0x4AAAAAAA${fake(b64u, 14, 3)}`}"></div>`,
      ],
      clean: [`0x4AAAAAAA${fake(b64u, 18)}`, `data-sitekey="0x4AAAAAAA${fake(b64u, 14)}"`],
    }),
  }),
];

import type { PatternRule } from '../src/model/index.ts';
import {
  AFTER_NAME,
  b36u,
  b62,
  b64,
  because,
  defineRule,
  fake,
  held,
  hex,
  leak,
  leakBetween,
  plausible,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'] as const;

const namedSecret = new RegExp(`secret(?:[-_]?(?:access[-_]?)?key)?${AFTER_NAME}`, 'i');

const tokenRule = (
  thing: string,
  title: string,
  prefix: string,
  facts: Pick<PatternRule, 'severity' | 'description' | 'remediation' | 'environment'>,
): PatternRule =>
  defineRule({
    id: `digitalocean-${thing}`,
    title,
    ...facts,
    references,
    anchors: [prefix],
    pattern: token(prefix, run(hex, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`DIGITALOCEAN_ACCESS_TOKEN=${prefix + fake(hex, 64, 1)}`,
        leak`provider "digitalocean" { token = "${prefix + fake(hex, 64, 2)}" }`,
      ],
      clean: [prefix + fake(hex, 63), prefix + fake(hex, 65), prefix + 'x'.repeat(64), `a${prefix}${fake(hex, 64)}`],
    }),
  });

const idNearby = new RegExp(`(?<![A-Za-z0-9])(?:DO00|DO801)${run(b36u, 15, 16)}(?![A-Za-z0-9])`);

export const digitalocean = [
  tokenRule('access-token', 'DigitalOcean personal access token', 'dop_v1_', {
    severity: 'critical',
    description:
      'Acts as its owner on the whole account or team, within its scopes: servers, databases, domains, billing.',
    remediation: 'Delete it in the control panel under API › Tokens, then generate one of fewer scopes.',
    environment: ['DIGITALOCEAN_ACCESS_TOKEN', 'DIGITALOCEAN_TOKEN', 'DO_API_TOKEN'],
  }),
  tokenRule('oauth-token', 'DigitalOcean OAuth access token', 'doo_v1_', {
    severity: 'critical',
    description: 'Acts as the user who authorised an application, within the scopes granted.',
    remediation: 'Revoke the application in the control panel under API › OAuth applications.',
    environment: ['DIGITALOCEAN_ACCESS_TOKEN'],
  }),
  tokenRule('refresh-token', 'DigitalOcean OAuth refresh token', 'dor_v1_', {
    severity: 'critical',
    description: 'Yields access tokens of the user who authorised an application.',
    remediation: 'Revoke the application in the control panel under API › OAuth applications.',
  }),
  defineRule({
    id: 'digitalocean-spaces-secret-key',
    title: 'DigitalOcean Spaces secret key',
    severity: 'high',
    confidence: 'medium',
    description: 'With its access key id it reads and writes the buckets of the team.',
    remediation: 'Delete the key in the control panel under API › Spaces keys, then generate a new one.',
    references: ['https://docs.digitalocean.com/products/spaces/'],
    environment: ['SPACES_SECRET_ACCESS_KEY', 'DO_SPACES_SECRET'],
    // The key has no mark: its id or its host leads to it.
    anchors: ['DO00', 'DO801', '.digitaloceanspaces.com', 'i:spaces_secret', 'i:spaces-secret', 'i:spacessecret'],
    pattern: new RegExp(`(?<![A-Za-z0-9+/_.@%-])(?<secret>${run(b64, 43)})(?![A-Za-z0-9+/=_-])`),
    reach: { before: 450, after: 450 },
    judge: ({ window, at, secret }) => {
      if (!/[a-z]/.test(secret) || !/[A-Z]/.test(secret) || !/\d/.test(secret)) return held('bad-structure');
      const around = window.slice(Math.max(0, at - 400), at + 443);
      if (idNearby.test(around)) return because('stands beside a Spaces key id', 1);
      const name = window.slice(Math.max(0, at - 160), at);
      return namedSecret.test(name) && /spaces/i.test(around)
        ? plausible
        : held('not-a-value', 'no id and no telling name');
    },
    examples: () => ({
      leaks: [
        leak`SPACES_SECRET_ACCESS_KEY=${`${fake(b64, 40, 1)}aZ0`}`,
        leakBetween(`key: DO00${fake(b36u, 16, 2)}\nvalue: `, `${fake(b64, 40, 2)}aZ0`, '\n'),
      ],
      clean: [`SECRET=${fake(b64, 43)}`, `SPACES_SECRET_ACCESS_KEY=${fake(b64, 42)}`],
    }),
  }),
];

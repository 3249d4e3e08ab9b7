import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const planetscale = [
  defineRule({
    id: 'planetscale-service-token',
    title: 'PlanetScale service token',
    severity: 'critical',
    description: 'Acts on the organisation with the rights of the token: databases, branches, passwords.',
    remediation: 'Delete the token in the organisation under Settings › Service tokens.',
    references: ['https://planetscale.com/docs/api/reference/service-tokens'],
    environment: ['PLANETSCALE_SERVICE_TOKEN'],
    anchors: ['pscale_tkn_'],
    pattern: token('pscale_tkn_', run(b64u, 32, 64), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PLANETSCALE_SERVICE_TOKEN=${`pscale_tkn_${fake(b64u, 43, 1)}`}`,
        leak`password: "${`pscale_tkn_${fake(b64u, 43, 2)}`}"`,
      ],
      clean: [
        `pscale_tkn_${fake(b64u, 31)}`,
        `pscale_tkn_${fake(b64u, 65)}`,
        `apscale_tkn_${fake(b64u, 43, 3)}`,
        `pscale_tkn_${'x'.repeat(43)}`,
      ],
    }),
  }),
  defineRule({
    id: 'planetscale-oauth-token',
    title: 'PlanetScale OAuth token',
    severity: 'critical',
    description: 'Acts as the user who authorised an application, within the scopes granted.',
    remediation: 'Revoke the application under Account settings › Applications.',
    references: ['https://planetscale.com/docs/api/reference/service-tokens'],
    environment: ['PLANETSCALE_SERVICE_TOKEN'],
    anchors: ['pscale_oauth_'],
    pattern: token('pscale_oauth_', run(b64u, 32, 64), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PLANETSCALE_SERVICE_TOKEN=${`pscale_oauth_${fake(b64u, 43, 1)}`}`,
        leak`password: "${`pscale_oauth_${fake(b64u, 43, 2)}`}"`,
      ],
      clean: [
        `pscale_oauth_${fake(b64u, 31)}`,
        `pscale_oauth_${fake(b64u, 65)}`,
        `apscale_oauth_${fake(b64u, 43, 3)}`,
        `pscale_oauth_${'x'.repeat(43)}`,
      ],
    }),
  }),
  defineRule({
    id: 'planetscale-password',
    title: 'PlanetScale database password',
    severity: 'critical',
    description: 'Reads and writes a branch of a database, as the role of the password allows.',
    remediation: 'Delete the password in the branch under Settings › Passwords, then create a new one.',
    references: ['https://planetscale.com/docs/api/reference/service-tokens'],
    environment: ['DATABASE_PASSWORD'],
    anchors: ['pscale_pw_'],
    pattern: token('pscale_pw_', run(b64u, 32, 64), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PLANETSCALE_SERVICE_TOKEN=${`pscale_pw_${fake(b64u, 43, 1)}`}`,
        leak`password: "${`pscale_pw_${fake(b64u, 43, 2)}`}"`,
      ],
      clean: [
        `pscale_pw_${fake(b64u, 31)}`,
        `pscale_pw_${fake(b64u, 65)}`,
        `apscale_pw_${fake(b64u, 43, 3)}`,
        `pscale_pw_${'x'.repeat(43)}`,
      ],
    }),
  }),
];

import { b62, b64, defineRule, fake, leak, START } from '../src/rule-kit/index.ts';

/** One macaroon or several, joined with commas; each starts with its kind and version. */
const macaroons = 'fm[12][ar]?_[A-Za-z0-9+/=_-]{100,1500}(?:,(?:fm[12][ar]?|fo1)_[A-Za-z0-9+/=_-]{40,1500}){0,4}';

export const flyIo = [
  defineRule({
    id: 'fly-io-token',
    title: 'Fly.io access token',
    severity: 'critical',
    description: 'Deploys and administers an application or a whole organisation, as its caveats allow.',
    remediation: 'Revoke it with `fly tokens revoke`, or in the dashboard under Tokens.',
    references: ['https://fly.io/docs/security/tokens/'],
    environment: ['FLY_API_TOKEN', 'FLY_ACCESS_TOKEN'],
    anchors: ['fm1_', 'fm2_', 'fm1a_', 'fm1r_', 'fm2a_', 'fm2r_'],
    pattern: new RegExp(`${START}(?<secret>(?:FlyV1 )?${macaroons})(?![A-Za-z0-9+/=_-])`),
    reach: { after: 4000 },
    binary: true,
    examples: () => ({
      leaks: [
        leak`FLY_API_TOKEN="${`FlyV1 fm2_${fake(b64, 500, 1)}==`}"`,
        leak`Authorization: ${`FlyV1 fm1r_${fake(b64, 300, 2)}=,fm1a_${fake(b64, 300, 3)}`}`,
        leak`"access_token": "${`fm2_${fake(b62, 400, 4)}`}"`,
      ],
      clean: ['FLY_API_TOKEN="FlyV1 fm2_..."', `FlyV1 fm2_${fake(b62, 60)}`, `fm3_${fake(b62, 400)}`],
    }),
  }),
];

import {
  alone,
  b62,
  b64u,
  base64Alignments,
  decodeJwt,
  defineRule,
  fake,
  fakeJwt,
  held,
  hex,
  isPublic,
  JWT,
  leak,
  proven,
  run,
  token,
} from '../src/rule-kit/index.ts';

const keyReferences = ['https://supabase.com/docs/guides/api/api-keys'] as const;
const keyBody = `${run(b64u, 22)}_${run(b64u, 8)}`;
const fakeKey = (prefix: string, seed: number): string => `${prefix}${fake(b62, 22, seed)}_${fake(b62, 8, seed)}`;
const claims = (role: string, iss = 'supabase') => ({
  iss,
  ref: 'abcdefghijklmnopqrst',
  role,
  iat: 1700000000,
  exp: 2000000000,
});

export const supabase = [
  defineRule({
    id: 'supabase-access-token',
    title: 'Supabase access token',
    severity: 'critical',
    description: 'Acts as its user on every organisation and project: keys, databases, functions.',
    remediation: 'Revoke the token in the dashboard under Account › Access tokens.',
    references: ['https://supabase.com/docs/reference/api/introduction'],
    environment: ['SUPABASE_ACCESS_TOKEN'],
    anchors: ['sbp_'],
    pattern: token('sbp_', `(?:v0_)?${run(hex, 40)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SUPABASE_ACCESS_TOKEN=${`sbp_${fake(hex, 40, 1)}`}`,
        leak`supabase login --token ${`sbp_v0_${fake(hex, 40, 2)}`}`,
      ],
      clean: [`sbp_${fake(hex, 39)}`, `sbp_${'x'.repeat(40)}`, `sbp_${fake(hex, 41)}`],
    }),
  }),
  defineRule({
    id: 'supabase-secret-key',
    title: 'Supabase secret key',
    severity: 'critical',
    description: 'Reads and writes every row of the project past its row level security, and its files and users.',
    remediation: 'Delete the key in the dashboard under Project settings › API keys, then create a new one.',
    references: keyReferences,
    environment: ['SUPABASE_SECRET_KEY', 'SUPABASE_SERVICE_ROLE_KEY'],
    anchors: ['sb_secret_'],
    pattern: token('sb_secret_', keyBody, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SUPABASE_SECRET_KEY=${fakeKey('sb_secret_', 1)}`,
        leak`createClient(url, '${fakeKey('sb_secret_', 2)}')`,
      ],
      clean: [fakeKey('sb_publishable_', 1), `sb_secret_${fake(b62, 22)}`, `sb_secret_${fake(b62, 40)}`],
    }),
  }),
  defineRule({
    id: 'supabase-publishable-key',
    title: 'Supabase publishable key',
    severity: 'note',
    description: 'Made for browsers and apps: what it may do is what row level security leaves open.',
    remediation: 'None needed. Turn row level security on for every table.',
    references: keyReferences,
    environment: ['SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_ANON_KEY'],
    anchors: ['sb_publishable_'],
    pattern: token('sb_publishable_', keyBody, b64u),
    judge: () => isPublic('a publishable key'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY=${fakeKey('sb_publishable_', 1)}`,
        leak`createClient(url, '${fakeKey('sb_publishable_', 2)}')`,
      ],
      clean: [fakeKey('sb_secret_', 1), `sb_publishable_${fake(b62, 22)}`],
    }),
  }),
  defineRule({
    id: 'supabase-service-role-key',
    title: 'Supabase service role key',
    severity: 'critical',
    description: 'Reads and writes every row of the project past its row level security, and its files and users.',
    remediation:
      'Move to secret keys and disable the legacy keys under Project settings › API keys; or rotate the JWT secret, which ends the anon key too.',
    references: keyReferences,
    environment: ['SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_SERVICE_KEY'],
    anchors: base64Alignments('supabase'),
    pattern: alone(JWT, b64u),
    reach: { before: 700, after: 900 },
    judge: ({ secret }) => {
      const claims = decodeJwt(secret)?.claims;
      if (claims?.['iss'] === 'supabase-demo') return held('known-example', 'a key of the local development stack');
      if (claims?.['iss'] !== 'supabase') return held('bad-structure', 'not issued by Supabase');
      const role = claims['role'];
      if (role === 'anon') return isPublic('its role is anon: made for browsers');
      return role === 'service_role' ? proven('its role is service_role') : held('bad-structure', 'no role of a key');
    },
    examples: () => ({
      leaks: [
        leak`SUPABASE_SERVICE_ROLE_KEY=${fakeJwt(claims('service_role'), 1)}`,
        leak`const admin = createClient(url, '${fakeJwt({ iat: 1700000000, role: 'service_role', iss: 'supabase' }, 2)}');`,
        leak`NEXT_PUBLIC_SUPABASE_ANON_KEY=${fakeJwt(claims('anon'), 3)}`,
      ],
      clean: [
        `SUPABASE_SERVICE_ROLE_KEY=${fakeJwt(claims('service_role', 'supabase-demo'))}`,
        `TOKEN=${fakeJwt(claims('service_role', 'https://example.org/supabase'))}`,
        `SUPABASE_ANON_KEY=${fakeJwt(claims('anon'), 4)}`,
      ],
    }),
  }),
];

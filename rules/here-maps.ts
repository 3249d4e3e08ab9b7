import { b62, b64u, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const hereMaps = [
  defineNamedRule({
    id: 'here-maps-api-key',
    title: 'HERE platform API key',
    severity: 'low',
    description: 'Uses maps, routing and geocoding at the cost of the account, unless trusted domains restrict it.',
    remediation:
      'Delete the key under Access Manager › Apps at platform.here.com, and restrict the new one to your domains.',
    references: ['https://www.here.com/docs/'],
    environment: ['HERE_API_KEY'],
    words: ['hereapikey', 'here_api_key', 'heremaps', 'here_maps', 'hereapp', 'herekey', 'hereapi.com', 'here.com'],
    names: /api.?key|here.?key|token/i,
    value: whole(run(b64u, 43)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`HERE_API_KEY=${`${fake(b62, 41)}A7`}`,
        leak`https://geocode.search.hereapi.com/v1/geocode?apiKey=${`${fake(b62, 41, 2)}B4`}`,
      ],
      clean: [`HERE_API_KEY=${fake(b62, 42)}`, `apiKey=${fake(b62, 43)}`],
    }),
  }),
  defineNamedRule({
    id: 'here-maps-access-secret',
    title: 'HERE platform access key secret',
    severity: 'high',
    description: 'Signs requests for access tokens of the app, with all its rights.',
    remediation: 'Delete the access key under Access Manager › Apps at platform.here.com, then create a new one.',
    references: ['https://www.here.com/docs/'],
    environment: ['HERE_ACCESS_KEY_SECRET'],
    words: ['here.access.key', 'here_access_key', 'hereaccesskey', 'heremaps', 'here_maps'],
    names: /secret/i,
    value: whole(run(b64u, 86)),
    examples: () => ({
      leaks: [leak`here.access.key.secret = ${fake(b62, 86)}`, leak`HERE_ACCESS_KEY_SECRET=${fake(b62, 86, 2)}`],
      clean: [`HERE_ACCESS_KEY_SECRET=${fake(b62, 85)}`, `access_key_secret=${fake(b62, 86)}`],
    }),
  }),
];

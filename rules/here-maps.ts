import {
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  held,
  leak,
  plausible,
  run,
  whole,
} from '../src/rule-kit/index.ts';

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
    words: ['=here', 'hereapi', 'hereapikey', 'heremaps', 'hereappkey'],
    neighbours: false,
    names: /api.?key|here.?key|token/i,
    value: whole(run(b64u, 43)),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`HERE_API_KEY=${`${fake(b62, 41)}A7`}`, leak`hereMapsApiKey: '${`${fake(b62, 41, 2)}B4`}'`],
      clean: [`HERE_API_KEY=${fake(b62, 42)}`, `apiKey=${fake(b62, 43)}`],
    }),
  }),
  defineRule({
    id: 'here-maps-address-key',
    title: 'HERE platform API key in an address',
    severity: 'low',
    description: 'Uses maps, routing and geocoding at the cost of the account, unless trusted domains restrict it.',
    remediation:
      'Delete the key under Access Manager › Apps at platform.here.com, and restrict the new one to your domains.',
    references: ['https://www.here.com/docs/'],
    environment: ['HERE_API_KEY'],
    anchors: ['hereapi.com/'],
    pattern: new RegExp(`hereapi\\.com\\/[^\\s"'<>]{0,200}?[?&]api[kK]ey=(?<secret>${run(b64u, 43)})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`https://geocode.search.hereapi.com/v1/geocode?q=a&apiKey=${fake(b64u, 43, 3)}`,
        leak`url = "https://maps.hereapi.com/v3/base/{z}?apiKey=${fake(b64u, 43, 4)}"`,
      ],
      clean: ['https://maps.hereapi.com/v3/base?apiKey=YOUR_API_KEY', `https://example.org/?apiKey=${fake(b62, 43)}`],
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
    words: ['hereaccesskey', 'heremaps'],
    neighbours: false,
    names: /secret/i,
    value: whole(run(b64u, 86)),
    examples: () => ({
      leaks: [leak`here.access.key.secret = ${fake(b62, 86)}`, leak`HERE_ACCESS_KEY_SECRET=${fake(b62, 86, 2)}`],
      clean: [`HERE_ACCESS_KEY_SECRET=${fake(b62, 85)}`, `access_key_secret=${fake(b62, 86)}`],
    }),
  }),
];

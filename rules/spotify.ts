import { clientId, defineNamedRule, fake, hex, leak, leakBetween, run, whole } from '../src/rule-kit/index.ts';

export const spotify = [
  defineNamedRule({
    id: 'spotify-client-secret',
    title: 'Spotify client secret',
    severity: 'medium',
    confidence: 'medium',
    description: 'With the client id it obtains tokens in the name of the app.',
    remediation: 'Rotate the secret in the settings of the app on the Spotify developer dashboard.',
    partner: clientId('[0-9a-f]{32}'),
    references: ['https://developer.spotify.com/documentation/web-api'],
    environment: ['SPOTIFY_CLIENT_SECRET', 'SPOTIPY_CLIENT_SECRET'],
    words: ['spotify', 'spotipy'],
    names: /secret/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`SPOTIFY_CLIENT_SECRET=${fake(hex, 32, 1)}`,
        leakBetween('import spotipy\nclient_secret = "', fake(hex, 32, 2), '"'),
      ],
      clean: [`CLIENT_SECRET=${fake(hex, 32)}`, `SPOTIFY_CLIENT_ID=${fake(hex, 32)}`],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const zoom = [
  defineNamedRule({
    id: 'zoom-client-secret',
    title: 'Zoom client or SDK secret',
    severity: 'high',
    description: 'Gets tokens of the app, for a server-to-server app without any user, or signs meeting joins.',
    remediation: 'Regenerate the secret under App Credentials of the app at marketplace.zoom.us.',
    references: ['https://developers.zoom.us/docs/internal-apps/s2s-oauth/'],
    environment: ['ZOOM_CLIENT_SECRET', 'ZOOM_API_SECRET', 'ZOOM_SDK_SECRET'],
    words: [
      'zoomclient',
      'zoomapi',
      'zoomsdk',
      'zoommeeting',
      'zoomsecret',
      'zoomapp',
      'zoomoauth',
      'zoomwebhook',
      'zoomvideo',
    ],
    neighbours: false,
    names: /secret/i,
    value: whole(run(b62, 32, 36)),
    examples: () => ({
      leaks: [leak`ZOOM_CLIENT_SECRET=${fake(b62, 32)}`, leak`zoomSdkSecret: '${fake(b62, 36, 2)}'`],
      clean: [
        `ZOOM_CLIENT_SECRET=${fake(b62, 30)}`,
        `ZOOM_CLIENT_ID=${fake(b62, 22)}`,
        `client_secret=${fake(b62, 32)}`,
      ],
    }),
  }),
];

import {
  alone,
  b62,
  b64u,
  because,
  decodeJwt,
  defineRule,
  fake,
  fakeJwt,
  leak,
  proven,
  run,
} from '../src/rule-kit/index.ts';

const fakeToken = (seed: number): string =>
  `wrka${['us', 'eu', 'aa'][seed % 3]}-${fakeJwt({ sub: `client-${seed}`, iat: 17 }, seed)}`;

export const workato = [
  defineRule({
    id: 'workato-api-token',
    title: 'Workato developer API token',
    severity: 'high',
    description: 'Reads and changes recipes and connections of the workspace, as its client role allows.',
    remediation: 'Refresh or delete the client under Workspace admin › API clients in Workato.',
    references: ['https://docs.workato.com/workato-api.html'],
    environment: ['WORKATO_API_TOKEN'],
    supersedes: ['json-web-token'],
    anchors: ['wrka'],
    reach: { after: 2400 },
    pattern: alone(`wrka[a-z]{0,6}-eyJ${run(b64u, 10, 300)}\\.${run(b64u, 10, 1500)}\\.${run(b64u, 20, 600)}`, b64u),
    binary: true,
    judge: (match) =>
      decodeJwt(match.secret.slice(match.secret.indexOf('-') + 1))
        ? proven('holds a JWT')
        : because('holds no readable JWT', -1),
    examples: () => ({
      leaks: [leak`WORKATO_API_TOKEN=${fakeToken(1)}`, leak`Authorization: Bearer ${fakeToken(2)}`],
      clean: ['wrkaus-eyJ', `wrkaus-${fake(b62, 60)}`],
    }),
  }),
];

import { b64u, decodeJwt, defineRule, fakeJwt, held, leak, proven, run, START } from '../src/rule-kit/index.ts';

const minted = (seed: number): string =>
  fakeJwt({ scopes: ['*'], iss: 'front', sub: `cmp${seed}`, jti: `t${seed}` }, seed);

export const front = [
  defineRule({
    id: 'front-api-token',
    title: 'Front API token',
    severity: 'high',
    description:
      'Reads and writes the conversations and contacts of the Front company, within the scopes of the token.',
    remediation: 'Delete the token under Settings › Developers › API tokens of Front and create a new one.',
    references: ['https://dev.frontapp.com'],
    environment: ['FRONT_API_TOKEN'],
    supersedes: ['json-web-token'],
    anchors: ['eyJ'],
    pattern: new RegExp(
      `${START}(?<secret>eyJ${run(b64u, 10, 100)}\\.eyJ${run(b64u, 20, 600)}\\.${run(b64u, 20, 360)})(?![${b64u.inClass}])`,
    ),
    reach: { before: 128, after: 1200 },
    judge: ({ secret }) =>
      decodeJwt(secret)?.claims['iss'] === 'front'
        ? proven('issued by Front')
        : held('bad-structure', 'another issuer'),
    examples: () => ({
      leaks: [leak`FRONT_API_TOKEN=${minted(1)}`, leak`Authorization: Bearer ${minted(2)}`],
      clean: [`FRONT_API_TOKEN=${fakeJwt({ iss: 'other', sub: 'x', aud: 'https://front.example' })}`, 'eyJ.eyJ.x'],
    }),
  }),
];

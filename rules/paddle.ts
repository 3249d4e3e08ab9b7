import { b36l, b62, defineRule, fake, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://developer.paddle.com/api-reference/about/authentication'] as const;
const minted = (kind: string, seed: number): string =>
  `pdl_${kind}_apikey_${fake(b36l, 26, seed)}_${fake(b62, 22, seed + 1)}_${fake(b62, 3, seed + 2)}`;

export const paddle = [
  defineRule({
    id: 'paddle-api-key',
    title: 'Paddle API key',
    severity: 'critical',
    description: 'Acts on the Paddle account within the permissions of the key: customers, subscriptions, refunds.',
    remediation: 'Revoke the key under Developer tools › Authentication of the Paddle dashboard.',
    references,
    environment: ['PADDLE_API_KEY'],
    anchors: ['pdl_live_apikey_', 'pdl_sdbx_apikey_'],
    pattern: token(['pdl_live_apikey_', 'pdl_sdbx_apikey_'], `${run(b36l, 26)}_${run(b62, 22)}_${run(b62, 3)}`, b62),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('pdl_sdbx_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [leak`PADDLE_API_KEY=${minted('live', 1)}`, leak`new Paddle('${minted('sdbx', 4)}')`],
      clean: [
        `pdl_live_apikey_${fake(b36l, 26)}`,
        `pdl_test_apikey_${fake(b36l, 26)}_${fake(b62, 22)}_${fake(b62, 3)}`,
        `pdl_live_apikey_${fake(b36l, 26)}_${fake(b62, 22)}_${fake(b62, 5)}`,
      ],
    }),
  }),
  defineRule({
    id: 'paddle-client-token',
    title: 'Paddle client-side token',
    severity: 'note',
    description: 'Made for browsers: opens the checkout.',
    remediation: 'Nothing to revoke. Keep the API key on the server.',
    references,
    anchors: ['live_', 'test_'],
    pattern: token(['live_', 'test_'], run(b36l, 27), b62),
    near: { words: ['paddle'], bytes: 300 },
    judge: () => isPublic('a client-side token is made for client code'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_PADDLE_CLIENT_TOKEN=${`live_${fake(b36l, 27, 1)}`}`,
        leak`Paddle.Initialize({ token: '${`test_${fake(b36l, 27, 2)}`}' })`,
      ],
      clean: [`token: live_${fake(b36l, 27)}`, `PADDLE_TOKEN=live_${fake(b36l, 20)}`],
    }),
  }),
];

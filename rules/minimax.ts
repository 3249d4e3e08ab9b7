import {
  alone,
  b36u,
  b62,
  b64u,
  decodesAsJwt,
  defineNamedRule,
  defineRule,
  fake,
  fakeJwt,
  JWT,
  leak,
  mixed,
  run,
  token,
  whole,
  withDigit,
} from '../src/rule-kit/index.ts';

const references = ['https://www.minimax.io/platform'] as const;
const remediation = 'Delete the key at platform.minimax.io, then issue a new one.';
const environment = ['MINIMAX_API_KEY'];
const fakePlan = (seed: number): string => [1, 2, 3, 4].map((part) => fake(b36u, 8, seed * 10 + part)).join('-');

export const minimax = [
  defineRule({
    id: 'minimax-api-key',
    title: 'MiniMax API key',
    severity: 'high',
    description: 'Calls the MiniMax text, speech and video models at the expense of the account.',
    remediation,
    references,
    environment,
    supersedes: ['sk-api-key'],
    anchors: ['sk-api-'],
    pattern: token('sk-api-', run(b64u, 119), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`MINIMAX_API_KEY=${`sk-api-${fake(b64u, 119, 1)}`}`,
        leak`Authorization: Bearer ${`sk-api-${fake(b64u, 119, 2)}`}`,
      ],
      clean: [`sk-api-${fake(b64u, 60)}`, `sk-api-${'x'.repeat(119)}`],
    }),
  }),
  defineRule({
    id: 'minimax-plan-key',
    title: 'MiniMax token plan key',
    severity: 'high',
    description: 'Calls the MiniMax models within a token plan.',
    remediation,
    references,
    environment,
    anchors: ['MINIMAX-'],
    pattern: alone(`MINIMAX-${Array.from({ length: 4 }, () => run(b36u, 8)).join('-')}`, b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [leak`MINIMAX_API_KEY=${`MINIMAX-${fakePlan(1)}`}`, leak`{"key": "${`MINIMAX-${fakePlan(2)}`}"}`],
      clean: [`MINIMAX-${fake(b36u, 35)}`, 'MINIMAX-TEXTSPEE-MODELSET-WITHOUTA-NYNUMBER'],
    }),
  }),
  defineNamedRule({
    id: 'minimax-legacy-token',
    title: 'MiniMax API key (JWT)',
    severity: 'high',
    description: 'Calls the MiniMax models at the expense of the group it names.',
    remediation,
    references,
    environment,
    supersedes: ['json-web-token'],
    words: ['minimax'],
    value: whole(JWT),
    judge: decodesAsJwt,
    examples: () => ({
      leaks: [
        leak`MINIMAX_API_KEY=${fakeJwt({ GroupID: '17', iss: 'minimax' }, 1)}`,
        leak`# api.minimax.chat\napi_key: "${fakeJwt({ GroupID: '18', UserName: 'someone' }, 2)}"`,
      ],
      clean: [
        `SESSION_TOKEN=${fakeJwt({ sub: 'someone' })}`,
        `MINIMAX_API_KEY=eyJ${fake(b62, 40)}.eyJ${fake(b62, 40)}.${fake(b62, 43)}`,
      ],
    }),
  }),
];

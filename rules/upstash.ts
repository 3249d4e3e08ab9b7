import { b62, defineNamedRule, fake, held, isPublic, leak, plausible, whole } from '../src/rule-kit/index.ts';

export const upstash = [
  defineNamedRule({
    id: 'upstash-rest-token',
    title: 'Upstash token',
    severity: 'high',
    description: 'Reads and writes the whole database, index or queue over HTTP.',
    remediation: 'Reset the credentials of the resource at console.upstash.com.',
    references: ['https://upstash.com/docs/redis/features/restapi'],
    environment: ['UPSTASH_REDIS_REST_TOKEN', 'KV_REST_API_TOKEN', 'UPSTASH_VECTOR_REST_TOKEN', 'QSTASH_TOKEN'],
    words: ['upstash', 'kv_rest_api', 'kvrestapi', 'qstash'],
    names: /^(?!.*read.?only)(?:.*(?:upstash|kv_?rest|qstash).*(?:token|key|secret)|.*rest_?token|token)$/i,
    value: whole('[0-9A-Za-z+/_-]{36,160}={0,2}'),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [
        leak`UPSTASH_REDIS_REST_TOKEN=${`A${fake(b62, 55)}A7==`}`,
        leak`new Redis({ url: 'https://a.upstash.io', token: '${`A${fake(b62, 57, 2)}A7`}' })`,
      ],
      clean: [
        `UPSTASH_REDIS_REST_TOKEN=${fake(b62, 20)}`,
        `token: '${fake(b62, 60)}'`,
        'UPSTASH_TOKEN=your-upstash-redis-rest-token-from-the-console',
      ],
    }),
  }),
  defineNamedRule({
    id: 'upstash-read-only-token',
    title: 'Upstash read-only token',
    severity: 'note',
    description: 'Reads the database over HTTP. Made for pages, where the data may be public.',
    remediation: 'Check that all data of the database may be public; otherwise reset the credentials.',
    references: ['https://upstash.com/docs/redis/features/restapi'],
    environment: ['KV_REST_API_READ_ONLY_TOKEN'],
    words: ['upstash', 'kv_rest_api', 'kvrestapi'],
    names: /read.?only.*(?:token|key)/i,
    neighbours: false,
    value: whole('[0-9A-Za-z+/_-]{36,160}={0,2}'),
    judge: () => isPublic('a read-only token is made for pages'),
    examples: () => ({
      leaks: [
        leak`KV_REST_API_READ_ONLY_TOKEN=${`A${fake(b62, 57)}==`}`,
        leak`UPSTASH_READONLY_TOKEN: "${`A${fake(b62, 59, 2)}`}"`,
      ],
      clean: [`KV_REST_API_READ_ONLY_TOKEN=${fake(b62, 20)}`, `READ_ONLY_TOKEN=${fake(b62, 60)}`],
    }),
  }),
];

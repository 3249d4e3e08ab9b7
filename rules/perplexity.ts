import { b62, b64u, because, defineRule, fake, held, isMixed, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const perplexity = [
  defineRule({
    id: 'perplexity-api-key',
    title: 'Perplexity API key',
    severity: 'high',
    description: 'Calls the Sonar models and the search API with the credits of the account.',
    remediation: 'Delete the key at perplexity.ai under Settings › API, then issue a new one.',
    references: ['https://docs.perplexity.ai/'],
    environment: ['PERPLEXITY_API_KEY'],
    anchors: ['pplx-'],
    pattern: token('pplx-', run(b62, 40, 64), b64u),
    binary: true,
    judge: (match) =>
      match.secret.length === 53
        ? mixed(match)
        : isMixed(match.secret)
          ? because('of an unusual length', -1)
          : held('words'),
    examples: () => ({
      leaks: [
        leak`PERPLEXITY_API_KEY=${`pplx-${fake(b62, 48, 1)}`}`,
        leak`Authorization: Bearer ${`pplx-${fake(b62, 48, 2)}`}`,
        leak`key: '${`pplx-${fake(b62, 56, 3)}`}'`,
      ],
      clean: [`pplx-${fake(b62, 30)}`, `pplx-${'x'.repeat(48)}`, 'model: pplx-70b-online'],
    }),
  }),
];

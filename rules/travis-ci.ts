import { b64u, because, defineNamedRule, fake, isMixed, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const travisCi = [
  defineNamedRule({
    id: 'travis-ci-token',
    title: 'Travis CI access token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on their repositories: builds, settings, variables.',
    remediation: 'Regenerate the token in Travis CI under Settings › API authentication.',
    references: ['https://docs.travis-ci.com/user/triggering-builds/'],
    environment: ['TRAVIS_TOKEN', 'TRAVIS_API_TOKEN'],
    words: ['travis'],
    names: /token|api[-_]?key/i,
    value: whole(run(b64u, 22)),
    neighbours: false,
    judge: ({ secret }) => (isMixed(secret) ? plausible : because('no digit, or letters of one case only', -1)),
    examples: () => ({
      leaks: [leak`TRAVIS_TOKEN=${fake(b64u, 22, 1)}`, leak`travis_api_token: "${fake(b64u, 22, 2)}"`],
      clean: [`TOKEN=${fake(b64u, 22)}`, `TRAVIS_TOKEN=${fake(b64u, 21)}`, `TRAVIS_TOKEN=${fake(b64u, 23)}`],
    }),
  }),
];

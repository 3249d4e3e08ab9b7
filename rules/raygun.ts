import { b62, b64, defineNamedRule, fake, held, leak, plausible, run, whole } from '../src/rule-kit/index.ts';

export const raygun = [
  defineNamedRule({
    id: 'raygun-api-key',
    title: 'Raygun API key',
    severity: 'low',
    description:
      'Reports errors to the application; an access token reads them. Pages that report from the browser show the key.',
    remediation: 'Regenerate the key under Application settings, or delete the access token in the user settings.',
    references: ['https://raygun.com/documentation/'],
    environment: ['RAYGUN_API_KEY', 'RAYGUN_APIKEY'],
    words: ['raygun'],
    names: /raygun.*(?:token|key|secret)|^api_?key$/i,
    value: whole(`(?:${run(b62, 20, 24)}|${run(b64, 22)}==)`),
    judge: (match) =>
      /[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) && /[a-z]/.test(match.secret)
        ? plausible
        : held('words'),
    examples: () => ({
      leaks: [leak`RAYGUN_API_KEY=${`${fake(b64, 22)}==`}`, leak`raygun.init({ apiKey: '${`${fake(b62, 21, 2)}7`}' })`],
      clean: [`RAYGUN_API_KEY=${fake(b62, 12)}`, `apiKey: '${fake(b62, 22)}'`, 'RAYGUN_API_KEY=raygunApiKeyFromVault'],
    }),
  }),
];

import { b62, b64u, defineNamedRule, defineRule, fake, leak, mixed, run, token, whole } from '../src/rule-kit/index.ts';

export const netlify = [
  defineRule({
    id: 'netlify-access-token',
    title: 'Netlify access token',
    severity: 'critical',
    description: 'Acts as its user on their sites: deployments, environment variables, domains.',
    remediation: 'Delete the token under User settings › Applications › Personal access tokens.',
    references: ['https://docs.netlify.com/api/get-started/'],
    environment: ['NETLIFY_AUTH_TOKEN'],
    anchors: ['nfp_'],
    pattern: token('nfp_', run(b62, 36), b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`NETLIFY_AUTH_TOKEN=${`nfp_${fake(b62, 36, 1)}`}`,
        leak`"netlifyToken": "${`nfp_${fake(b62, 36, 2)}`}"`,
      ],
      clean: [`nfp_${fake(b62, 35)}`, `nfp_${fake(b62, 37)}`, `anfp_${fake(b62, 36, 3)}`, `nfp_${'x'.repeat(36)}`],
    }),
  }),
  defineNamedRule({
    id: 'netlify-old-access-token',
    title: 'Netlify access token (older form)',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its user on their sites: deployments, environment variables, domains.',
    remediation: 'Delete the token under User settings › Applications › Personal access tokens.',
    references: ['https://docs.netlify.com/api/get-started/'],
    environment: ['NETLIFY_AUTH_TOKEN'],
    words: ['netlify'],
    names: /token|key|auth|secret/i,
    value: whole(run(b64u, 43, 46)),
    judge: mixed,
    examples: () => ({
      leaks: [leak`NETLIFY_AUTH_TOKEN=${fake(b64u, 43, 1)}`, leak`netlify_token: "${fake(b64u, 43, 2)}"`],
      clean: [
        `TOKEN=${fake(b64u, 43)}`,
        `NETLIFY_AUTH_TOKEN=${fake(b64u, 42)}`,
        `NETLIFY_AUTH_TOKEN=${fake(b64u, 47)}`,
      ],
    }),
  }),
];

import { b62, defineRule, fake, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://posthog.com/docs/api'] as const;

export const posthog = [
  defineRule({
    id: 'posthog-personal-key',
    title: 'PostHog personal API key',
    severity: 'high',
    description: 'Acts as its owner: reads analytics data and changes the projects its scopes allow.',
    remediation: 'Delete the key under Settings › Personal API keys, then create one with fewer scopes.',
    references,
    environment: ['POSTHOG_PERSONAL_API_KEY'],
    anchors: ['phx_'],
    pattern: token('phx_', run(b62, 41, 49), b62),
    binary: true,
    examples: () => ({
      leaks: [leak`POSTHOG_PERSONAL_API_KEY=${`phx_${fake(b62, 43)}`}`, leak`Bearer ${`phx_${fake(b62, 48, 2)}`}`],
      clean: [`phx_${fake(b62, 40)}`, `alphx_${fake(b62, 43)}`, `phc_${fake(b62, 43)}`],
    }),
  }),
  defineRule({
    id: 'posthog-secret-token',
    title: 'PostHog OAuth, refresh or feature-flag secret',
    severity: 'high',
    description:
      'An OAuth access (pha) or refresh (phr) token acts as its owner; a phs key reads all flag definitions.',
    remediation: 'Revoke it under Settings of the organisation or project in PostHog, and let the app sign in again.',
    references,
    environment: ['POSTHOG_API_KEY'],
    anchors: ['pha_', 'phr_', 'phs_'],
    pattern: token(['pha_', 'phr_', 'phs_'], run(b62, 41, 49), b62),
    binary: true,
    examples: () => ({
      leaks: [leak`access_token=${`pha_${fake(b62, 43)}`}`, leak`{ "secureKey": "${`phs_${fake(b62, 47, 2)}`}" }`],
      clean: [`phs_${fake(b62, 30)}`, `alpha_${fake(b62, 43)}`],
    }),
  }),
  defineRule({
    id: 'posthog-project-key',
    title: 'PostHog project key',
    severity: 'note',
    description: 'Lets a client send events and read feature flags of its user.',
    remediation: 'Nothing has to be done: the project key is made for code that users can read.',
    references,
    environment: ['POSTHOG_API_KEY', 'POSTHOG_KEY'],
    anchors: ['phc_'],
    pattern: token('phc_', run(b62, 41, 49), b62),
    judge: () => isPublic('a project key can only send'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_POSTHOG_KEY=${`phc_${fake(b62, 43)}`}`,
        leak`posthog.init("${`phc_${fake(b62, 42, 2)}`}")`,
      ],
      clean: [`phc_${fake(b62, 20)}`, 'phc_project_key'],
    }),
  }),
];

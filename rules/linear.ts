import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://linear.app/docs/api-and-webhooks'] as const;

export const linear = [
  defineRule({
    id: 'linear-api-key',
    title: 'Linear API key',
    severity: 'high',
    description: 'Acts as its owner: reads and changes issues, projects and members of the workspace.',
    remediation: 'Revoke the key at linear.app/settings/api, then create a new one.',
    references,
    environment: ['LINEAR_API_KEY'],
    anchors: ['lin_api_'],
    pattern: token('lin_api_', run(b62, 40), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`LINEAR_API_KEY=${`lin_api_${fake(b62, 40)}`}`,
        leak`new LinearClient({ apiKey: '${`lin_api_${fake(b62, 40, 2)}`}' })`,
      ],
      clean: [`lin_api_${fake(b62, 39)}`, `berlin_api_${fake(b62, 40)}`],
    }),
  }),
  defineRule({
    id: 'linear-oauth-token',
    title: 'Linear OAuth token',
    severity: 'high',
    description: 'Acts on the workspace with the scopes its user agreed to.',
    remediation: 'Revoke the application at linear.app/settings/api, and let the user sign in again.',
    references,
    environment: ['LINEAR_ACCESS_TOKEN'],
    anchors: ['lin_oauth_'],
    pattern: token('lin_oauth_', run(b62, 40, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`LINEAR_ACCESS_TOKEN=${`lin_oauth_${fake(b62, 40)}`}`,
        leak`Authorization: Bearer ${`lin_oauth_${fake(hex, 64)}`}`,
      ],
      clean: [`lin_oauth_${fake(b62, 30)}`, 'lin_oauth_redirect'],
    }),
  }),
  defineRule({
    id: 'linear-webhook-secret',
    title: 'Linear webhook secret',
    severity: 'medium',
    description: 'Signs webhooks: whoever holds it can send events that look as if they came from Linear.',
    remediation: 'Delete the webhook at linear.app/settings/api, then create a new one.',
    references,
    environment: ['LINEAR_WEBHOOK_SECRET'],
    anchors: ['lin_wh_'],
    pattern: token('lin_wh_', run(b62, 20, 64), b62),
    examples: () => ({
      leaks: [
        leak`LINEAR_WEBHOOK_SECRET=${`lin_wh_${fake(b62, 43)}`}`,
        leak`const secret = "${`lin_wh_${fake(b62, 32, 2)}`}"`,
      ],
      clean: [`lin_wh_${fake(b62, 12)}`, 'lin_wh_signature'],
    }),
  }),
];

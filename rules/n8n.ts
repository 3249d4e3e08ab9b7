import { defineRule, fakeUuid, leak, leakBetween, UUID } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const n8n = [
  defineRule({
    id: 'n8n-webhook',
    title: 'n8n webhook',
    severity: 'low',
    description:
      'Starts a workflow with data of the holder’s choice, unless the workflow asks for more than the address.',
    remediation: 'Change the path of the webhook node, and add authentication to it.',
    references: ['https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/'],
    anchors: ['webhook/', 'webhook\\/', 'webhook-test/', 'webhook-test\\/'],
    near: { words: ['n8n'], bytes: 200 },
    // The credential is the part of the path that n8n makes; a path a person chose is no secret.
    pattern: new RegExp(`/webhook(?:-test)?${slash}(?<secret>${UUID})(?![0-9A-Za-z_-])`),
    examples: () => ({
      leaks: [
        leak`N8N_WEBHOOK_URL=https://nuts.app.n8n.cloud/webhook/${fakeUuid(1)}`,
        leakBetween('fetch("https://n8n.nuts.net/webhook-test/', fakeUuid(2), '")'),
      ],
      clean: [`https://nuts.net/webhook/${fakeUuid(3)}`, 'https://nuts.app.n8n.cloud/webhook/new-order'],
    }),
  }),
];

import { b64u, defineRule, fake, fakeUuid, hex, leak, run, UUID } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;
const minted = (seed: number, tail = ''): string =>
  `${fakeUuid(seed)}@${fakeUuid(seed + 1)}/IncomingWebhook/${fake(hex, 32, seed)}/${fakeUuid(seed + 2)}${tail}`;

export const microsoftTeams = [
  defineRule({
    id: 'microsoft-teams-webhook',
    title: 'Microsoft Teams incoming webhook',
    severity: 'medium',
    description: 'Posts cards to one channel.',
    remediation: 'Remove the connector or workflow from the channel and add a new one.',
    references: [
      'https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
    ],
    environment: ['TEAMS_WEBHOOK_URL', 'MS_TEAMS_WEBHOOK_URL'],
    anchors: ['webhook.office.com', 'outlook.office.com', 'outlook.office365.com'],
    // The credential is all of the path that Microsoft makes: group, tenant, token and owner.
    pattern: new RegExp(
      `(?:\\.webhook\\.office\\.com${slash}webhookb2|outlook\\.office(?:365)?\\.com${slash}webhook)${slash}` +
        `(?<secret>${UUID}(?:@|%40)${UUID}${slash}IncomingWebhook${slash}${run(hex, 32)}${slash}${UUID}(?:${slash}V2${run(b64u, 20, 80)})?)(?![0-9A-Za-z_-])`,
    ),
    examples: () => ({
      leaks: [
        leak`TEAMS_WEBHOOK_URL=https://nuts.webhook.office.com/webhookb2/${minted(1)}`,
        leak`"https://outlook.office.com/webhook/${minted(4)}"`,
        leak`uri: 'https://nuts.webhook.office.com/webhookb2/${minted(7, `/V2${fake(b64u, 42)}a1`)}'`,
      ],
      clean: [
        `https://nuts.webhook.office.com/webhookb2/${fakeUuid(1)}`,
        `https://outlook.office.com/webhook/${fakeUuid(1)}@${fakeUuid(2)}/IncomingWebhook/`,
        'https://nuts.webhook.office.com/webhookb2/…',
      ],
    }),
  }),
];

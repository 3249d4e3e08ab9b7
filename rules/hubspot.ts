import {
  alone,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  hex,
  leak,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const remediation = 'Rotate the token of the private app under Settings › Integrations › Private Apps in HubSpot.';

export const hubspot = [
  defineRule({
    id: 'hubspot-private-app-token',
    title: 'HubSpot private app token',
    severity: 'high',
    description: 'Reads and changes contacts, deals and more of the account, as the scopes of the app allow.',
    remediation,
    references: ['https://developers.hubspot.com/docs/guides/apps/private-apps/overview'],
    environment: ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_PRIVATE_APP_TOKEN'],
    anchors: ['pat-na', 'pat-eu', 'pat-ap'],
    pattern: alone(`pat-(?:na|eu|ap)[0-9]-${UUID}`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`HUBSPOT_ACCESS_TOKEN=${`pat-na1-${fakeUuid(1)}`}`,
        leak`new Client({ accessToken: "${`pat-eu1-${fakeUuid(2)}`}" })`,
      ],
      clean: [`pat-na1-${fakeUuid(1).slice(0, -1)}`, `spat-na1-${fakeUuid(1)}`, 'pat-eu1-token'],
    }),
  }),
  defineNamedRule({
    id: 'hubspot-api-key',
    title: 'HubSpot API key or client secret',
    severity: 'high',
    description:
      'A client secret stands in for the app; an API key (retired in 2022) read and changed the whole account.',
    remediation: 'Rotate the client secret under Auth of the app, or deactivate the key under Integrations › API key.',
    references: ['https://developers.hubspot.com/docs/guides/api/app-management/oauth-tokens'],
    environment: ['HUBSPOT_API_KEY', 'HUBSPOT_CLIENT_SECRET'],
    words: ['hubspot', 'hubapi', 'hapikey'],
    names: /hubspot.*(?:key|token|secret)|hapi.?key|^api[_-]?key$|client.?secret/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [
        leak`HUBSPOT_API_KEY=${fakeUuid(3)}`,
        leak`https://api.hubapi.com/contacts/v1/lists?hapikey=${fakeUuid(4)}`,
      ],
      clean: [`HUBSPOT_API_KEY=${fake(hex, 36)}`, `api_key=${fakeUuid(5)}`, `HUBSPOT_CLIENT_ID=${fakeUuid(6)}`],
    }),
  }),
];

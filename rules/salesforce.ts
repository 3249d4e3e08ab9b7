import { alone, b62, defineNamedRule, defineRule, dig, fake, HEX, leak, run, whole } from '../src/rule-kit/index.ts';

const text: typeof b62 = { characters: `${b62.characters}._`, inClass: '0-9A-Za-z._' };
const fakeToken = (seed: number): string => `00D${fake(b62, 12, seed)}!${fake(text, 95, seed)}a`;

export const salesforce = [
  defineRule({
    id: 'salesforce-access-token',
    title: 'Salesforce access token or session id',
    severity: 'critical',
    description: 'Acts as the user it was issued to: reads and changes the records of the organisation until it ends.',
    remediation: 'End the session under Setup › Session Management, and revoke the connected app of the user.',
    references: ['https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_access_tokens.htm'],
    environment: ['SALESFORCE_ACCESS_TOKEN', 'SF_ACCESS_TOKEN'],
    anchors: ['00D'],
    pattern: alone(`00D${run(b62, 12)}!${run(text, 90, 110)}`, text),
    binary: true,
    examples: () => ({
      leaks: [leak`SALESFORCE_ACCESS_TOKEN=${fakeToken(1)}`, leak`Authorization: Bearer ${fakeToken(2)}`],
      clean: [`00D${fake(b62, 12)}`, `00D${fake(b62, 12)}!${fake(b62, 40)}`],
    }),
  }),
  defineNamedRule({
    id: 'salesforce-client-secret',
    title: 'Salesforce consumer secret',
    severity: 'high',
    description:
      'Stands in for the connected app when it asks for tokens, for a client-credentials app without any user.',
    remediation: 'Rotate the consumer key and secret under Setup › App Manager of the connected app.',
    references: ['https://help.salesforce.com/s/articleView?id=xcloud.connected_app_rotate_consumer_details.htm'],
    environment: ['SALESFORCE_CLIENT_SECRET', 'SF_CLIENT_SECRET'],
    words: ['salesforce', 'sfdc', 'sfclientsecret', 'sf_client_secret', 'sfconsumersecret', 'sf_consumer_secret'],
    names: /(?:client|consumer).?secret/i,
    value: whole(`(?:${run(HEX, 64)}|${run(dig, 18, 19)})`),
    examples: () => ({
      leaks: [leak`SALESFORCE_CLIENT_SECRET=${fake(HEX, 64)}`, leak`{ "sfdcConsumerSecret": "${fake(dig, 19, 2)}" }`],
      clean: [
        `SALESFORCE_CLIENT_SECRET=${fake(HEX, 63)}`,
        `client_secret=${fake(HEX, 64)}`,
        `SALESFORCE_CLIENT_ID=3MVG9${fake(b62, 80)}`,
      ],
    }),
  }),
];

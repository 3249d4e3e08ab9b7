import { b36l, b64, defineNamedRule, defineRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://techdocs.akamai.com/developer/docs/edgegrid'] as const;
const facts = {
  description:
    'Together with the other parts of the same client: calls the Akamai APIs, and changes what visitors get.',
  remediation:
    'Deactivate the credential of the API client under Identity & access in Akamai Control Center, then create a new one.',
  references,
} as const;

export const akamai = [
  defineRule({
    ...facts,
    id: 'akamai-edgegrid-token',
    title: 'Akamai EdgeGrid client or access token',
    severity: 'medium',
    environment: ['AKAMAI_CLIENT_TOKEN', 'AKAMAI_ACCESS_TOKEN'],
    anchors: ['akab-'],
    pattern: new RegExp(`(?<![A-Za-z0-9_-])(?<secret>akab-${run(b36l, 16)}-${run(b36l, 16)})(?![A-Za-z0-9.-])`),
    binary: true,
    examples: () => ({
      leaks: [
        leak`client_token = ${`akab-${fake(b36l, 16)}-${fake(b36l, 16, 2)}`}`,
        leak`AKAMAI_ACCESS_TOKEN="${`akab-${fake(b36l, 16, 3)}-${fake(b36l, 16, 4)}`}"`,
      ],
      clean: [
        `host = akab-${fake(b36l, 16)}-${fake(b36l, 16)}.luna.akamaiapis.net`,
        `akab-${fake(b36l, 16)}-${fake(b36l, 15)}`,
      ],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'akamai-client-secret',
    title: 'Akamai EdgeGrid client secret',
    severity: 'high',
    environment: ['AKAMAI_CLIENT_SECRET'],
    words: ['akamai', 'edgegrid', 'edgerc', 'akab-'],
    names: /secret/i,
    value: whole(`${run(b64, 43)}=`),
    examples: () => ({
      leaks: [
        leak`AKAMAI_CLIENT_SECRET=${`${fake(b64, 43)}=`}`,
        leak`# .edgerc\nclient_secret = ${`${fake(b64, 43, 2)}=`}`,
      ],
      clean: [`AKAMAI_CLIENT_SECRET=${fake(b64, 40)}=`, `client_secret = ${fake(b64, 43)}=`],
    }),
  }),
];

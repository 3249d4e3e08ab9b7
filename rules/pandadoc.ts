import { defineNamedRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

export const pandadoc = [
  defineNamedRule({
    id: 'pandadoc-api-key',
    title: 'PandaDoc API key',
    severity: 'high',
    description: 'Reads, creates and sends documents of the workspace.',
    remediation: 'Delete the key in the API dashboard of PandaDoc, then generate a new one.',
    references: ['https://developers.pandadoc.com/reference/api-key-authentication-process'],
    environment: ['PANDADOC_API_KEY'],
    words: ['pandadoc'],
    value: whole(run(hex, 40)),
    examples: () => ({
      leaks: [leak`PANDADOC_API_KEY=${fake(hex, 40)}`, leak`{ "pandadocToken": "${fake(hex, 40, 2)}" }`],
      clean: [`PANDADOC_API_KEY=${fake(hex, 39)}`, `api_key=${fake(hex, 40)}`],
    }),
  }),
];

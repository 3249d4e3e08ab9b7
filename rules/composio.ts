import { b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const composio = [
  defineRule({
    id: 'composio-api-key',
    title: 'Composio API key',
    severity: 'high',
    description: 'Uses the connected accounts of a project’s users: mail, repositories, calendars and the rest.',
    remediation: 'Delete the key in the Composio dashboard under API Keys, then issue a new one.',
    references: ['https://docs.composio.dev/'],
    environment: ['COMPOSIO_API_KEY'],
    anchors: ['ak_', 'ck_'],
    pattern: token(['ak_', 'ck_'], run(b64u, 20), b64u),
    near: { words: ['composio'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`COMPOSIO_API_KEY=${`ak_${fake(b64u, 20, 1)}`}`,
        leak`new Composio({ apiKey: '${`ck_${fake(b64u, 20, 2)}`}' })`,
      ],
      clean: [
        `API_KEY=ak_${fake(b64u, 20)}`,
        `COMPOSIO_API_KEY=ak_${fake(b64u, 19)}`,
        `composio break_${fake(b64u, 20)}`,
      ],
    }),
  }),
];

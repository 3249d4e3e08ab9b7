import { b62, b64u, defineRule, dig, fake, leak, letters, run, token } from '../src/rule-kit/index.ts';

const references = ['https://developers.notion.com/docs/authorization'] as const;
const environment = ['NOTION_TOKEN', 'NOTION_API_KEY'];
const description = 'Reads and changes the pages and databases shared with its integration.';
const remediation = 'Refresh the secret at notion.so/my-integrations.';

export const notion = [
  defineRule({
    id: 'notion-token',
    title: 'Notion integration token',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['ntn_'],
    pattern: token('ntn_', `${run(dig, 11)}${run(b62, 35)}`, b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`NOTION_TOKEN=${`ntn_${fake(dig, 11)}${fake(b62, 35)}`}`,
        leak`new Client({ auth: '${`ntn_${fake(dig, 11, 2)}${fake(b62, 35, 2)}`}' })`,
      ],
      clean: [`ntn_${fake(letters, 46)}`, `ntn_${fake(dig, 11)}${fake(b62, 34)}`],
    }),
  }),
  defineRule({
    id: 'notion-legacy-token',
    title: 'Notion integration token (before 2024)',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['secret_'],
    pattern: token('secret_', run(b62, 43), b64u),
    near: { words: ['notion'], bytes: 300 },
    examples: () => ({
      leaks: [
        leak`NOTION_API_KEY=${`secret_${fake(b62, 43)}`}`,
        leak`fetch('https://api.notion.com/v1/users', { headers: { Authorization: 'Bearer ${`secret_${fake(b62, 43, 2)}`}' } })`,
      ],
      clean: [`KEY=secret_${fake(b62, 43)}`, `NOTION_API_KEY=secret_${fake(b62, 42)}`],
    }),
  }),
];

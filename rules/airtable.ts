import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  held,
  hex,
  leak,
  plausible,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://airtable.com/developers/web/guides/personal-access-tokens'] as const;
const environment = ['AIRTABLE_API_KEY', 'AIRTABLE_TOKEN'];
const description = 'Reads and changes the bases its owner chose, with the scopes of the token.';
const remediation = 'Delete the token at airtable.com/create/tokens, then create one with fewer scopes.';
const body = `pat${run(b62, 14)}\\.${run(hex, 64)}`;
const fakeToken = (seed: number): string => `pat${fake(b62, 14, seed)}.${fake(hex, 64, seed)}`;

export const airtable = [
  defineNamedRule({
    id: 'airtable-token',
    title: 'Airtable personal access token',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    words: ['airtable'],
    value: whole(body),
    examples: () => ({
      leaks: [leak`AIRTABLE_API_KEY=${fakeToken(1)}`, leak`new Airtable({ apiKey: "${fakeToken(2)}" })`],
      clean: [`AIRTABLE_API_KEY=pat${fake(b62, 14)}`, `AIRTABLE_API_KEY=${fakeToken(3).slice(0, -1)}`],
    }),
  }),
  // A pattern that starts at `pat` alone would look at every `path` of a program: only the header is searched for.
  defineRule({
    id: 'airtable-token-header',
    title: 'Airtable personal access token in a header',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['Bearer pat'],
    pattern: new RegExp(`Bearer (?<secret>${body})(?![0-9a-zA-Z])`),
    examples: () => ({
      leaks: [
        leak`curl -H "Authorization: Bearer ${fakeToken(4)}" https://api.airtable.com/v0/meta/whoami`,
        leak`{ Authorization: 'Bearer ${fakeToken(5)}' }`,
      ],
      clean: ['Authorization: Bearer patXXXX', `Bearer ${fakeToken(6)}0`],
    }),
  }),
  defineNamedRule({
    id: 'airtable-legacy-key',
    title: 'Airtable API key (retired kind)',
    severity: 'medium',
    description: 'Read and changed every base of its owner. Airtable took these keys out of use in 2024.',
    remediation: 'Delete the key at airtable.com/account, and use a personal access token.',
    references,
    environment,
    words: ['airtable'],
    value: whole(`key${run(b62, 14)}`),
    judge: (match) => (/[0-9A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`AIRTABLE_API_KEY=${`key${fake(b62, 13)}7`}`, leak`airtableKey: '${`key${fake(b62, 13, 2)}Z`}'`],
      clean: [`AIRTABLE_API_KEY=key${fake(b62, 13)}`, `api_key=key${fake(b62, 14)}`, 'AIRTABLE_KEY=keyofyourairtable'],
    }),
  }),
];

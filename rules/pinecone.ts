import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  leak,
  mixed,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.pinecone.io/guides/projects/manage-api-keys'] as const;
const remediation = 'Delete the key at app.pinecone.io under API keys of the project, then issue a new one.';
const environment = ['PINECONE_API_KEY'];
const description = 'Reads, changes and deletes the vectors and indexes of a project.';

export const pinecone = [
  defineRule({
    id: 'pinecone-api-key',
    title: 'Pinecone API key',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['pcsk_'],
    pattern: token('pcsk_', `${run(b62, 5, 6)}_${run(b62, 63)}`, b62),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`PINECONE_API_KEY=${`pcsk_${fake(b62, 6, 1)}_${fake(b62, 63, 1)}`}`,
        leak`new Pinecone({ apiKey: '${`pcsk_${fake(b62, 5, 2)}_${fake(b62, 63, 2)}`}' })`,
      ],
      clean: [
        `pcsk_${fake(b62, 6)}_${fake(b62, 62)}`,
        `pcsk_${fake(b62, 70)}`,
        `pcsk_${'x'.repeat(6)}_${'x'.repeat(63)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'pinecone-legacy-api-key',
    title: 'Pinecone API key (older form)',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    words: ['pinecone'],
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`PINECONE_API_KEY=${fakeUuid(1)}`, leak`pinecone.init(api_key="${fakeUuid(2)}", environment="eu")`],
      clean: [`PINECONE_INDEX=${fakeUuid(1)}`, `API_KEY=${fakeUuid(2)}`],
    }),
  }),
];

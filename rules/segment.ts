import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  isPublic,
  leak,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.segmentapis.com/'] as const;

export const segment = [
  defineRule({
    id: 'segment-api-token',
    title: 'Segment Public API token',
    severity: 'high',
    description: 'Reads and changes sources, destinations and users of the workspace.',
    remediation: 'Remove the token under Settings › Workspace settings › Access management, then create a new one.',
    references,
    environment: ['SEGMENT_API_TOKEN'],
    anchors: ['sgp_'],
    pattern: token('sgp_', run(b62, 64), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SEGMENT_API_TOKEN=${`sgp_${fake(b62, 64)}`}`,
        leak`Authorization: Bearer ${`sgp_${fake(b62, 64, 2)}`}`,
      ],
      clean: [`sgp_${fake(b62, 63)}`, `sgp_${fake(hex, 40)}`],
    }),
  }),
  defineNamedRule({
    id: 'segment-write-key',
    title: 'Segment write key',
    severity: 'note',
    description: 'Sends events to one source. It reads nothing.',
    remediation: 'Nothing has to be done for a web source; keep the key of a server source out of clients.',
    references: ['https://segment.com/docs/connections/find-writekey/'],
    environment: ['SEGMENT_WRITE_KEY'],
    words: ['segment'],
    neighbours: false,
    names: /write.?key/i,
    value: whole(run(b62, 32)),
    judge: () => isPublic('a write key can only send'),
    examples: () => ({
      leaks: [leak`SEGMENT_WRITE_KEY=${fake(b62, 32)}`, leak`segmentWriteKey: '${fake(b62, 32, 2)}'`],
      clean: [`SEGMENT_WRITE_KEY=${fake(b62, 31)}`, `writeKey: '${fake(b62, 32)}'`],
    }),
  }),
];

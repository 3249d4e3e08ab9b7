import { defineNamedRule, defineRule, fakeUuid, leak, UUID, whole } from '../src/rule-kit/index.ts';

export const splunk = [
  defineNamedRule({
    id: 'splunk-hec-token',
    title: 'Splunk HTTP Event Collector token',
    severity: 'medium',
    description: 'Writes events to the indexes of the token: logs can be flooded or falsified.',
    remediation: 'Delete the token under Settings › Data inputs › HTTP Event Collector, then add a new one.',
    references: ['https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector'],
    environment: ['SPLUNK_HEC_TOKEN', 'SPLUNK_ACCESS_TOKEN'],
    words: ['splunk'],
    names: /(?:splunk|hec).*(?:token|key|secret)|^(?:hec_?)?token$/i,
    value: whole(UUID),
    examples: () => ({
      leaks: [leak`SPLUNK_HEC_TOKEN=${fakeUuid(1)}`, leak`splunk:\n  token: "${fakeUuid(2)}"`],
      clean: [
        `SPLUNK_HEC_TOKEN=${fakeUuid(1).slice(0, -1)}`,
        `token: "${fakeUuid(1)}"`,
        `splunk_index_id=${fakeUuid(1)}`,
      ],
    }),
  }),
  defineRule({
    id: 'splunk-hec-header',
    title: 'Splunk HTTP Event Collector token in a header',
    severity: 'medium',
    description: 'Writes events to the indexes of the token: logs can be flooded or falsified.',
    remediation: 'Delete the token under Settings › Data inputs › HTTP Event Collector, then add a new one.',
    references: ['https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector'],
    environment: ['SPLUNK_HEC_TOKEN'],
    anchors: ['Splunk '],
    pattern: new RegExp(`Splunk (?<secret>${UUID})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`curl -H "Authorization: Splunk ${fakeUuid(3)}" https://logs:8088/services/collector`,
        leak`{ Authorization: 'Splunk ${fakeUuid(4)}' }`,
      ],
      clean: ['Authorization: Splunk $TOKEN', `Splunk${fakeUuid(1)}`],
    }),
  }),
];

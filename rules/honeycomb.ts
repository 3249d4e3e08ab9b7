import { b36l, b62, defineNamedRule, defineRule, fake, hex, leak, run, token, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.honeycomb.io/'] as const;
const environment = ['HONEYCOMB_API_KEY'];

export const honeycomb = [
  defineRule({
    id: 'honeycomb-ingest-key',
    title: 'Honeycomb ingest key',
    severity: 'medium',
    description: 'Sends events to one environment. It reads nothing.',
    remediation: 'Disable the key under Environment settings › API keys, then create a new one.',
    references,
    environment,
    anchors: ['hcaik_', 'hcbik_', 'hcxik_'],
    pattern: token(['hcaik_', 'hcbik_', 'hcxik_'], run(b36l, 58), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`HONEYCOMB_API_KEY=${`hcaik_${fake(b36l, 58)}`}`,
        leak`OTEL_EXPORTER_OTLP_HEADERS="x-honeycomb-team=${`hcbik_${fake(b36l, 58, 2)}`}"`,
      ],
      clean: [`hcaik_${fake(b36l, 26)}`, `hcaik_${fake(b36l, 59)}`],
    }),
  }),
  defineNamedRule({
    id: 'honeycomb-api-key',
    title: 'Honeycomb configuration or classic key',
    severity: 'high',
    description: 'Sends events and, as its permissions allow, reads data and changes boards and triggers.',
    remediation: 'Disable the key under Environment settings › API keys, then create a new one.',
    references,
    environment,
    words: ['honeycomb'],
    anchors: ['honeycomb-team', 'honeycomb_team', 'writekey'],
    names: /honeycomb.*(?:key|token|secret|team)|^(?:api|write)_?key$/i,
    value: whole(`(?:${run(hex, 32)}|${run(b62, 22)})`),
    examples: () => ({
      leaks: [leak`HONEYCOMB_API_KEY=${fake(hex, 32)}`, leak`"x-honeycomb-team": "${fake(b62, 22, 2)}"`],
      clean: [`HONEYCOMB_API_KEY=${fake(hex, 30)}`, `honeycomb_trace=${fake(hex, 32)}`, `API_KEY=${fake(hex, 32)}`],
    }),
  }),
];

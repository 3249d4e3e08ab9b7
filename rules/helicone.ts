import { alone, b36l, b64u, defineRule, fake, leak, run, withDigit } from '../src/rule-kit/index.ts';

const groups = Array.from({ length: 4 }, () => run(b36l, 7)).join('-');
const fakeGroups = (seed: number): string => [1, 2, 3, 4].map((part) => fake(b36l, 7, seed * 10 + part)).join('-');
const references = ['https://docs.helicone.ai/'] as const;
const remediation = 'Delete the key at helicone.ai under Settings › API keys, then issue a new one.';

export const helicone = [
  defineRule({
    id: 'helicone-api-key',
    title: 'Helicone API key',
    severity: 'high',
    description: 'Writes logs and calls models through the gateway; a proxy key stands in for the vendor’s own key.',
    remediation,
    references,
    environment: ['HELICONE_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-helicone-'],
    pattern: alone(`sk-helicone-(?:(?:proxy|eu|cp)-){0,2}${groups}`, b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`HELICONE_API_KEY=${`sk-helicone-${fakeGroups(1)}`}`,
        leak`"Helicone-Auth": "Bearer ${`sk-helicone-proxy-${fakeGroups(2)}`}"`,
      ],
      clean: [`sk-helicone-${fake(b36l, 31)}`, `sk-helicone-${fakeGroups(1).slice(0, -1)}`, 'sk-helicone-...'],
    }),
  }),
  defineRule({
    id: 'helicone-read-key',
    title: 'Helicone read key',
    severity: 'medium',
    description:
      'Reads the logged requests, prompts and costs of an organisation. Private, though it begins with `pk-`.',
    remediation,
    references,
    anchors: ['pk-helicone-'],
    pattern: alone(`pk-helicone-(?:(?:eu|cp)-){0,2}${groups}`, b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`HELICONE_READ_KEY=${`pk-helicone-${fakeGroups(1)}`}`,
        leak`{"helicone":"${`pk-helicone-${fakeGroups(2)}`}"}`,
      ],
      clean: [`pk-helicone-${fake(b36l, 20)}`, `apk-helicone-${fakeGroups(1)}`],
    }),
  }),
];

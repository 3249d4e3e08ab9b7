import { b36l, b64u, defineRule, fake, leak, run, token, withDigit } from '../src/rule-kit/index.ts';

const references = ['https://scrapfly.io/docs'] as const;
const remediation = 'Regenerate the key in the Scrapfly dashboard under the project’s settings.';
const environment = ['SCRAPFLY_KEY'];

export const scrapfly = [
  defineRule({
    id: 'scrapfly-live-key',
    title: 'Scrapfly API key',
    severity: 'high',
    description: 'Scrapes the web with the credits of the project.',
    remediation,
    references,
    environment,
    anchors: ['scp-live-'],
    pattern: token('scp-live-', run(b36l, 32), b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`SCRAPFLY_KEY=${`scp-live-${fake(b36l, 32, 1)}`}`,
        leak`ScrapflyClient(key="${`scp-live-${fake(b36l, 32, 2)}`}")`,
      ],
      clean: [`scp-live-${fake(b36l, 31)}`, `scp-live-${fake(b36l, 33)}`, `scp-live-${'x'.repeat(32)}`],
    }),
  }),
  defineRule({
    id: 'scrapfly-test-key',
    title: 'Scrapfly test API key',
    severity: 'medium',
    description: 'Scrapes the web within the limits of a project’s test environment.',
    remediation,
    references,
    environment,
    anchors: ['scp-test-'],
    pattern: token('scp-test-', run(b36l, 32), b64u),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [
        leak`SCRAPFLY_KEY=${`scp-test-${fake(b36l, 32, 1)}`}`,
        leak`{ "key": "${`scp-test-${fake(b36l, 32, 2)}`}" }`,
      ],
      clean: [`scp-test-${fake(b36l, 31)}`, `scp-test-${'x'.repeat(32)}`],
    }),
  }),
];

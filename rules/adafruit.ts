import { b62, b64u, defineRule, fake, held, leak, plausible, run, token } from '../src/rule-kit/index.ts';

export const adafruit = [
  defineRule({
    id: 'adafruit-io-key',
    title: 'Adafruit IO key',
    severity: 'medium',
    description: 'Reads and writes the feeds and devices of the account.',
    remediation: 'Regenerate the key under My Key at io.adafruit.com.',
    references: ['https://io.adafruit.com/api/docs/'],
    environment: ['ADAFRUIT_IO_KEY', 'ADAFRUIT_AIO_KEY'],
    anchors: ['aio_'],
    pattern: token('aio_', run(b62, 28), b64u),
    binary: true,
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`ADAFRUIT_IO_KEY=${`aio_${fake(b62, 26)}A7`}`, leak`#define IO_KEY "${`aio_${fake(b62, 26, 2)}B4`}"`],
      clean: [`aio_${fake(b62, 27)}`, 'aio_read_completion_callback_fn', `paio_${fake(b62, 28)}`],
    }),
  }),
];

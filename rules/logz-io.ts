import { b62, defineNamedRule, fake, leak, letters, run, UUID, whole } from '../src/rule-kit/index.ts';

export const logzIo = [
  defineNamedRule({
    id: 'logz-io-token',
    title: 'Logz.io shipping or API token',
    severity: 'medium',
    description: 'A shipping token writes logs, metrics or traces; an API token reads them.',
    remediation: 'Delete the token under Settings › Manage tokens in Logz.io, then create a new one.',
    references: ['https://docs.logz.io/'],
    environment: ['LOGZIO_TOKEN', 'LOGZIO_SHIPPING_TOKEN'],
    words: ['logzio', 'logz.io', 'logz_io', 'logz-io'],
    names: /logz.?io.*(?:token|key|secret)|(?:shipping|api).?token|^token$/i,
    value: whole(`(?:${run(b62, 32)}|${UUID})`),
    examples: () => ({
      leaks: [
        leak`LOGZIO_TOKEN=${fake(letters, 32)}`,
        leak`{ host: 'listener.logz.io', token: '${fake(letters, 32, 2)}' }`,
      ],
      clean: [`LOGZIO_TOKEN=${fake(letters, 30)}`, `token: '${fake(letters, 32)}'`],
    }),
  }),
];

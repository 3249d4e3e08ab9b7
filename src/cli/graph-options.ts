import type { Option } from './options.ts';

export const graphOptions = [
  {
    name: 'format',
    short: 'f',
    kind: 'text',
    value: 'FORMAT',
    choices: ['text', 'json', 'dot'],
    group: 'Options:',
    about: 'Default: text; dot draws every import on the side of browsers',
  },
] as const satisfies readonly Option[];

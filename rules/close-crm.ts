import { alone, b62, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const fakeKey = (seed: number): string => `api_${fake(b62, 22, seed)}.${fake(b62, 22, seed + 1)}`;

export const closeCrm = [
  defineRule({
    id: 'close-crm-api-key',
    title: 'Close API key',
    severity: 'high',
    description: 'Acts as its owner: reads and changes leads and contacts of the organisation.',
    remediation: 'Delete the key under Settings › Developer › API Keys in Close, then create a new one.',
    references: ['https://developer.close.com/'],
    environment: ['CLOSE_API_KEY', 'CLOSEIO_API_KEY'],
    anchors: ['api_'],
    pattern: alone(`api_${run(b62, 22)}\\.${run(b62, 22)}`, b62),
    near: {
      words: ['close'],
      bytes: 300,
    },
    examples: () => ({
      leaks: [leak`CLOSE_API_KEY=${fakeKey(1)}`, leak`curl https://api.close.com/api/v1/me/ -u "${fakeKey(3)}:"`],
      clean: [`API_KEY=${fakeKey(5)}`, `CLOSE_API_KEY=api_${fake(b62, 22)}`],
    }),
  }),
];

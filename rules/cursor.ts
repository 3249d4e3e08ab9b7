import { b62, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';

export const cursor = [
  defineRule({
    id: 'cursor-api-key',
    title: 'Cursor API key',
    severity: 'high',
    description:
      'Runs agents and uses models within the plan of its owner; an administrator’s key reads the team’s usage.',
    remediation: 'Delete the key at cursor.com/settings, then issue a new one.',
    references: ['https://docs.cursor.com/'],
    environment: ['CURSOR_API_KEY'],
    anchors: ['key_'],
    pattern: token('key_', run(hex, 64), b62),
    near: { words: ['cursor'], bytes: 200 },
    examples: () => ({
      leaks: [
        leak`CURSOR_API_KEY=${`key_${fake(hex, 64, 1)}`}`,
        leak`curl https://api.cursor.com/v0/me -u ${`key_${fake(hex, 64, 2)}`}:`,
      ],
      clean: [`API_KEY=key_${fake(hex, 64)}`, `CURSOR_API_KEY=key_${fake(hex, 63)}`, `cursor: apikey_${fake(hex, 64)}`],
    }),
  }),
];

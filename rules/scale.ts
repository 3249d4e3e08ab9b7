import { alone, b62, defineRule, fake, hex, leak, run } from '../src/rule-kit/index.ts';

const references = ['https://docs.scale.com/reference/authentication'] as const;
const remediation = 'Delete the key in the Scale dashboard under API Keys, then issue a new one.';
const words = [
  'scale.com',
  'scaleai',
  'scale_api',
  'scaleapi',
  'scale-ai',
  'scale_ai',
  'scale_live',
  'scale_test',
  'scale_key',
  'scalekey',
  'scale-key',
  'scale_token',
  'scale_secret',
  'scale_auth',
  'scale_access',
  'scale key',
  'scale api',
] as const;

export const scale = [
  defineRule({
    id: 'scale-live-key',
    title: 'Scale AI live API key',
    severity: 'high',
    description: 'Creates and reads labelling tasks with their data at the expense of the account.',
    remediation,
    references,
    environment: ['SCALE_API_KEY'],
    anchors: ['live_'],
    pattern: alone(`live_(?:auth_)?${run(hex, 32)}`, b62),
    near: { words, bytes: 200 },
    examples: () => ({
      leaks: [
        leak`SCALE_API_KEY=${`live_${fake(hex, 32, 1)}`}`,
        leak`client = scaleapi.ScaleClient("${`live_${fake(hex, 32, 2)}`}")`,
        leak`scale_ai:\n  callback_key: ${`live_auth_${fake(hex, 32, 3)}`}`,
      ],
      clean: [`transform: scale(2); key: live_${fake(hex, 32)}`, `SCALE_API_KEY=live_${fake(hex, 31)}`],
    }),
  }),
  defineRule({
    id: 'scale-test-key',
    title: 'Scale AI test API key',
    severity: 'medium',
    description: 'Creates and reads test tasks, which no one works on.',
    remediation,
    references,
    environment: ['SCALE_API_KEY'],
    anchors: ['test_'],
    pattern: alone(`test_(?:auth_)?${run(hex, 32)}`, b62),
    near: { words, bytes: 200 },
    examples: () => ({
      leaks: [
        leak`SCALE_API_KEY=${`test_${fake(hex, 32, 1)}`}`,
        leak`curl https://api.scale.com/v1/tasks -u "${`test_${fake(hex, 32, 2)}`}:"`,
      ],
      clean: [`name: test_${fake(hex, 32)}`, `SCALE_API_KEY=test_${fake(hex, 33)}`],
    }),
  }),
];

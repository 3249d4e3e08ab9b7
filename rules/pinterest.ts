import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const pinterest = [
  defineRule({
    id: 'pinterest-access-token',
    title: 'Pinterest access token',
    severity: 'high',
    description: 'Acts for the Pinterest account that authorised the app: pins, boards, ads within its scopes.',
    remediation: 'Remove the app in the security settings of the Pinterest account, or reset the app secret.',
    references: ['https://developers.pinterest.com'],
    environment: ['PINTEREST_ACCESS_TOKEN'],
    anchors: ['pina_'],
    pattern: token('pina_', run(b62, 20, 120), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`PINTEREST_ACCESS_TOKEN=${`pina_${fake(b62, 64, 1)}`}`,
        leak`Authorization: Bearer ${`pina_${fake(b62, 78, 2)}`}`,
      ],
      clean: [`pina_${fake(b62, 10)}`, `spina_${fake(b62, 64)}`, 'pina_colada_recipes_of_the_world'],
    }),
  }),
];

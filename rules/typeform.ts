import { b62, b64u, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const typeform = [
  defineRule({
    id: 'typeform-token',
    title: 'Typeform personal access token',
    severity: 'high',
    description: 'Reads forms and all their responses, and changes them, as its scopes allow.',
    remediation: 'Delete the token under Settings › Personal tokens in Typeform, then generate a new one.',
    references: ['https://www.typeform.com/developers/get-started/personal-access-token/'],
    environment: ['TYPEFORM_API_KEY', 'TYPEFORM_TOKEN'],
    anchors: ['tfp_'],
    pattern: token('tfp_', `(?:${run(b64u, 40, 59)})`, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`TYPEFORM_TOKEN=${`tfp_${fake(b62, 44)}_${fake(b62, 14)}`}`,
        leak`Authorization: Bearer ${`tfp_${fake(b62, 40, 2)}`}`,
      ],
      clean: [`tfp_${fake(b62, 20)}`, `atfp_${fake(b62, 44)}`, 'tfp_rate'],
    }),
  }),
];

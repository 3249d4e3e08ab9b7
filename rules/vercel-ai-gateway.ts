import { b62, b64u, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

export const vercelAiGateway = [
  defineRule({
    id: 'vercel-ai-gateway-key',
    title: 'Vercel AI Gateway key',
    severity: 'high',
    description: 'Calls models of every vendor at the expense of the Vercel team.',
    remediation: 'Delete the key in the team’s dashboard under AI Gateway › API keys, then issue a new one.',
    references: ['https://vercel.com/docs/ai-gateway'],
    environment: ['AI_GATEWAY_API_KEY'],
    anchors: ['vck_'],
    pattern: token('vck_', run(b64u, 56), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`AI_GATEWAY_API_KEY=${`vck_${fake(b62, 56, 1)}`}`,
        leak`createGateway({ apiKey: "${`vck_${fake(b62, 56, 2)}`}" })`,
      ],
      clean: [`vck_${fake(b62, 55)}`, `vck_${fake(b62, 57)}`, `vck_${'x'.repeat(56)}`],
    }),
  }),
];

import { b62, b64u, defineRule, fake, fakeUuid, held, leak, plausible, token } from '../src/rule-kit/index.ts';

export const persona = [
  defineRule({
    id: 'persona-api-key',
    title: 'Persona API key',
    severity: 'critical',
    description: 'Reads inquiries with identity documents, and creates and changes them.',
    remediation: 'Expire the key under API keys in the Persona dashboard, then create a new one.',
    references: ['https://docs.withpersona.com/'],
    environment: ['PERSONA_API_KEY'],
    anchors: ['persona_production_', 'persona_sandbox_'],
    pattern: token(['persona_production_', 'persona_sandbox_'], '[0-9A-Za-z-]{20,80}', b64u),
    judge: (match) => {
      if (!/[0-9]/.test(match.secret)) return held('words');
      return match.secret.startsWith('persona_sandbox') ? { kind: 'plausible', severity: 'medium' } : plausible;
    },
    examples: () => ({
      leaks: [
        leak`PERSONA_API_KEY=${`persona_production_${fakeUuid(1)}`}`,
        leak`Authorization: Bearer ${`persona_sandbox_${fakeUuid(2)}`}`,
      ],
      clean: ['persona_production_environment-template-name', `persona_production_${fake(b62, 10)}`],
    }),
  }),
];

import { alone, b62, b64u, defineRule, fake, held, leak, plausible } from '../src/rule-kit/index.ts';

export const onfido = [
  defineRule({
    id: 'onfido-api-token',
    title: 'Onfido API token',
    severity: 'critical',
    description: 'Reads identity documents and check results of applicants, and starts checks.',
    remediation: 'Delete the token under Developers › Tokens in the Onfido dashboard, then create a new one.',
    references: ['https://documentation.onfido.com/'],
    environment: ['ONFIDO_API_TOKEN'],
    anchors: ['api_live', 'api_sandbox'],
    pattern: alone(`api_(?:live|sandbox)(?:_us|_ca|_eu)?\\.[0-9A-Za-z_.-]{20,80}`, b64u),
    judge: (match) => {
      const body = match.secret.slice(match.secret.indexOf('.') + 1);
      if (!/[0-9]/.test(body) || !/[A-Z]/.test(body)) return held('words');
      return match.secret.startsWith('api_sandbox') ? { kind: 'plausible', severity: 'medium' } : plausible;
    },
    examples: () => ({
      leaks: [
        leak`ONFIDO_API_TOKEN=${`api_live.${fake(b62, 11)}.${fake(b62, 30)}A7`}`,
        leak`Authorization: Token token=${`api_sandbox_us.${fake(b62, 11, 2)}.${fake(b62, 30, 2)}B4`}`,
      ],
      clean: ['api_live.request_handler_for_users', `api_live.${fake(b62, 12)}`, `myapi_live.${fake(b62, 40)}`],
    }),
  }),
];

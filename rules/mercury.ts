import { alone, b62, b64u, defineRule, fake, held, leak, plausible, run } from '../src/rule-kit/index.ts';

const prefix = /^(?:secret-token:)?mercury_(?:production|sandbox)_/;

export const mercury = [
  defineRule({
    id: 'mercury-api-token',
    title: 'Mercury API token',
    severity: 'critical',
    description: 'Reads the bank accounts of the company at Mercury and, where it may write, sends money.',
    remediation: 'Revoke the token under Settings › API tokens of the Mercury dashboard.',
    references: ['https://docs.mercury.com'],
    environment: ['MERCURY_API_TOKEN'],
    anchors: ['mercury_production_', 'mercury_sandbox_'],
    // `secret-token:` (RFC 8959) is part of the token where it stands.
    pattern: alone(`(?:secret-token:)?mercury_(?:production|sandbox)_${run(b64u, 20, 200)}`, b64u),
    judge: ({ secret }) => {
      const body = secret.replace(prefix, '');
      if (!/\d/.test(body)) return held('words', 'no digit');
      return secret.includes('mercury_sandbox_') ? { kind: 'plausible', severity: 'medium' } : plausible;
    },
    examples: () => ({
      leaks: [
        leak`MERCURY_API_TOKEN=${`secret-token:mercury_production_wma_7${fake(b62, 43, 1)}_yrucrem`}`,
        leak`Authorization: Bearer ${`mercury_production_rma_3${fake(b62, 43, 2)}`}`,
      ],
      clean: ['mercury_production_database_connection_string', `mercury_production_${fake(b62, 8)}`],
    }),
  }),
];

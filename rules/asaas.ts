import { b62, b64, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const asaas = [
  defineRule({
    id: 'asaas-api-key',
    title: 'Asaas API key',
    severity: 'critical',
    description: 'Acts on the Asaas account: charges, transfers, refunds, customer data.',
    remediation: 'Delete the key under Integrations of the Asaas account and generate a new one.',
    references: ['https://docs.asaas.com'],
    environment: ['ASAAS_API_KEY'],
    anchors: ['$aact_prod_', '$aact_hmlg_'],
    pattern: token(['$aact_prod_', '$aact_hmlg_'], `${run(b64, 20, 400)}={0,2}`, b64),
    binary: true,
    judge: ({ secret }) =>
      secret.startsWith('$aact_hmlg_') ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`ASAAS_API_KEY='${`$aact_prod_000${fake(b62, 150, 1)}`}'`,
        leak`access_token: ${`$aact_hmlg_000${fake(b62, 150, 2)}`}`,
      ],
      clean: [`$aact_prod_${fake(b62, 8)}`, `$aact_test_${fake(b62, 60)}`],
    }),
  }),
];

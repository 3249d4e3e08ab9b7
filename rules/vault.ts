import {
  b62,
  b64,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  held,
  leak,
  plausible,
  run,
  token,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://developer.hashicorp.com/vault/docs/concepts/tokens'] as const;
const environment = ['VAULT_TOKEN'];
const description = 'Reads and changes the secrets its policies allow; a root token all of them.';
const remediation = 'Revoke it with `vault token revoke`, then rotate the secrets it could read.';
const near: { words: readonly [string, ...string[]]; bytes: number } = { words: ['vault'], bytes: 300 };

export const vault = [
  defineRule({
    id: 'vault-token',
    title: 'HashiCorp Vault token',
    severity: 'critical',
    description,
    remediation,
    references,
    environment,
    anchors: ['hvs.', 'hvb.', 'hvr.'],
    pattern: token(['hvs.', 'hvb.', 'hvr.'], run(b64u, 86, 300), b64u),
    binary: true,
    examples: () => ({
      leaks: [leak`VAULT_TOKEN=${`hvs.${fake(b64u, 92)}`}`, leak`{ "client_token": "${`hvb.${fake(b64u, 140, 2)}`}" }`],
      clean: [`hvs.${fake(b64u, 40)}`, `ahvs.${fake(b64u, 92)}`],
    }),
  }),
  defineRule({
    id: 'vault-short-token',
    title: 'HashiCorp Vault root or short token',
    severity: 'critical',
    description,
    remediation,
    references,
    environment,
    anchors: ['hvs.', 'hvb.', 'hvr.'],
    pattern: token(['hvs.', 'hvb.', 'hvr.'], run(b62, 24), b64u),
    near,
    examples: () => ({
      leaks: [leak`VAULT_TOKEN=${`hvs.${fake(b62, 24)}`}`, leak`vault login ${`hvs.${fake(b62, 24, 2)}`}`],
      clean: [`token hvs.${fake(b62, 24)}`, `VAULT_TOKEN=hvs.${fake(b62, 23)}`],
    }),
  }),
  defineNamedRule({
    id: 'vault-legacy-token',
    title: 'HashiCorp Vault token (before 1.10)',
    severity: 'critical',
    description,
    remediation,
    references,
    environment,
    words: ['vault'],
    value: whole(`[sbr]\\.${run(b62, 24)}`),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`VAULT_TOKEN=${`s.${fake(b62, 22)}A7`}`, leak`X-Vault-Token: ${`b.${fake(b62, 22, 2)}B4`}`],
      clean: [`VAULT_TOKEN=s.${fake(b62, 20)}`, `token: s.${fake(b62, 24)}`, 'VAULT_TOKEN=s.serviceTokenOfTheVaultAbc'],
    }),
  }),
  defineRule({
    id: 'vault-unseal-key',
    title: 'HashiCorp Vault unseal key',
    severity: 'critical',
    description: 'Is one share of the key that opens the whole storage of the server.',
    remediation: 'Rekey the server with `vault operator rekey`, and hand the new shares to different people.',
    references: ['https://developer.hashicorp.com/vault/docs/concepts/seal'],
    environment: ['VAULT_UNSEAL_KEY'],
    anchors: ['i:unseal'],
    pattern: new RegExp(
      String.raw`unseal[_ -]?(?:recovery[_ -]?)?keys?[_ -]?[0-9]{0,2}["'\\\]]{0,3}\s{0,4}[:=]["'\`\\\s]{0,6}(?<secret>${run(b64, 43)}=)(?!=)`,
      'i',
    ),
    examples: () => ({
      leaks: [leak`Unseal Key 1: ${`${fake(b64, 43)}=`}`, leak`VAULT_UNSEAL_KEY_2="${`${fake(b64, 43, 2)}=`}"`],
      clean: [`Unseal Key 1: ${fake(b64, 30)}=`, 'unseal_key: {{ vault_unseal_key }}', `key: ${fake(b64, 43)}=`],
    }),
  }),
];

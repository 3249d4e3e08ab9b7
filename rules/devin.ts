import { b32l, b62, b64, defineRule, fake, leak, mixed, run, token, withDigit } from '../src/rule-kit/index.ts';

const references = ['https://docs.devin.ai/api-reference/overview'] as const;
const remediation = 'Revoke the key at app.devin.ai under Settings › API keys, then issue a new one.';
const environment = ['DEVIN_API_KEY'];

export const devin = [
  defineRule({
    id: 'devin-personal-key',
    title: 'Devin personal API key',
    severity: 'high',
    description: 'Starts and reads sessions as its owner, with the repositories and secrets Devin may use.',
    remediation,
    references,
    environment,
    anchors: ['apk_user_'],
    pattern: token('apk_user_', `${run(b64, 118, 180)}={0,2}`, b64),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`DEVIN_API_KEY=${`apk_user_${fake(b64, 140, 1)}`}`,
        leak`Authorization: Bearer ${`apk_user_${fake(b64, 150, 2)}==`}`,
      ],
      clean: [`apk_user_${fake(b64, 60)}`, `apk_user_${'x'.repeat(140)}`],
    }),
  }),
  defineRule({
    id: 'devin-service-key',
    title: 'Devin service API key',
    severity: 'high',
    description: 'Starts and reads the sessions of an organisation, with the repositories and secrets Devin may use.',
    remediation,
    references,
    environment,
    anchors: ['apk_'],
    pattern: token('apk_', `(?!user_)${run(b64, 78, 100)}={0,2}`, b64),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [leak`DEVIN_API_KEY=${`apk_${fake(b64, 90, 1)}`}`, leak`{"devin": "${`apk_${fake(b64, 88, 2)}==`}"}`],
      clean: [`apk_${fake(b64, 40)}`, `apk_${'x'.repeat(90)}`, `my.apk_${fake(b62, 12)}`],
    }),
  }),
  defineRule({
    id: 'devin-user-key',
    title: 'Devin API key (`cog_`)',
    severity: 'high',
    description: 'Uses the Devin API within the roles of the user or service user it was made for.',
    remediation,
    references,
    environment,
    anchors: ['cog_'],
    pattern: token('cog_', run(b32l, 52), b62),
    binary: true,
    judge: withDigit,
    examples: () => ({
      leaks: [leak`DEVIN_API_KEY=${`cog_${fake(b32l, 52, 1)}`}`, leak`key: "${`cog_${fake(b32l, 52, 2)}`}"`],
      clean: [`cog_${fake(b32l, 51)}`, `cog_${fake(b32l, 53)}`, `cog_${'x'.repeat(52)}`],
    }),
  }),
];

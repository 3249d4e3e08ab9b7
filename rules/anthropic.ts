import type { Judgement, Match } from '../src/model/index.ts';
import {
  alone,
  b64u,
  because,
  defineRule,
  fake,
  held,
  isMixed,
  leak,
  leakIn,
  mixed,
  run,
} from '../src/rule-kit/index.ts';

const references = ['https://docs.anthropic.com/en/api/overview'] as const;
const prefixed = (kind: string, seed: number): string => `sk-ant-${kind}-${fake(b64u, 93, seed)}AA`;

/** Genuine bodies have 95 characters and end in `AA`; others are lowered, not dropped: the vendor has changed them before. */
const judgeEnd = ({ secret }: Match): Judgement => {
  const body = secret.replace(/^sk-ant-[a-z]+\d\d-/, '');
  if (!isMixed(body)) return held('words', 'no digit, or letters of one case only');
  return body.length === 95 && body.endsWith('AA')
    ? because('has the length and the end of genuine keys', 1)
    : because('has not the length and end of genuine keys', -1);
};

export const anthropic = [
  defineRule({
    id: 'anthropic-api-key',
    title: 'Anthropic API key',
    severity: 'high',
    description: 'Calls every Claude model at the expense of its workspace, and reads the files and batches it stores.',
    remediation: 'Delete the key at console.anthropic.com under API keys, then issue a new one.',
    references,
    environment: ['ANTHROPIC_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-ant-api'],
    pattern: alone(`sk-ant-api[0-9]{2}-${run(b64u, 80, 120)}`, b64u),
    binary: true,
    judge: judgeEnd,
    examples: () => ({
      leaks: [
        leak`ANTHROPIC_API_KEY=${prefixed('api03', 1)}`,
        leak`const anthropic = new Anthropic({ apiKey: "${prefixed('api03', 2)}" });`,
        leak`x-api-key: ${prefixed('api04', 3)}`,
      ],
      clean: [
        `ANTHROPIC_API_KEY=sk-ant-api03-${fake(b64u, 40)}`,
        `sk-ant-api03-${'x'.repeat(95)}`,
        'ANTHROPIC_API_KEY=sk-ant-...',
      ],
    }),
  }),
  defineRule({
    id: 'anthropic-admin-key',
    title: 'Anthropic admin key',
    severity: 'critical',
    description: 'Administers the organisation: members, workspaces, invitations and API keys.',
    remediation: 'Delete the key at console.anthropic.com under the organisation’s admin keys, and review its members.',
    references: ['https://docs.anthropic.com/en/api/administration-api'],
    environment: ['ANTHROPIC_ADMIN_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-ant-admin'],
    pattern: alone(`sk-ant-admin[0-9]{2}-${run(b64u, 80, 120)}`, b64u),
    binary: true,
    judge: judgeEnd,
    examples: () => ({
      leaks: [leak`ANTHROPIC_ADMIN_KEY="${prefixed('admin01', 1)}"`, leak`admin_key: ${prefixed('admin01', 2)}`],
      clean: [`sk-ant-admin01-${fake(b64u, 50)}`, `sk-ant-admin01-${'x'.repeat(95)}`],
    }),
  }),
  defineRule({
    id: 'anthropic-oauth-token',
    title: 'Anthropic OAuth access token (Claude Code)',
    severity: 'high',
    description: 'Uses Claude as the person who signed in to Claude Code, within that person’s plan.',
    remediation: 'Log out of Claude Code, revoke the session in the account’s settings, then sign in again.',
    references: ['https://docs.anthropic.com/en/docs/claude-code/overview'],
    environment: ['CLAUDE_CODE_OAUTH_TOKEN', 'ANTHROPIC_AUTH_TOKEN'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-ant-oat'],
    pattern: alone(`sk-ant-oat[0-9]{2}-${run(b64u, 40, 200)}`, b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`CLAUDE_CODE_OAUTH_TOKEN=${prefixed('oat01', 1)}`,
        leakIn('.credentials.json')`{"claudeAiOauth":{"accessToken":"${prefixed('oat01', 2)}"}}`,
      ],
      clean: [`sk-ant-oat01-${fake(b64u, 20)}`, `sk-ant-oat01-${'x'.repeat(95)}`],
    }),
  }),
  defineRule({
    id: 'anthropic-oauth-refresh-token',
    title: 'Anthropic OAuth refresh token (Claude Code)',
    severity: 'high',
    description:
      'Gets new access tokens for the person who signed in to Claude Code, for as long as it is not revoked.',
    remediation: 'Log out of Claude Code, revoke the session in the account’s settings, then sign in again.',
    references: ['https://docs.anthropic.com/en/docs/claude-code/overview'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-ant-ort'],
    pattern: alone(`sk-ant-ort[0-9]{2}-${run(b64u, 40, 200)}`, b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leakIn('.credentials.json')`{"claudeAiOauth":{"refreshToken":"${prefixed('ort01', 1)}"}}`,
        leak`REFRESH_TOKEN=${prefixed('ort01', 2)}`,
      ],
      clean: [`sk-ant-ort01-${fake(b64u, 20)}`, `sk-ant-ort01-${'x'.repeat(95)}`],
    }),
  }),
  defineRule({
    id: 'anthropic-session-key',
    title: 'Claude web session key',
    severity: 'high',
    description: 'Acts as the person signed in to Claude: reads conversations, projects and files.',
    remediation: 'Log out of all devices in Claude’s account settings.',
    references,
    supersedes: ['sk-api-key'],
    anchors: ['sk-ant-sid'],
    pattern: alone(`sk-ant-sid[0-9]{2}-${run(b64u, 80, 200)}`, b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`Cookie: sessionKey=${prefixed('sid01', 1)}; path=/`,
        leak`{"name":"sessionKey","value":"${prefixed('sid01', 2)}"}`,
      ],
      clean: [`sessionKey=sk-ant-sid01-${fake(b64u, 40)}`, `sk-ant-sid01-${'x'.repeat(95)}`],
    }),
  }),
];

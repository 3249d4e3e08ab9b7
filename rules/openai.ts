import type { Judgement, Match } from '../src/model/index.ts';
import {
  alone,
  b62,
  b64,
  b64u,
  base64Alignments,
  because,
  decodeJwt,
  defineRule,
  fake,
  fakeJwt,
  held,
  hex,
  isMixed,
  isPublic,
  JWT,
  leak,
  leakIn,
  mixed,
  nearestOf,
  plausible,
  proven,
  run,
  token,
} from '../src/rule-kit/index.ts';
import { isName } from './sk.ts';

const references = ['https://platform.openai.com/docs/api-reference/authentication'] as const;
const remediation =
  'Revoke the key at platform.openai.com under API keys, issue a new one, and read the usage page for the time since.';
const environment = ['OPENAI_API_KEY'];

/** Base64 of `OpenAI`, which stands in the middle of the random part. */
const marker = 'T3BlbkFJ';
const withMarker = (kind: string, half: number, seed: number): string =>
  `sk-${kind}${fake(b64u, half, seed)}${marker}${fake(b64u, half, seed + 1)}`;

/** The marker with halves of one length is the shape of genuine keys; bodies without it are older or invented. */
function judgeMarker({ secret }: Match): Judgement {
  const body = secret.replace(/^sk-(?:[A-Za-z]{2,8}-)?/, '');
  const at = body.indexOf(marker);
  if (at >= 0)
    return at * 2 + marker.length === body.length
      ? because('has the vendor’s marker in its middle', 1)
      : because('has the vendor’s marker');
  if (!isMixed(body)) return held('words', 'no digit, or letters of one case only');
  return isName(body) ? held('words', 'a name made of words') : because('lacks the vendor’s marker', -1);
}

export const openai = [
  defineRule({
    id: 'openai-api-key',
    title: 'OpenAI API key',
    severity: 'high',
    description: 'Calls every model at the expense of its owner, and reads the files and assistants of the account.',
    remediation,
    references,
    environment,
    supersedes: ['sk-api-key'],
    anchors: [marker, 'sk-None-'],
    pattern: alone(
      `sk-(?:(?!proj-|svcacct-|admin-)${run(b64u, 20, 120)}${marker}${run(b64u, 20, 120)}|None-${run(b64u, 48)})`,
      b64u,
    ),
    reach: { before: 160, after: 256 },
    binary: true,
    judge: judgeMarker,
    examples: () => ({
      leaks: [
        leak`OPENAI_API_KEY=${`sk-${fake(b62, 20, 1)}${marker}${fake(b62, 20, 2)}`}`,
        leak`const openai = new OpenAI({ apiKey: '${`sk-${fake(b62, 20, 3)}${marker}${fake(b62, 20, 4)}`}' });`,
        leak`"key": "${withMarker('None-', 74, 5)}"`,
        leak`key: ${`sk-None-${fake(b62, 48, 6)}`}`,
        leak`Authorization: Bearer ${withMarker('service-', 33, 7)}`,
      ],
      clean: [
        `OPENAI_API_KEY=sk-${fake(b62, 20, 1)}`,
        `desk-${fake(b62, 20, 1)}${marker}${fake(b62, 20, 2)}`,
        `sk-${fake(b62, 8, 1)}${marker}${fake(b62, 8, 2)}`,
        'OPENAI_API_KEY=sk-your-key-here',
      ],
    }),
  }),
  defineRule({
    id: 'openai-project-key',
    title: 'OpenAI project key',
    severity: 'high',
    description:
      'Calls the models a project may use at the expense of its organisation, and reads what the project stores.',
    remediation,
    references,
    environment,
    supersedes: ['sk-api-key', 'openai-api-key'],
    anchors: ['sk-proj-'],
    pattern: token('sk-proj-', run(b64u, 40, 200), b64u),
    binary: true,
    judge: judgeMarker,
    examples: () => ({
      leaks: [
        leak`OPENAI_API_KEY=${withMarker('proj-', 74, 1)}`,
        leak`export const key = "${withMarker('proj-', 58, 2)}";`,
        leak`openai:\n  key: ${withMarker('proj-', 20, 3)}`,
        leak`{ "apiKey": "${`sk-proj-${fake(b62, 48, 4)}`}" }`,
      ],
      clean: [
        `sk-proj-${fake(b64u, 20)}`,
        'OPENAI_API_KEY=sk-proj-put-the-key-of-your-project-in-this-place-please',
        `sk-proj-${'x'.repeat(48)}`,
        'sk-proj-***',
      ],
    }),
  }),
  defineRule({
    id: 'openai-service-account-key',
    title: 'OpenAI service account key',
    severity: 'high',
    description: 'Calls the models of a project as a machine user, which outlives the people who set it up.',
    remediation:
      'Delete the service account’s key under the project’s settings at platform.openai.com, then issue a new one.',
    references,
    environment,
    supersedes: ['sk-api-key', 'openai-api-key'],
    anchors: ['sk-svcacct-'],
    pattern: token('sk-svcacct-', run(b64u, 40, 200), b64u),
    binary: true,
    judge: judgeMarker,
    examples: () => ({
      leaks: [
        leak`OPENAI_API_KEY="${withMarker('svcacct-', 74, 1)}"`,
        leak`Authorization: Bearer ${withMarker('svcacct-', 46, 2)}`,
        leak`{"openai":{"key":"${withMarker('svcacct-', 58, 3)}"}}`,
      ],
      clean: [`sk-svcacct-${fake(b64u, 30)}`, 'sk-svcacct-the-key-of-the-service-account-goes-right-here'],
    }),
  }),
  defineRule({
    id: 'openai-admin-key',
    title: 'OpenAI admin key',
    severity: 'critical',
    description: 'Administers the organisation: members, projects, service accounts and their keys.',
    remediation: 'Revoke the key under the organisation’s admin keys at platform.openai.com, and read the audit log.',
    references: ['https://platform.openai.com/docs/api-reference/administration'],
    environment: ['OPENAI_ADMIN_KEY'],
    supersedes: ['sk-api-key', 'openai-api-key'],
    anchors: ['sk-admin-'],
    pattern: token('sk-admin-', run(b64u, 40, 200), b64u),
    binary: true,
    judge: judgeMarker,
    examples: () => ({
      leaks: [
        leak`OPENAI_ADMIN_KEY=${withMarker('admin-', 74, 1)}`,
        leak`const admin = '${withMarker('admin-', 58, 2)}'`,
      ],
      clean: [`sk-admin-${fake(b64u, 24)}`, '<aside class="sk-admin-panel-with-a-long-list-of-modifier-names-in-it">'],
    }),
  }),
  defineRule({
    id: 'openai-session-token',
    title: 'OpenAI session token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as the person signed in to the dashboard until the session ends, keys and billing included.',
    remediation: 'Sign out of all devices in the account’s security settings.',
    references,
    anchors: ['sess-'],
    pattern: token('sess-', run(b62, 40), b62),
    near: { words: ['openai'], bytes: 200 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`OPENAI_SESSION=${`sess-${fake(b62, 40, 1)}`}`,
        leak`curl https://api.openai.com/dashboard -H "Authorization: Bearer ${`sess-${fake(b62, 40, 2)}`}"`,
      ],
      clean: [`SESSION=sess-${fake(b62, 40)}`, `openai sess-${fake(b62, 39)}`],
    }),
  }),
  defineRule({
    id: 'openai-realtime-client-secret',
    title: 'OpenAI Realtime client secret',
    severity: 'note',
    description: 'Opens one realtime session within minutes of its issue; made for browsers.',
    remediation: 'Nothing to revoke: it ends by itself. Issue one for each session on the server.',
    references: ['https://platform.openai.com/docs/guides/realtime'],
    anchors: ['ek_'],
    pattern: token('ek_', run(b62, 24, 80), b62),
    near: { words: ['client_secret', 'clientsecret', 'realtime', 'ephemeral'], bytes: 200 },
    judge: () => isPublic('lives for minutes, and is made for browsers'),
    examples: () => ({
      leaks: [
        leak`{ "client_secret": { "value": "${`ek_${fake(hex, 32, 1)}`}" } }`,
        leak`const realtime = connect("${`ek_${fake(b62, 40, 2)}`}")`,
      ],
      clean: [`week_${fake(hex, 32)} realtime`, `ek_${fake(hex, 12)} realtime`],
    }),
  }),
  defineRule({
    id: 'openai-webhook-secret',
    title: 'OpenAI webhook secret',
    severity: 'medium',
    description: 'Signs webhook calls: whoever has it can forge events that the application takes for OpenAI’s.',
    remediation: 'Rotate the signing secret in the project’s webhook settings at platform.openai.com.',
    references: ['https://platform.openai.com/docs/guides/webhooks'],
    environment: ['OPENAI_WEBHOOK_SECRET'],
    supersedes: ['svix-webhook-secret', 'stripe-webhook-secret'],
    anchors: ['whsec_'],
    pattern: alone(`whsec_${run(b64, 24, 88)}={0,2}`, b64),
    near: { words: ['openai'], bytes: 100 },
    judge: (match) =>
      nearestOf(match, { openai: ['openai'], other: ['stripe', 'svix', 'clerk', 'resend'] }, 100) === 'openai'
        ? plausible
        : held('superseded', 'the name of another vendor stands nearer'),
    examples: () => ({
      leaks: [
        leak`OPENAI_WEBHOOK_SECRET=${`whsec_${fake(b64, 43, 1)}=`}`,
        leak`new OpenAI({ webhookSecret: "${`whsec_${fake(b64, 44, 2)}`}" })`,
      ],
      clean: [`STRIPE_WEBHOOK_SECRET=whsec_${fake(b62, 32)}`, `OPENAI_WEBHOOK_SECRET=whsec_${fake(b62, 8)}`],
    }),
  }),
  defineRule({
    id: 'openai-login-token',
    title: 'ChatGPT or Codex login token',
    severity: 'high',
    description: 'Acts as the person who signed in to ChatGPT or Codex until it expires.',
    remediation: 'Sign out of Codex and of all devices in ChatGPT’s security settings, then sign in again.',
    references: ['https://developers.openai.com/codex/'],
    supersedes: ['json-web-token'],
    anchors: base64Alignments('auth.openai.com'),
    pattern: alone(JWT, b64u),
    reach: { before: 4000, after: 5000 },
    judge: ({ secret }) =>
      String(decodeJwt(secret)?.claims['iss'] ?? '').includes('auth.openai.com')
        ? proven('issued by auth.openai.com')
        : held('bad-structure', 'not issued by auth.openai.com'),
    examples: () => ({
      leaks: [
        leakIn(
          '.codex/auth.json',
        )`{"tokens":{"access_token":"${fakeJwt({ iss: 'https://auth.openai.com', exp: 1999999999 }, 1)}"}}`,
        leak`CODEX_TOKEN=${fakeJwt({ aud: 'app', iss: 'https://auth.openai.com/', sub: 'someone' }, 2)}`,
      ],
      clean: [
        `token=${fakeJwt({ iss: 'https://auth.example.org', note: 'auth.openai.com' })}`,
        `{"access_token":"${fakeJwt({ iss: 'https://accounts.example.org' })}"}`,
      ],
    }),
  }),
];

import type { Judgement, Match } from '../src/model/index.ts';
import {
  b64,
  b64u,
  because,
  defineRule,
  fake,
  held,
  isMixed,
  isPublic,
  leak,
  leakBetween,
  leakIn,
  mixed,
  plausible,
  run,
  token,
} from '../src/rule-kit/index.ts';

const references = ['https://cloud.google.com/docs/authentication'] as const;
const generative = [
  'gemini',
  'generativelanguage',
  'generative_ai',
  'generativeai',
  'genai',
  'google_api_key',
  'googlegenerativeai',
  'vertex',
] as const;
const webConfig = ['authdomain', '.firebaseapp.com', 'messagingsenderid', 'mobilesdk_app_id', 'project_info'] as const;
const maps = ['maps.google', 'maps.gstatic', 'googlemaps', 'google_maps', 'maps_api', 'maps/api'] as const;

/** One shape for many uses: what stands beside the key says what it opens. */
function judgeApiKey(match: Match): Judgement {
  if (!isMixed(match.secret)) return held('low-variety', 'no digit, or letters of one case only');
  if (match.near(generative, 160))
    return {
      kind: 'plausible',
      severity: 'high',
      title: 'Google API key for Gemini',
      evidence: [{ text: 'used with the Gemini API', weight: 1 }],
    };
  if (match.near(webConfig, 400))
    return isPublic('part of a Firebase web configuration, where it only names the project');
  if (match.near(maps, 160))
    return {
      kind: 'plausible',
      severity: 'low',
      title: 'Google Maps API key',
      evidence: [
        {
          text: 'used with Google Maps, whose keys ship to browsers: restrict it to the addresses of the pages and to the Maps APIs',
          weight: 0,
        },
      ],
    };
  return { kind: 'plausible', evidence: [{ text: 'worth what the APIs enabled for it are', weight: 0 }] };
}

/** A key file of a service account, as the console hands it out. */
const keyFile = (pem: string): [before: string, secret: string, after: string] => [
  '{\n  "type": "service_account",\n  "project_id": "demo",\n  "private_key": "',
  pem,
  '",\n  "client_email": "robot@demo.iam.gserviceaccount.com"\n}\n',
];
const fakePem = (seed: number): string => {
  const lines = Array.from({ length: 24 }, (_, line) => fake(b64, 64, seed * 100 + line));
  return `-----BEGIN ${'PRIVATE'} KEY-----\\n${lines.join('\\n')}\\n${fake(b64, 30, seed)}==\\n-----END ${'PRIVATE'} KEY-----\\n`;
};

export const google = [
  defineRule({
    id: 'google-api-key',
    title: 'Google API key',
    severity: 'medium',
    description:
      'Calls the Google APIs enabled for it at the expense of its project. With the Gemini API enabled it is a secret; in a Firebase web configuration it only names the project.',
    remediation:
      'Delete or regenerate the key at console.cloud.google.com/apis/credentials, and restrict the new one by API and by referrer or address. A key of Google Maps that pages load may stay once it is restricted to their addresses and to the Maps APIs.',
    references: ['https://cloud.google.com/docs/authentication/api-keys'],
    environment: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GOOGLE_VERTEX_API_KEY'],
    anchors: ['AIza'],
    pattern: token('AIza', run(b64u, 35), b64u),
    reach: { before: 512, after: 640 },
    binary: true,
    judge: judgeApiKey,
    examples: () => ({
      leaks: [
        leak`GEMINI_API_KEY=${`AIzaSy${fake(b64u, 33, 1)}`}`,
        leak`fetch("https://generativelanguage.googleapis.com/v1/models?key=${`AIzaSy${fake(b64u, 33, 2)}`}")`,
        leak`<script src="https://maps.googleapis.com/maps/api/js?key=${`AIzaSy${fake(b64u, 33, 3)}`}"></script>`,
        leak`youtube:\n  key: ${`AIzaSy${fake(b64u, 33, 4)}`}`,
        leak`{ apiKey: "${`AIzaSy${fake(b64u, 33, 5)}`}", authDomain: "demo.firebaseapp.com" }`,
      ],
      clean: [
        `AIzaSy${fake(b64u, 32)}`,
        `AIzaSy${fake(b64u, 34)}`,
        `GEMINI_API_KEY=AIza${'x'.repeat(35)}`,
        `firebase.initializeApp({ apiKey: 'AIzaSy${fake(b64u, 33)}', authDomain: 'demo.firebaseapp.com' })`,
      ],
    }),
  }),
  defineRule({
    id: 'google-authorization-key',
    title: 'Google authorization key (AI Studio)',
    severity: 'high',
    description: 'Calls the Gemini API as the service account it is bound to, at the expense of its project.',
    remediation: 'Delete the key at aistudio.google.com under API keys, then issue a new one.',
    references: ['https://ai.google.dev/gemini-api/docs/api-key'],
    environment: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    anchors: ['AQ.Ab8'],
    pattern: token('AQ.Ab8', run(b64u, 47), b64u),
    binary: true,
    judge: ({ secret }) =>
      isMixed(secret.slice('AQ.Ab8'.length)) ? plausible : held('low-variety', 'no digit, or letters of one case only'),
    examples: () => ({
      leaks: [
        leak`GEMINI_API_KEY=${`AQ.Ab8RN6${fake(b64u, 44, 1)}`}`,
        leak`new GoogleGenAI({ apiKey: '${`AQ.Ab8RN6${fake(b64u, 44, 2)}`}' })`,
      ],
      clean: [`AQ.Ab8RN6${fake(b64u, 43)}`, `AQ.Ab8RN6${fake(b64u, 45)}`, `AQ.Ab8${'x'.repeat(47)}`],
    }),
  }),
  defineRule({
    id: 'google-service-account-key',
    title: 'Google Cloud service account key',
    severity: 'critical',
    description: 'Acts as the service account, with every role it holds in Google Cloud, Vertex AI and Firebase.',
    remediation:
      'Delete the key id at console.cloud.google.com under IAM › Service accounts › Keys, and prefer workload identity to a new key.',
    references: ['https://cloud.google.com/iam/docs/keys-create-delete'],
    environment: ['GOOGLE_APPLICATION_CREDENTIALS', 'GOOGLE_PRIVATE_KEY', 'GOOGLE_CLIENT_EMAIL'],
    supersedes: ['private-key'],
    anchors: ['BEGIN PRIVATE KEY-----'],
    pattern:
      /(?<secret>-----BEGIN PRIVATE KEY-----(?:\\n|\\\\n|\r?\n)(?:[A-Za-z0-9+/=]{1,80}(?:\\n|\\\\n|\r?\n)[ \t]{0,16}){8,80}-----END PRIVATE KEY-----(?:\\n)?)/,
    reach: { before: 3000, after: 8000 },
    near: {
      words: ['gserviceaccount.com', 'service_account', 'google_private_key', 'firebase_private_key'],
      bytes: 3000,
    },
    examples: () => ({
      leaks: [
        leakBetween(...keyFile(fakePem(1)), 'service-account.json'),
        leak`GOOGLE_CLIENT_EMAIL=robot@demo.iam.gserviceaccount.com\nGOOGLE_PRIVATE_KEY="${fakePem(2)}"`,
      ],
      clean: [
        keyFile('-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n').join(''),
        `TLS_KEY="${fakePem(3)}"`,
        keyFile(fakePem(4).replaceAll('PRIVATE', 'PUBLIC')).join(''),
      ],
    }),
  }),
  defineRule({
    id: 'google-oauth-access-token',
    title: 'Google OAuth access token',
    severity: 'medium',
    description: 'Acts as a person or service account on the Google APIs it was granted for, for about an hour.',
    remediation: 'Revoke the grant at myaccount.google.com/connections, or wait for the token to end.',
    references,
    anchors: ['ya29.'],
    pattern: token('ya29.', run(b64u, 30, 2000), b64u),
    reach: { before: 64, after: 2100 },
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`Authorization: Bearer ${`ya29.${fake(b64u, 160, 1)}`}`,
        leak`{"access_token":"${`ya29.a0${fake(b64u, 200, 2)}`}"}`,
      ],
      clean: [`ya29.${fake(b64u, 12)}`, `ya29.${'x'.repeat(80)}`, `malaya29.${fake(b64u, 60)}`],
    }),
  }),
  defineRule({
    id: 'google-oauth-refresh-token',
    title: 'Google OAuth refresh token',
    severity: 'high',
    description:
      'With its client gets new access tokens for a person’s Google account, or for Google Cloud where it comes from application default credentials.',
    remediation:
      'Revoke the grant at myaccount.google.com/connections (for `gcloud`: `gcloud auth application-default revoke`).',
    references: ['https://developers.google.com/identity/protocols/oauth2'],
    anchors: ['1//0'],
    pattern: token('1//0', run(b64u, 60, 200), b64u),
    reach: { before: 512, after: 768 },
    judge: (match) =>
      match.near(['authorized_user', 'refresh', '.apps.googleusercontent.com', 'ya29.'], 400)
        ? because('stands with the other parts of a Google login', 1)
        : mixed(match),
    examples: () => ({
      leaks: [
        leakIn(
          'application_default_credentials.json',
        )`{"type": "authorized_user", "client_id": "7-x.apps.googleusercontent.com", "refresh_token": "${`1//0${fake(b64u, 97, 1)}`}"}`,
        leak`GMAIL_REFRESH_TOKEN=${`1//0${fake(b64u, 90, 2)}`}`,
      ],
      clean: [`refresh_token=1//0${fake(b64u, 20)}`, `https://cdn.example.org/v1//0${fake(b64u, 80)}`],
    }),
  }),
  defineRule({
    id: 'google-oauth-client-secret',
    title: 'Google OAuth client secret',
    severity: 'high',
    description: 'Lets the holder pose as the application towards Google and redeem its authorization codes.',
    remediation:
      'Add a new secret to the client at console.cloud.google.com/apis/credentials, then disable and delete this one.',
    references: ['https://developers.google.com/identity/protocols/oauth2'],
    partner: {
      what: 'the client id',
      pattern: /(?<![0-9A-Za-z-])(?<id>\d{6,24}-[0-9a-z]{20,40}\.apps\.googleusercontent\.com)/,
    },
    environment: ['GOOGLE_CLIENT_SECRET'],
    anchors: ['GOCSPX-'],
    pattern: token('GOCSPX-', run(b64u, 28), b64u),
    reach: { before: 768, after: 768 },
    binary: true,
    judge: (match) =>
      match.near(['"installed"'], 600)
        ? {
            kind: 'plausible',
            severity: 'low',
            evidence: [{ text: 'belongs to an installed application, which ships it by design', weight: 0 }],
          }
        : mixed(match),
    examples: () => ({
      leaks: [
        leak`GOOGLE_CLIENT_SECRET=${`GOCSPX-${fake(b64u, 28, 1)}`}`,
        leak`{"web":{"client_secret":"${`GOCSPX-${fake(b64u, 28, 2)}`}"}}`,
        leak`{"installed":{"client_secret":"${`GOCSPX-${fake(b64u, 28, 3)}`}"}}`,
      ],
      clean: [`GOCSPX-${fake(b64u, 27)}`, `GOCSPX-${fake(b64u, 29)}`, `GOCSPX-${'x'.repeat(28)}`],
    }),
  }),
];

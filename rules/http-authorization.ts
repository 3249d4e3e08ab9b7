import type { Judgement } from '../src/model/index.ts';
import {
  b62,
  b64u,
  defineRule,
  fake,
  held,
  hex,
  isPlaceholderWord,
  leak,
  looksOf,
  placeholderWord,
  plausible,
  refused,
  wordShare,
} from '../src/rule-kit/index.ts';

const references = ['https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2'] as const;
const remediation =
  'Change the credential where it is used, then put the header together at run time from the environment or a secret manager.';

/** User and password that a basic header carries, or why it is none. */
function judgeBasic(encoded: string): Judgement {
  const bytes = Buffer.from(encoded, 'base64');
  const decoded = bytes.toString('utf8');
  if (bytes.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) return held('bad-structure');
  const colon = decoded.indexOf(':');
  if (colon < 0 || !/^[\x20-\x7e]+$/.test(decoded)) return held('bad-structure', 'it holds no user and password');
  const [user, password] = [decoded.slice(0, colon), decoded.slice(colon + 1)];
  const key = password === '' ? user : password;
  if (
    key.length < 4 ||
    isPlaceholderWord(key) ||
    (key === user && password !== '') ||
    /^(?:open ?sesame|aladdin)/i.test(key)
  )
    return held('placeholder');
  const word = placeholderWord(key);
  if (word !== undefined && wordShare(key) >= 0.3) return held('placeholder');
  if (/^(?:(?:my|your|pass|passwd|pwd|word|secret|key|token|test|user|foo|bar|admin|client)[-_]?\d{0,4})+$/i.test(key))
    return held('placeholder');
  return {
    kind: 'plausible',
    evidence: [
      {
        text: 'decodes to a user and a password',
        weight: wordShare(key) > 0.6 && !(/\d/.test(key) && key.length >= 8) ? -1 : 0,
      },
    ],
  };
}

export const httpAuthorization = [
  defineRule({
    id: 'http-basic-credentials',
    title: 'User and password of HTTP basic authentication',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in as the user it encodes: base 64 is no encryption.',
    remediation,
    references,
    broad: true,
    anchors: ['i:basic '],
    pattern: /\b[Bb](?:asic|ASIC) (?<secret>[0-9A-Za-z+/]{8,400}={0,2})(?![0-9A-Za-z+/=])/,
    reach: { before: 4, after: 480 },
    random: false,
    judge: ({ secret }) => judgeBasic(secret),
    examples: () => ({
      leaks: [
        leak`Authorization: Basic ${Buffer.from(`deploy:${fake(b62, 20, 1)}`).toString('base64')}`,
        leak`headers: { 'Authorization': 'Basic ${Buffer.from(`svc:${fake(b62, 16, 2)}`).toString('base64')}' }`,
      ],
      clean: [
        `Authorization: Basic ${Buffer.from('user:password').toString('base64')}`,
        'Basic authentication is supported',
        'basic understanding of',
      ],
    }),
  }),
  defineRule({
    id: 'http-bearer-token',
    title: 'Bearer token in an HTTP header',
    severity: 'high',
    confidence: 'medium',
    description: 'Whoever sends it is taken for its owner.',
    remediation,
    references,
    broad: true,
    anchors: ['i:bearer '],
    pattern: /\b[Bb](?:earer|EARER) (?<secret>[0-9A-Za-z_-][0-9A-Za-z_.~+/-]{19,600}={0,2})(?![0-9A-Za-z_=-])/,
    reach: { before: 4, after: 700 },
    judge: ({ secret }) => {
      const looks = looksOf(secret);
      if ('reason' in looks) return refused(looks);
      return looks.strength === 'random' ? plausible : held('words');
    },
    examples: () => ({
      leaks: [
        leak`Authorization: Bearer ${fake(b62, 40, 3)}`,
        leak`curl -H "Authorization: Bearer ${fake(b64u, 43, 4)}" https://api.acme.io`,
      ],
      clean: [
        'Authorization: Bearer YOUR_ACCESS_TOKEN_GOES_HERE',
        'Bearer authentication-scheme-of-the-server',
        `Bearer ${'$'}{token}`,
      ],
    }),
  }),
  defineRule({
    id: 'http-token-header',
    title: 'Token in an HTTP authorization header',
    severity: 'high',
    confidence: 'medium',
    description: 'Whoever sends it is taken for its owner.',
    remediation,
    references,
    broad: true,
    anchors: ['i:authorization'],
    pattern:
      /authorization\\?["']?\]?\s{0,4}(?:[:=,]|=>)\s{0,4}(?:[bfru]{0,2}\\?["'])?(?:token|key|apikey|api-key|access-token|private-token|sso-key|genie ?key|snipcart|shippotoken|splunk|apitoken)[ =](?:token=)?\\?["']?(?<secret>[0-9A-Za-z_][0-9A-Za-z_.~+/-]{15,300}={0,2})(?![0-9A-Za-z_=-])/i,
    reach: { before: 8, after: 380 },
    judge: ({ secret }) => {
      const looks = looksOf(secret);
      if ('reason' in looks) return refused(looks);
      return looks.strength === 'random' ? plausible : held('words');
    },
    examples: () => ({
      leaks: [
        leak`headers = {'Authorization': 'Token ${fake(hex, 40, 5)}'}`,
        leak`curl -H "Authorization: Token token=${fake(b62, 24, 6)}" https://api.acme.io`,
      ],
      clean: [
        "headers = {'Authorization': 'Token ' + token}",
        'Authorization: Token YOUR_TOKEN_GOES_HERE_PLEASE',
        'Authorization: token authentication-scheme-of-the-server',
      ],
      notIn: ['values'],
    }),
  }),
];

import type { Judgement, LiteralSite } from '../src/model/index.ts';
import {
  b62,
  because,
  defineSyntaxRule,
  fake,
  fakePassword,
  hasQuotedKey,
  hasQuotedPieces,
  leakBetween,
  looksOf,
  mostForGuess,
} from '../src/rule-kit/index.ts';

const scheme = /^(?<name>bearer|basic|token|apikey|key|digest) +/i;
/** User and password in one literal, on their way to the encoding that basic authentication has. */
const encodesLogin =
  /(?:btoa|Buffer\.from)\(\s{0,3}['"`][^'"`\s:]{1,60}:(?:[^'"`\s]{5,80}['"`]|['"`]\s{0,3}\+\s{0,3}['"`]|\$\{)/;
/** A scheme with something behind it, a header of a key that is given a name, or a parameter of an address. */
const putTogether =
  /(?:Bearer|Basic) ?['"`$]|(?:key|token)=\$\{\s{0,3}[A-Za-z_$]|(?:key|token)['"]\]?\s{0,3}[:=,]\s{0,3}(?:[A-Za-z_$]|['"`][\w-]{3,19}['"`]\s{0,3}\+)/i;

/** The part of a header's value that is secret. */
function credentialIn(text: string): string {
  const { name = '' } = scheme.exec(text)?.groups ?? {};
  const rest = text.replace(scheme, '');
  if (name.toLowerCase() !== 'basic') return rest;
  const decoded = Buffer.from(rest, 'base64').toString();
  return decoded.slice(decoded.indexOf(':') + 1);
}

/** Headers by which credentials are sent; others say who asks, and for what. */
const carriesCredential = /auth|key|token|secret|pass|cookie|credential|session|signature/i;

/** The value of a header that a program puts together: what stands there as it is, rules on bytes find. */
function judge(site: LiteralSite): Judgement | undefined {
  const { text, name, built, holes } = site;
  if (built.kind === 'literal' || holes || site.role !== 'header') return undefined;
  if (name !== undefined && !carriesCredential.test(name)) return undefined;
  const looks = looksOf(credentialIn(text));
  if ('reason' in looks || looks.strength === 'word') return undefined;
  if (looks.strength === 'mixed' && !looks.chosen && !/^basic /i.test(text)) return undefined;
  return because('it is sent as a header of a request');
}

const path = 'src/request.ts';

export const requestHeader = [
  defineSyntaxRule({
    id: 'request-header-secret',
    title: 'Credential put into a header of a request',
    severity: 'high',
    confidence: 'medium',
    description: 'Whoever sends it is taken for its owner by the service that is asked.',
    remediation:
      'Change the credential where it is used, then put the header together at run time from the environment or a secret manager.',
    references: ['https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2'],
    supersedes: [
      'generic-secret',
      'generic-password',
      'http-bearer-token',
      'http-basic-credentials',
      'disguised-secret',
    ],
    anchors: [
      ...(["Bearer '", 'Bearer "', 'Bearer `', 'Bearer $', "Basic '", 'Basic "', 'Basic `', 'Basic ${'] as const),
      ...(['key=${', 'token=${'] as const),
      ...(["i:api-key'", 'i:api-key"', "i:x-apikey'", 'i:x-apikey"', "i:-token'", 'i:-token"'] as const),
    ],
    paths: /(?<!\.d)\.(?!json)\w+$/,
    reach: { before: 600, after: 400 },
    mayMatch: (text) => {
      if (encodesLogin.test(text)) return true;
      if (!putTogether.test(text) || text.length > mostForGuess) return false;
      // What is put in may stand anywhere in the file.
      return hasQuotedKey(text) || hasQuotedPieces(text) ? true : undefined;
    },
    literal: judge,
    examples: () => ({
      leaks: [
        leakBetween('fetch(url, { headers: { Authorization: ', `'Bearer ' + '${fake(b62, 36, 1)}'`, ' } });\n', path),
        leakBetween(
          'fetch(url, { headers: { authorization: ',
          `'Basic ' + btoa('deploy:${fakePassword(2, 14)}')`,
          ' } });\n',
          path,
        ),
      ],
      clean: [
        { text: `const id = '${fake(b62, 36, 5)}';\nfetch(url, { headers: { 'x-api-key': given } });`, path },
        {
          text: `const id = '${fake(b62, 36, 3)}';\nfetch(url, { headers: { Authorization: 'Bearer ' + token } });`,
          path,
        },
        { text: "fetch(url, { headers: { Authorization: 'Bearer ' + 'your-token' } });", path },
        {
          text: `const id = '${fake(b62, 36, 6)}';\nfetch(url, { headers: { 'user-agent': id, 'x-api-key': given } });`,
          path,
        },
        { text: "fetch(url, { headers: { Authorization: 'Basic ' + btoa('user:password') } });", path },
      ],
    }),
  }),
];

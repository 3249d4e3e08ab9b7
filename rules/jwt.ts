import type { Evidence, Judgement } from '../src/model/index.ts';
import {
  b62,
  b64u,
  decodeJwt,
  defineRule,
  fake,
  fakeJwt,
  held,
  jsonPart,
  leak,
  run,
  START,
} from '../src/rule-kit/index.ts';

/** Claims of the sample that jwt.io and countless tutorials show. */
const isSample = (claims: Readonly<Record<string, unknown>>): boolean =>
  claims['sub'] === '1234567890' || claims['name'] === 'John Doe' || claims['iss'] === 'supabase-demo';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length < 100 ? value : undefined;

/** What the claims say of a token, without any of its values that could be personal. */
function judge(token: string): Judgement {
  const decoded = decodeJwt(token);
  if (!decoded) return held('bad-structure', 'its parts hold no JSON');
  const { header, claims } = decoded;
  if (isSample(claims)) return held('known-example');
  if (Object.keys(claims).length === 0) return held('placeholder', 'it claims nothing');
  const evidence: Evidence[] = [{ text: 'header and claims decode', weight: 0 }];
  const issuer = text(claims['iss']);
  if (issuer !== undefined && /^[\w.:/-]+$/.test(issuer)) evidence.push({ text: `issued by ${issuer}`, weight: 0 });
  if (header['alg'] === 'none') evidence.push({ text: 'it is not signed', weight: -1 });
  const expires = claims['exp'];
  if (typeof expires !== 'number') {
    evidence.push({ text: 'it never expires', weight: 0 });
    return { kind: 'plausible', evidence };
  }
  // The date of the scan must not change a report: a life of a day or less is what makes a token harmless soon.
  const issued = claims['iat'] ?? claims['nbf'];
  const brief = typeof issued === 'number' && expires - issued <= 86_400;
  evidence.push({ text: `it expires on ${dateOf(expires)}`, weight: 0 });
  return brief ? { kind: 'plausible', evidence, severity: 'low' } : { kind: 'plausible', evidence };
}

const mostSeconds = 8.64e12;
const dateOf = (seconds: number): string =>
  Math.abs(seconds) > mostSeconds ? 'no day of any calendar' : new Date(seconds * 1000).toISOString().slice(0, 10);

export const jwt = [
  defineRule({
    id: 'json-web-token',
    title: 'JSON Web Token',
    severity: 'medium',
    confidence: 'medium',
    description: 'Whoever holds it is taken for whom it names, until it expires or its signing key is changed.',
    remediation:
      'End the session or change the signing key, then keep tokens out of the source: obtain them when they are needed.',
    references: ['https://www.rfc-editor.org/rfc/rfc7519'],
    broad: true,
    anchors: ['eyJ'],
    pattern: new RegExp(
      `${START}(?<secret>eyJ${run(b64u, 10, 2000)}\\.eyJ${run(b64u, 10, 6000)}\\.${run(b64u, 0, 1400)})(?![\\w.-])`,
    ),
    reach: { after: 9_500 },
    random: false,
    judge: ({ secret }) => judge(secret),
    examples: () => ({
      leaks: [
        leak`TOKEN=${fakeJwt({ sub: fake(b62, 12, 1), iss: 'https://id.acme.test', exp: 1999999999 }, 1)}`,
        leak`Authorization: Bearer ${fakeJwt({ uid: 42, scope: 'admin' }, 2)}`,
      ],
      clean: [
        fakeJwt({ sub: '1234567890', name: 'John Doe', iat: 1516239022 }, 3),
        `eyJ${fake(b62, 30, 4)}.eyJ${fake(b62, 30, 5)}.${fake(b62, 40, 6)}`,
        `${jsonPart({ typ: 'JWT' })}.${jsonPart({ a: 1 })}.x`,
      ],
    }),
  }),
];

import { b64u, defineRule, fake, isPublic, leak, leakBetween, run, token } from '../src/rule-kit/index.ts';

const references = ['https://developer.squareup.com/docs'] as const;
const replace = 'Replace it under Credentials or OAuth of the application in the Square developer console.';

export const square = [
  defineRule({
    id: 'square-access-token',
    title: 'Square access token',
    severity: 'critical',
    description: 'Acts on the Square account: payments, refunds, orders, customer data.',
    remediation: replace,
    references,
    environment: ['SQUARE_ACCESS_TOKEN'],
    anchors: ['EAAA'],
    pattern: token('EAAA', run(b64u, 60), b64u),
    // The prefix alone also opens many a base 64 text.
    near: { words: ['square'], bytes: 300 },
    judge: (match) =>
      match.near(['sandbox'], 100) ? { kind: 'plausible', severity: 'medium' } : { kind: 'plausible' },
    examples: () => ({
      leaks: [
        leak`SQUARE_ACCESS_TOKEN=${`EAAA${fake(b64u, 59, 1)}7`}`,
        leakBetween('new SquareClient({\n  token: "', `EAAA${fake(b64u, 59, 2)}a`, '",\n});'),
      ],
      clean: [`data: EAAA${fake(b64u, 59)}a`, `SQUARE_ACCESS_TOKEN=EAAA${fake(b64u, 40)}`],
    }),
  }),
  defineRule({
    id: 'square-personal-token',
    title: 'Square access token (former form)',
    severity: 'critical',
    description: 'Acts on the Square account: payments, refunds, orders, customer data.',
    remediation: replace,
    references,
    environment: ['SQUARE_ACCESS_TOKEN'],
    anchors: ['sq0atp-'],
    pattern: token('sq0atp-', run(b64u, 22), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`access_token: ${`sq0atp-${fake(b64u, 21, 1)}9`}`,
        leak`Authorization: Bearer ${`sq0atp-${fake(b64u, 21, 2)}k`}`,
      ],
      clean: [`sq0atp-${fake(b64u, 12)}`, `sq0idp-${fake(b64u, 22)}`],
    }),
  }),
  defineRule({
    id: 'square-oauth-secret',
    title: 'Square OAuth application secret',
    severity: 'high',
    description: 'Lets the holder obtain tokens in the name of the application for every seller that connected it.',
    remediation: replace,
    references,
    environment: ['SQUARE_APPLICATION_SECRET'],
    anchors: ['sq0csp-'],
    pattern: token('sq0csp-', run(b64u, 43), b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`SQUARE_APPLICATION_SECRET=${`sq0csp-${fake(b64u, 42, 1)}9`}`,
        leak`client_secret: '${`sq0csp-${fake(b64u, 42, 2)}k`}'`,
      ],
      clean: [`sq0csp-${fake(b64u, 22)}`, `masq0csp-${fake(b64u, 43)}`],
    }),
  }),
  defineRule({
    id: 'square-application-id',
    title: 'Square application id',
    severity: 'note',
    description: 'Names the application; the payment form in the browser needs it.',
    remediation: 'Nothing to revoke. Keep the access token and the application secret on the server.',
    references,
    environment: ['SQUARE_APPLICATION_ID'],
    anchors: ['sq0idp-', 'sq0idb-'],
    pattern: token(['sq0idp-', 'sandbox-sq0idb-', 'sq0idb-'], run(b64u, 22), b64u),
    judge: () => isPublic('an application id is made for client code'),
    examples: () => ({
      leaks: [
        leak`SQUARE_APPLICATION_ID=${`sq0idp-${fake(b64u, 21, 1)}a`}`,
        leak`payments('${`sandbox-sq0idb-${fake(b64u, 21, 2)}a`}', locationId)`,
      ],
      clean: [`sq0idp-${fake(b64u, 8)}`, `sq0csp-${fake(b64u, 43)}`],
    }),
  }),
];

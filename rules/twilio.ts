import {
  b62,
  defineNamedRule,
  defineRule,
  fake,
  hex,
  isPublic,
  leak,
  leakBetween,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://www.twilio.com/docs/iam'] as const;

export const twilio = [
  defineNamedRule({
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    severity: 'critical',
    confidence: 'medium',
    description:
      'With the account SID it is the whole Twilio account: sends messages and calls, reads logs and recordings.',
    remediation: 'Create a secondary auth token at console.twilio.com, switch over, then promote it.',
    references,
    partner: { what: 'the account SID', pattern: /(?<![0-9A-Za-z])(?<id>AC[0-9a-f]{32})(?![0-9A-Za-z])/ },
    environment: ['TWILIO_AUTH_TOKEN'],
    words: ['twilio'],
    names: /auth|token/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`TWILIO_AUTH_TOKEN=${fake(hex, 32, 1)}`,
        leakBetween("const client = require('twilio')(accountSid);\nconst authToken = '", fake(hex, 32, 2), "';"),
      ],
      clean: [
        `AUTH_TOKEN=${fake(hex, 32)}`,
        `TWILIO_ACCOUNT_SID=AC${fake(hex, 32)}`,
        `TWILIO_AUTH_TOKEN=${fake(hex, 30)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'twilio-api-secret',
    title: 'Twilio API key secret',
    severity: 'critical',
    confidence: 'medium',
    description: 'With the SID of its key it calls the Twilio API: sends messages and calls, mints access tokens.',
    remediation: 'Delete the API key at console.twilio.com and create a new one.',
    references,
    partner: {
      what: 'the SID of its key',
      pattern: /(?<![0-9A-Za-z])(?<id>SK[0-9a-f]{32})(?![0-9A-Za-z])/,
      rule: 'twilio-api-key-sid',
    },
    environment: ['TWILIO_API_SECRET', 'TWILIO_API_KEY_SECRET'],
    words: ['twilio'],
    names: /secret/i,
    value: whole(run(b62, 32)),
    examples: () => ({
      leaks: [
        leak`TWILIO_API_KEY_SECRET=${fake(b62, 32, 1)}`,
        leakBetween('# twilio.com\napi_secret = "', fake(b62, 32, 2), '"'),
      ],
      clean: [`API_SECRET=${fake(b62, 32)}`, `TWILIO_API_SECRET=${fake(b62, 20)}`],
    }),
  }),
  defineRule({
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    severity: 'note',
    description: 'Names an API key; calls also need its secret.',
    remediation: 'Nothing to revoke, unless its secret leaked too: then delete the API key at console.twilio.com.',
    references,
    environment: ['TWILIO_API_KEY', 'TWILIO_API_KEY_SID'],
    anchors: ['i:twilio'],
    // Two capitals and hexadecimal digits are no anchor: the vendor's name is.
    pattern: new RegExp(`twilio[^\\n]{0,80}?(?<![0-9A-Za-z])(?<secret>SK${run(hex, 32)})(?![0-9A-Za-z])`, 'i'),
    judge: () => isPublic('an id that opens nothing without its secret'),
    examples: () => ({
      leaks: [
        leak`TWILIO_API_KEY=${`SK${fake(hex, 32, 1)}`}`,
        leak`const twilio = new Twilio('${`SK${fake(hex, 32, 2)}`}', secret)`,
      ],
      clean: [`KEY=SK${fake(hex, 32)}`, `TWILIO_API_KEY=SK${fake(hex, 20)}`],
    }),
  }),
];

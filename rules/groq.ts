import { b62, because, defineRule, fake, leak, mixed, run, token } from '../src/rule-kit/index.ts';

/** Base64 of `XgroqX`, at the 20th character of the body of genuine keys. */
const marker = 'WGdyb3FY';
const withMarker = (seed: number): string => `gsk_${fake(b62, 20, seed)}${marker}${fake(b62, 24, seed + 1)}`;

export const groq = [
  defineRule({
    id: 'groq-api-key',
    title: 'Groq API key',
    severity: 'high',
    description: 'Calls the models Groq serves at the expense of its organisation.',
    remediation: 'Delete the key at console.groq.com under API Keys, then issue a new one.',
    references: ['https://console.groq.com/docs'],
    environment: ['GROQ_API_KEY'],
    anchors: ['gsk_'],
    pattern: token('gsk_', run(b62, 52), b62),
    binary: true,
    judge: (match) =>
      match.secret.startsWith(marker, 24) ? because('has the vendor’s marker at its place', 1) : mixed(match),
    examples: () => ({
      leaks: [
        leak`GROQ_API_KEY=${withMarker(1)}`,
        leak`client = Groq(api_key="${withMarker(2)}")`,
        leak`groq: { key: "${`gsk_${fake(b62, 52, 3)}`}" }`,
      ],
      clean: [`gsk_${fake(b62, 51)}`, `gsk_${fake(b62, 53)}`, `gsk_${'x'.repeat(52)}`],
    }),
  }),
];

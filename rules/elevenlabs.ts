import { b62, defineNamedRule, defineRule, fake, hex, leak, run, token, whole } from '../src/rule-kit/index.ts';

const references = ['https://elevenlabs.io/docs/api-reference/authentication'] as const;
const remediation =
  'Delete the key at elevenlabs.io under Developers › API keys, then issue one with fewer permissions.';
const environment = ['ELEVENLABS_API_KEY'];
const description = 'Makes speech with the credits of the account, and reads or changes its voices and agents.';

export const elevenlabs = [
  defineRule({
    id: 'elevenlabs-api-key',
    title: 'ElevenLabs API key',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    anchors: ['sk_'],
    pattern: token('sk_', run(hex, 48), b62),
    near: {
      words: ['elevenlabs', 'eleven_labs', 'eleven-labs', '11labs', 'xi-api-key', 'xi_api_key', 'eleven_'],
      bytes: 200,
    },
    examples: () => ({
      leaks: [
        leak`ELEVENLABS_API_KEY=${`sk_${fake(hex, 48, 1)}`}`,
        leak`headers: { 'xi-api-key': '${`sk_${fake(hex, 48, 2)}`}' }`,
        leak`elevenlabs:\n  key: ${`sk_${fake(hex, 48, 3)}`}`,
      ],
      clean: [
        `API_KEY=sk_${fake(hex, 48)}`,
        `ELEVENLABS_API_KEY=sk_${fake(hex, 47)}`,
        `xi-api-key: sk_${'x'.repeat(48)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'elevenlabs-legacy-api-key',
    title: 'ElevenLabs API key (older form)',
    severity: 'high',
    description,
    remediation,
    references,
    environment,
    words: ['elevenlabs', 'eleven_labs', 'eleven-labs', '11labs', 'xi-api-key', 'xi_api_key'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`ELEVENLABS_API_KEY=${fake(hex, 32, 1)}`,
        leak`"xi-api-key": "${fake(hex, 32, 2)}"`,
        leak`ElevenLabs(api_key="${fake(hex, 32, 3)}")`,
      ],
      clean: [
        `API_KEY=${fake(hex, 32)}`,
        `ELEVENLABS_API_KEY=${fake(hex, 31)}`,
        `ELEVENLABS_VOICE_ID=${fake(b62, 20)}`,
      ],
    }),
  }),
];

import {
  b36l,
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  leak,
  mixed,
  run,
  structure,
  token,
  whole,
} from '../src/rule-kit/index.ts';

/** A legacy NGC key is base64 of 26 letters and digits, a colon and a UUID. */
const legacyBody = /^[a-z0-9]{26}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const fakeLegacy = (seed: number): string =>
  Buffer.from(`${fake(b36l, 26, seed)}:${fakeUuid(seed)}`).toString('base64');
const references = ['https://docs.nvidia.com/ngc/'] as const;

export const nvidia = [
  defineRule({
    id: 'nvidia-api-key',
    title: 'NVIDIA API key',
    severity: 'high',
    description: 'Calls the models NVIDIA hosts, and pulls containers and models from NGC, as its owner.',
    remediation: 'Delete the key at build.nvidia.com or org.ngc.nvidia.com under API keys, then issue a new one.',
    references,
    environment: ['NVIDIA_API_KEY', 'NGC_API_KEY'],
    anchors: ['nvapi-'],
    pattern: token('nvapi-', run(b64u, 64), b64u),
    binary: true,
    judge: mixed,
    examples: () => ({
      leaks: [
        leak`NVIDIA_API_KEY=${`nvapi-${fake(b64u, 64, 1)}`}`,
        leak`ChatNVIDIA(nvidia_api_key="${`nvapi-${fake(b64u, 64, 2)}`}")`,
      ],
      clean: [`nvapi-${fake(b64u, 63)}`, `nvapi-${fake(b64u, 65)}`, `nvapi-${'x'.repeat(64)}`],
    }),
  }),
  defineNamedRule({
    id: 'nvidia-ngc-legacy-api-key',
    title: 'NVIDIA NGC API key (older form)',
    severity: 'high',
    description: 'Pulls and pushes private containers and models of NGC as its owner.',
    remediation: 'Delete the key at org.ngc.nvidia.com under Setup › API keys, then issue a new one.',
    references,
    environment: ['NGC_API_KEY', 'NGC_CLI_API_KEY'],
    words: ['ngc', 'nvcr.io', 'nvidia'],
    value: whole(run(b62, 84)),
    judge: structure('base64 of 26 characters, a colon and a UUID', (secret) =>
      legacyBody.test(Buffer.from(secret, 'base64').toString('latin1')),
    ),
    examples: () => ({
      leaks: [leak`NGC_API_KEY=${fakeLegacy(1)}`, leak`# docker login nvcr.io\npassword: "${fakeLegacy(2)}"`],
      clean: [`NGC_API_KEY=${fake(b62, 84)}`, `API_KEY=${fakeLegacy(3)}`],
    }),
  }),
];

import { b62, defineRule, fake, hex, hexi, leak, run, token } from '../src/rule-kit/index.ts';

export const runway = [
  defineRule({
    id: 'runway-api-key',
    title: 'Runway API key',
    severity: 'high',
    description: 'Makes video and images with the credits of the organisation.',
    remediation: 'Disable the key in the Runway developer portal under API Keys, then issue a new one.',
    references: ['https://docs.dev.runwayml.com/'],
    environment: ['RUNWAYML_API_SECRET'],
    anchors: ['key_'],
    pattern: token('key_', run(hexi, 128), b62),
    binary: true,
    examples: () => ({
      leaks: [
        leak`RUNWAYML_API_SECRET=${`key_${fake(hex, 128, 1)}`}`,
        leak`new RunwayML({ apiKey: '${`key_${fake(hex, 128, 2)}`}' })`,
      ],
      clean: [`key_${fake(hex, 127)}`, `key_${fake(hex, 129)}`, `monkey_${fake(hex, 128)}`],
    }),
  }),
];

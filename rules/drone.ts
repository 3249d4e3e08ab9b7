import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const drone = [
  defineNamedRule({
    id: 'drone-token',
    title: 'Drone CI token',
    severity: 'high',
    confidence: 'medium',
    description: 'Acts as its user on their repositories: starts builds, reads and changes secrets.',
    remediation: 'Regenerate the token in Drone on the page of the account.',
    references: ['https://docs.drone.io/cli/configure/'],
    environment: ['DRONE_TOKEN'],
    words: ['drone'],
    names: /token|secret|key/i,
    value: whole(run(b62, 32)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`DRONE_TOKEN=${fake(b62, 32, 1)}`, leak`drone_token: "${fake(b62, 32, 2)}"`],
      clean: [`TOKEN=${fake(b62, 32)}`, `DRONE_TOKEN=${fake(b62, 31)}`, `DRONE_TOKEN=${fake(b62, 33)}`],
    }),
  }),
];

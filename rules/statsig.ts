import { b62, b64u, defineRule, fake, isPublic, leak, run, token } from '../src/rule-kit/index.ts';

const references = ['https://docs.statsig.com/'] as const;
const near: { words: readonly [string, ...string[]]; bytes: number } = { words: ['statsig'], bytes: 300 };

export const statsig = [
  defineRule({
    id: 'statsig-secret-key',
    title: 'Statsig server secret or console key',
    severity: 'high',
    description: 'A server secret reads all gates and experiments; a console key changes them.',
    remediation: 'Delete the key under Project settings › Keys & Environments, then make a new one.',
    references,
    environment: ['STATSIG_SERVER_SECRET', 'STATSIG_SERVER_KEY', 'STATSIG_CONSOLE_API_KEY'],
    anchors: ['secret-', 'console-'],
    pattern: token(['secret-', 'console-'], run(b62, 40, 48), b64u),
    near,
    examples: () => ({
      leaks: [
        leak`STATSIG_SERVER_SECRET=${`secret-${fake(b62, 43)}`}`,
        leak`curl https://statsigapi.net -H "STATSIG-API-KEY: ${`console-${fake(b62, 43, 2)}`}"`,
      ],
      clean: [`secret-${fake(b62, 43)}`, `STATSIG_SERVER_SECRET=secret-${fake(b62, 20)}`],
    }),
  }),
  defineRule({
    id: 'statsig-client-key',
    title: 'Statsig client key',
    severity: 'note',
    description: 'Reads the gates and experiments of the user it is used for, and sends events.',
    remediation: 'Nothing has to be done: the client key ships with every page or app.',
    references,
    environment: ['NEXT_PUBLIC_STATSIG_CLIENT_KEY'],
    anchors: ['client-'],
    pattern: token('client-', run(b62, 40, 48), b64u),
    near,
    judge: () => isPublic('a client key reads what its user gets'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_STATSIG_CLIENT_KEY=${`client-${fake(b62, 43)}`}`,
        leak`new StatsigClient('${`client-${fake(b62, 43, 2)}`}')`,
      ],
      clean: [`client-${fake(b62, 43)}`, `statsig client-${fake(b62, 12)}`],
    }),
  }),
];

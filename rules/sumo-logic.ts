import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const sumoLogic = [
  defineNamedRule({
    id: 'sumo-logic-access-key',
    title: 'Sumo Logic access key',
    severity: 'high',
    description: 'Together with its access id: searches all logs and changes collectors as the user who made it.',
    remediation: 'Delete the access key under Preferences or Administration › Security › Access Keys.',
    references: ['https://help.sumologic.com/docs/manage/security/access-keys/'],
    environment: ['SUMOLOGIC_ACCESSKEY'],
    words: ['sumologic', 'sumo_logic', 'sumo-logic', 'sumo logic', 'sumo_access'],
    names: /sumo.*(?:key|secret|token)|access.?key/i,
    value: whole(run(b62, 64)),
    examples: () => ({
      leaks: [leak`SUMOLOGIC_ACCESSKEY=${fake(b62, 64)}`, leak`# sumo logic\naccess_key: ${fake(b62, 64, 2)}`],
      clean: [
        `SUMOLOGIC_ACCESSKEY=${fake(b62, 63)}`,
        `access_key: ${fake(b62, 64)}`,
        `SUMOLOGIC_ACCESSID=su${fake(b62, 12)}`,
      ],
    }),
  }),
];

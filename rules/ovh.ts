import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const ovh = [
  defineNamedRule({
    id: 'ovh-api-secret',
    title: 'OVHcloud application secret or consumer key',
    severity: 'critical',
    confidence: 'medium',
    description:
      'Together they act on an OVHcloud account: servers, domains, mail, within the rights of the consumer key.',
    remediation: 'Delete the credential in the OVHcloud control panel under API keys, then create new keys.',
    references: ['https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api'],
    environment: ['OVH_APPLICATION_SECRET', 'OVH_CONSUMER_KEY'],
    words: ['ovh'],
    names: /secret|consumer|application[-_]?key/i,
    value: whole(run(b62, 32)),
    neighbours: false,
    examples: () => ({
      leaks: [leak`OVH_APPLICATION_SECRET=${fake(b62, 32, 1)}`, leak`ovh_consumer_key: "${fake(b62, 32, 2)}"`],
      clean: [
        `APPLICATION_SECRET=${fake(b62, 32)}`,
        `OVH_APPLICATION_SECRET=${fake(b62, 31)}`,
        `OVH_APPLICATION_SECRET=${fake(b62, 33)}`,
      ],
    }),
  }),
];

import { b62, b64u, defineNamedRule, defineRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://support.pagerduty.com/main/docs/api-access-keys'] as const;

export const pagerduty = [
  defineNamedRule({
    id: 'pagerduty-api-key',
    title: 'PagerDuty API key',
    severity: 'high',
    description: 'Reads and changes incidents, schedules and services, as its owner or for the whole account.',
    remediation: 'Delete the key under Integrations › API Access Keys or in the user settings, then create a new one.',
    references,
    environment: ['PAGERDUTY_TOKEN', 'PAGERDUTY_API_KEY'],
    words: ['pagerduty', 'pager_duty', 'pd_token', 'pd_api_key'],
    value: whole(String.raw`(?:u\+|y_)${run(b64u, 18)}`),
    examples: () => ({
      leaks: [
        leak`PAGERDUTY_TOKEN=${`u+${fake(b62, 18)}`}`,
        leak`{ "pagerduty_api_key": "${`u+${fake(b62, 18, 2)}`}" }`,
      ],
      clean: [`PAGERDUTY_TOKEN=u+${fake(b62, 17)}`, `API_TOKEN=u+${fake(b62, 18)}`],
    }),
  }),
  defineRule({
    id: 'pagerduty-api-key-header',
    title: 'PagerDuty API key in a header',
    severity: 'high',
    description: 'Reads and changes incidents, schedules and services, as its owner or for the whole account.',
    remediation: 'Delete the key under Integrations › API Access Keys or in the user settings, then create a new one.',
    references,
    environment: ['PAGERDUTY_TOKEN'],
    anchors: ['Token token='],
    pattern: new RegExp(String.raw`Token token=["'\\]{0,2}(?<secret>(?:u\+|y_)?${run(b64u, 18, 20)})(?![\w+-])`),
    near: { words: ['pagerduty'], bytes: 400 },
    examples: () => ({
      leaks: [
        leak`curl -H 'Authorization: Token token=${`u+${fake(b62, 18)}`}' https://api.pagerduty.com/users`,
        leak`const pagerduty = { Authorization: 'Token token=${fake(b62, 20, 2)}' }`,
      ],
      clean: [`Authorization: Token token=${fake(b62, 20)}`, 'pagerduty: Token token=YOUR_KEY'],
    }),
  }),
  defineNamedRule({
    id: 'pagerduty-routing-key',
    title: 'PagerDuty events routing key',
    severity: 'medium',
    description: 'Opens and closes incidents of one service: people are called at night.',
    remediation: 'Delete the integration of the service in PagerDuty, and add a new one with a new key.',
    references: ['https://developer.pagerduty.com/docs/send-alert-event'],
    environment: ['PAGERDUTY_ROUTING_KEY', 'PAGERDUTY_INTEGRATION_KEY'],
    words: ['pagerduty', 'pager_duty'],
    names: /(?:routing|integration|service|events?).?key|pager.?duty.*(?:key|token|secret)/i,
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`PAGERDUTY_ROUTING_KEY=${fake(hex, 32)}`,
        leak`pagerduty_configs:\n- routing_key: ${fake(hex, 32, 2)}`,
      ],
      clean: [
        `PAGERDUTY_ROUTING_KEY=${fake(hex, 31)}`,
        `routing_key: ${fake(hex, 32)}`,
        `PAGERDUTY_INCIDENT=${fake(hex, 32)}`,
      ],
    }),
  }),
];

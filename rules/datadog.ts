import { defineNamedRule, fake, hex, hexi, isPublic, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://docs.datadoghq.com/account_management/api-app-keys/'] as const;
const words: readonly [string, ...string[]] = [
  'datadog',
  'dd_api_key',
  'dd-api-key',
  'dd_app_key',
  'dd-application-key',
];

export const datadog = [
  defineNamedRule({
    id: 'datadog-api-key',
    title: 'Datadog API key',
    severity: 'high',
    description: 'Sends metrics, logs and traces to the organisation, and with an application key reads them.',
    remediation: 'Revoke the key under Organization Settings › API Keys, and roll out a new one to the agents.',
    references,
    environment: ['DD_API_KEY', 'DATADOG_API_KEY'],
    words,
    names: /(?:^|[^a-z])dd[_.-]?(?:api|client)?[_.-]?key|datadog.*(?:key|token|secret)|^api[_-]?key$/i,
    value: whole(run(hexi, 32)),
    examples: () => ({
      leaks: [
        leak`DD_API_KEY=${fake(hex, 32)}`,
        leak`curl -H "DD-API-KEY: ${fake(hex, 32, 2)}" https://api.datadoghq.com`,
      ],
      clean: [`DD_API_KEY=${fake(hex, 31)}`, `SOME_API_KEY=${fake(hex, 32)}`, `datadog_trace_id=${fake(hex, 32)}`],
    }),
  }),
  defineNamedRule({
    id: 'datadog-application-key',
    title: 'Datadog application key',
    severity: 'high',
    description: 'Reads and changes dashboards, monitors and data as the user who made it, together with an API key.',
    remediation: 'Revoke the key under Organization Settings › Application Keys, then make a new one with scopes.',
    references,
    environment: ['DD_APP_KEY', 'DATADOG_APP_KEY'],
    words,
    names: /(?:^|[^a-z])dd[_.-]?app|datadog.*(?:key|secret)|^app(?:lication)?[_-]?key$/i,
    value: whole(run(hexi, 40)),
    examples: () => ({
      leaks: [leak`DD_APP_KEY=${fake(hex, 40)}`, leak`{ "datadogApplicationKey": "${fake(hex, 40, 2)}" }`],
      clean: [`DD_APP_KEY=${fake(hex, 41)}`, `app_key=${fake(hex, 40)}`, `datadog_commit=${fake(hex, 40)}`],
    }),
  }),
  defineNamedRule({
    id: 'datadog-client-token',
    title: 'Datadog client token',
    severity: 'note',
    description: 'Lets a browser or an app send events and logs. It reads nothing.',
    remediation: 'Nothing has to be done: client tokens are made for code that users can read.',
    references,
    environment: ['DD_CLIENT_TOKEN'],
    words: ['datadog', 'ddclient', 'rum'],
    names: /client.?token|public|rum|key/i,
    value: whole(`pub${run(hex, 32)}`),
    judge: () => isPublic('a client token can only send'),
    examples: () => ({
      leaks: [
        leak`datadogRum.init({ clientToken: '${`pub${fake(hex, 32)}`}' })`,
        leak`DD_CLIENT_TOKEN=${`pub${fake(hex, 32, 2)}`}`,
      ],
      clean: [`DD_CLIENT_TOKEN=pub${fake(hex, 31)}`, `clientToken: 'pub${fake(hex, 32)}'`],
    }),
  }),
];

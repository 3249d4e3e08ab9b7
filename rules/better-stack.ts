import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const betterStack = [
  defineNamedRule({
    id: 'better-stack-token',
    title: 'Better Stack source or API token',
    severity: 'medium',
    description: 'A source token writes logs of one source; an API token manages monitors, incidents and sources.',
    remediation: 'Regenerate the token in the settings of the source, or under API tokens of the team.',
    references: ['https://betterstack.com/docs/'],
    environment: ['LOGTAIL_SOURCE_TOKEN', 'BETTER_STACK_API_TOKEN'],
    words: ['betterstack', 'better_stack', 'better-stack', 'better stack', 'betteruptime', 'better_uptime', 'logtail'],
    names: /(?:better|logtail).*(?:token|key|secret)|source.?token|^(?:api_?)?token$/i,
    value: whole(run(b62, 24)),
    examples: () => ({
      leaks: [leak`LOGTAIL_SOURCE_TOKEN=${fake(b62, 24)}`, leak`# better stack\napi_token: "${fake(b62, 24, 2)}"`],
      clean: [`LOGTAIL_SOURCE_TOKEN=${fake(b62, 23)}`, `api_token: "${fake(b62, 24)}"`],
    }),
  }),
];

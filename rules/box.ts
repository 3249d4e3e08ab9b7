import { b36l, b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const box = [
  defineNamedRule({
    id: 'box-client-secret',
    title: 'Box client secret or developer token',
    severity: 'high',
    description: 'A client secret stands in for the app; a developer token reads and changes files for an hour.',
    remediation: 'Reset the client secret under Configuration of the app in the Box developer console.',
    references: ['https://developer.box.com/guides/authentication/'],
    environment: ['BOX_CLIENT_SECRET', 'BOX_DEVELOPER_TOKEN'],
    words: ['=box', 'boxsdk', 'boxapi'],
    neighbours: false,
    names: /(?<![a-z])box.*(?:secret|token)/i,
    value: whole(run(b62, 32)),
    examples: () => ({
      leaks: [leak`BOX_CLIENT_SECRET=${fake(b62, 32)}`, leak`{ "boxDeveloperToken": "${fake(b62, 32, 2)}" }`],
      clean: [
        `BOX_CLIENT_SECRET=${fake(b62, 31)}`,
        `inboxClientSecret=${fake(b62, 32)}`,
        `BOX_CLIENT_ID=${fake(b36l, 32)}`,
      ],
    }),
  }),
];

import { b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

const body = '[0-9a-zA-Z]{20,30}_[0-9a-zA-Z]{18,28}';

export const ngrok = [
  defineNamedRule({
    id: 'ngrok-token',
    title: 'ngrok authtoken or API key',
    severity: 'high',
    description: 'Opens tunnels in the name of the account, or through the API changes its domains and policies.',
    remediation: 'Reset the authtoken, or delete the API key, at dashboard.ngrok.com.',
    references: ['https://ngrok.com/docs/agent/'],
    environment: ['NGROK_AUTHTOKEN', 'NGROK_API_KEY'],
    words: ['ngrok'],
    value: whole(`(?:${body}|${run(b62, 49)})`),
    examples: () => ({
      leaks: [
        leak`NGROK_AUTHTOKEN=${`2${fake(b62, 26)}_${fake(b62, 21)}`}`,
        leak`# ngrok\nauthtoken: ${`2${fake(b62, 26, 2)}_${fake(b62, 21, 2)}`}`,
      ],
      clean: [`NGROK_AUTHTOKEN=${fake(b62, 40)}`, `authtoken: ${fake(b62, 49)}`, 'NGROK_API_KEY=ak_example'],
    }),
  }),
];

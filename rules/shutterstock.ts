import { b62, b64u, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const shutterstock = [
  defineNamedRule({
    id: 'shutterstock-token',
    title: 'Shutterstock OAuth token',
    severity: 'medium',
    description: 'Searches and licenses media at the cost of its owner.',
    remediation: 'Revoke the token of the app at shutterstock.com/account/developers/apps, then create a new one.',
    references: ['https://api-reference.shutterstock.com/'],
    environment: ['SHUTTERSTOCK_API_TOKEN', 'SHUTTERSTOCK_TOKEN'],
    words: ['shutterstock'],
    value: whole(`v2\\/${run(b64u, 60, 500)}={0,2}`),
    examples: () => ({
      leaks: [
        leak`SHUTTERSTOCK_API_TOKEN=${`v2/${fake(b62, 200)}`}`,
        leak`shutterstock.setAccessToken; token = "${`v2/${fake(b62, 240, 2)}`}"`,
      ],
      clean: [
        `SHUTTERSTOCK_API_TOKEN=v2/${fake(b62, 20)}`,
        `token = "v2/${fake(b62, 200)}"`,
        'shutterstock_key=v2/images/search',
      ],
    }),
  }),
];

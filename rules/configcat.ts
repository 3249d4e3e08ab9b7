import { b62, b64u, because, defineRule, fake, leak, run, token } from '../src/rule-kit/index.ts';

export const configcat = [
  defineRule({
    id: 'configcat-sdk-key',
    title: 'ConfigCat SDK key',
    severity: 'low',
    description:
      'Reads the feature flags and targeting rules of one environment. Servers and clients use the same kind of key.',
    remediation: 'Add a second SDK key to the environment, move the applications to it, then revoke the old one.',
    references: ['https://configcat.com/docs/'],
    environment: ['CONFIGCAT_SDK_KEY'],
    anchors: ['configcat-sdk-1/'],
    pattern: token('configcat-sdk-1/', `${run(b64u, 22)}\\/${run(b64u, 22)}`, b64u),
    judge: () => because('clients hold such keys too'),
    examples: () => ({
      leaks: [
        leak`CONFIGCAT_SDK_KEY=${`configcat-sdk-1/${fake(b62, 22)}/${fake(b62, 22, 2)}`}`,
        leak`configcat.getClient("${`configcat-sdk-1/${fake(b62, 22, 3)}/${fake(b62, 22, 4)}`}")`,
      ],
      clean: [`configcat-sdk-1/${fake(b62, 22)}`, `configcat-sdk-1/${fake(b62, 22)}/${fake(b62, 21)}`],
    }),
  }),
];

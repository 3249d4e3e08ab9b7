import { b64u, defineRule, fake, leak, run } from '../src/rule-kit/index.ts';

const slash = String.raw`\\?/`;

export const ifttt = [
  defineRule({
    id: 'ifttt-webhook-key',
    title: 'IFTTT webhooks key',
    severity: 'medium',
    description: 'Starts every applet of the account that waits for a web request.',
    remediation: 'Regenerate the key in the settings of the Webhooks service at IFTTT.',
    references: ['https://ifttt.com/maker_webhooks'],
    environment: ['IFTTT_KEY', 'IFTTT_WEBHOOK_KEY'],
    anchors: ['maker.ifttt.com'],
    // The credential is the part of the path that IFTTT makes: the key. The name of the event is the user's choice.
    pattern: new RegExp(
      `maker\\.ifttt\\.com${slash}trigger${slash}[^\\s/"'\`\\\\]{1,80}${slash}(?:json${slash})?with${slash}key${slash}(?<secret>${run(b64u, 20, 64)})(?![0-9A-Za-z_-])`,
    ),
    examples: () => ({
      leaks: [
        leak`curl -X POST https://maker.ifttt.com/trigger/door_open/with/key/${`b${fake(b64u, 41, 1)}a`}`,
        leak`url = "https://maker.ifttt.com/trigger/{event}/json/with/key/${`d${fake(b64u, 20, 2)}7`}"`,
      ],
      clean: ['https://maker.ifttt.com/trigger/door/with/key/YOUR_KEY', 'https://maker.ifttt.com/trigger/door'],
    }),
  }),
];

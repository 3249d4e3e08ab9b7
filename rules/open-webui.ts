import { b64u, defineRule, fake, hex, leak, run, token } from '../src/rule-kit/index.ts';
import { besideNameOf, ownedBy } from './sk.ts';

export const openWebui = [
  defineRule({
    id: 'open-webui-api-key',
    title: 'Open WebUI API key',
    severity: 'high',
    description: 'Acts as its owner in an Open WebUI server: chats, files, knowledge and every model behind it.',
    remediation: 'Delete the key in the server under Settings › Account › API keys, then issue a new one.',
    references: ['https://docs.openwebui.com/'],
    environment: ['OPEN_WEBUI_API_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-'],
    pattern: token('sk-', run(hex, 32), b64u),
    reach: { before: 256, after: 512 },
    near: besideNameOf('openWebui'),
    judge: ownedBy('openWebui'),
    examples: () => ({
      leaks: [
        leak`OPEN_WEBUI_API_KEY=${`sk-${fake(hex, 32, 1)}`}`,
        leak`curl http://open-webui:8080/api/v1/files -H "Authorization: Bearer ${`sk-${fake(hex, 32, 2)}`}"`,
      ],
      clean: [`API_KEY=sk-${fake(hex, 32)}`, `image: open-webui\nDEEPSEEK_API_KEY: sk-${fake(hex, 32)}`],
    }),
  }),
];

import { b64u, defineRule, fake, fakeUuid, hex, isPublic, leak, token, UUID } from '../src/rule-kit/index.ts';

export const langfuse = [
  defineRule({
    id: 'langfuse-secret-key',
    title: 'Langfuse secret key',
    severity: 'high',
    description: 'With the public key beside it: reads and writes all traces, prompts and scores of a project.',
    remediation: 'Delete the key pair in the project’s settings at cloud.langfuse.com, then make a new one.',
    references: ['https://langfuse.com/docs'],
    environment: ['LANGFUSE_SECRET_KEY'],
    supersedes: ['sk-api-key'],
    anchors: ['sk-lf-'],
    pattern: token('sk-lf-', UUID, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`LANGFUSE_SECRET_KEY=${`sk-lf-${fakeUuid(1)}`}`,
        leak`new Langfuse({ secretKey: "${`sk-lf-${fakeUuid(2)}`}" })`,
        leak`langfuse:\n  secretKey: ${`sk-lf-${fakeUuid(3)}`}`,
      ],
      clean: [`LANGFUSE_PUBLIC_KEY=pk-lf-${fakeUuid(1)}`, 'LANGFUSE_SECRET_KEY=sk-lf-...', `sk-lf-${fake(hex, 32)}`],
    }),
  }),
  defineRule({
    id: 'langfuse-public-key',
    title: 'Langfuse public key',
    severity: 'note',
    description: 'Names a project and sends events to it; it reads nothing without the secret key.',
    remediation: 'Nothing to revoke. Where events are forged, make a new pair in the project’s settings.',
    references: ['https://langfuse.com/docs'],
    environment: ['LANGFUSE_PUBLIC_KEY'],
    anchors: ['pk-lf-'],
    pattern: token('pk-lf-', UUID, b64u),
    judge: () => isPublic('the public half of a Langfuse pair, made for clients'),
    examples: () => ({
      leaks: [
        leak`NEXT_PUBLIC_LANGFUSE_PUBLIC_KEY=${`pk-lf-${fakeUuid(1)}`}`,
        leak`new LangfuseWeb({ publicKey: '${`pk-lf-${fakeUuid(2)}`}' })`,
      ],
      clean: [`pk-lf-${fake(hex, 32)}`, `apk-lf-${fakeUuid(1)}`],
    }),
  }),
];

import { b36l, b64, b64u, defineRule, dig, fake, leak, run, structure, token } from '../src/rule-kit/index.ts';

/** `ABSK` and the base64 of `BedrockAPIKey-`, as far as it does not depend on what follows. */
const longTerm = `ABSK${Buffer.from('BedrockAPIKey-').toString('base64').slice(0, 18)}`;
/** The base64 of the host, which every pre-signed short-term key begins with. */
const shortTerm = `bedrock-api-key-${Buffer.from('bedrock.amazonaws.com').toString('base64')}`;
const fakeLongTerm = (seed: number): string =>
  `ABSK${Buffer.from(`BedrockAPIKey-${fake(b36l, 4, seed)}-at-${fake(dig, 12, seed)}:${fake(b64, 61, seed)}`).toString('base64')}`;
const references = ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html'] as const;
const environment = ['AWS_BEARER_TOKEN_BEDROCK'];

export const amazonBedrock = [
  defineRule({
    id: 'amazon-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    severity: 'high',
    description: 'Calls every Bedrock model the IAM user behind it may use, at the expense of the AWS account.',
    remediation:
      'Deactivate and delete the key in the IAM console under Security credentials › API keys for Amazon Bedrock.',
    references,
    environment,
    anchors: [longTerm],
    pattern: token(longTerm, `${run(b64, 80, 260)}={0,2}`, b64),
    binary: true,
    judge: structure('base64 that begins with `BedrockAPIKey-`', (secret) =>
      Buffer.from(secret.slice(4), 'base64').toString('latin1').startsWith('BedrockAPIKey-'),
    ),
    examples: () => ({
      leaks: [
        leak`AWS_BEARER_TOKEN_BEDROCK=${fakeLongTerm(1)}`,
        leak`{ "bedrock": { "apiKey": "${fakeLongTerm(2)}" } }`,
        leak`Authorization: Bearer ${fakeLongTerm(3)}`,
      ],
      clean: [`ABSK${fake(b64, 128)}`, `${longTerm}${fake(b64, 20)}`, `x${fakeLongTerm(4)}`],
    }),
  }),
  defineRule({
    id: 'amazon-bedrock-short-term-key',
    title: 'Amazon Bedrock short-term API key',
    severity: 'medium',
    description: 'Calls every Bedrock model its issuer may use, for twelve hours or less.',
    remediation: 'It ends by itself. Deny `bedrock:CallWithBearerToken` to its issuer where it must end at once.',
    references,
    environment,
    anchors: [shortTerm],
    pattern: token(shortTerm, `${run(b64u, 40, 3000).replace('_-', '_+/-')}={0,2}`, b64),
    reach: { before: 64, after: 3200 },
    binary: true,
    examples: () => ({
      leaks: [
        leak`AWS_BEARER_TOKEN_BEDROCK=${`${shortTerm}${fake(b64, 400, 1)}`}`,
        leak`export TOKEN="${`${shortTerm}${fake(b64, 401, 2)}==`}"`,
      ],
      clean: [`bedrock-api-key-${fake(b64, 200)}`, `${shortTerm}${fake(b64, 20)}`],
    }),
  }),
];

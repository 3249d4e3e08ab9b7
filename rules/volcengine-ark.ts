import { defineNamedRule, fakeUuid, leak, ownWord, UUID, whole } from '../src/rule-kit/index.ts';

export const volcengineArk = [
  defineNamedRule({
    id: 'volcengine-ark-api-key',
    title: 'Volcengine Ark (Doubao) API key',
    severity: 'high',
    description: 'Calls Doubao and the other models of Ark at the expense of its Volcengine account.',
    remediation: 'Delete the key in the Ark console of Volcengine under API key management, then issue a new one.',
    references: ['https://www.volcengine.com/docs/82379'],
    environment: ['ARK_API_KEY'],
    words: ['=ark', 'ark_api', 'volces.com', 'volcengine', 'doubao'],
    value: whole(UUID),
    judge: ownWord('ark', 'volces', 'volcengine', 'doubao'),
    examples: () => ({
      leaks: [
        leak`ARK_API_KEY=${fakeUuid(1)}`,
        leak`base_url: https://ark.cn-beijing.volces.com/api/v3\napi_key: ${fakeUuid(2)}`,
        leak`{"DOUBAO_API_KEY":"${fakeUuid(3)}"}`,
      ],
      clean: [`POSTMARK_API_KEY=${fakeUuid(1)}`, `benchmarkApiKey: ${fakeUuid(2)}`, `ARK_MODEL=${fakeUuid(3)}`],
    }),
  }),
];

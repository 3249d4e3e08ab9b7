import { alone, b62, defineNamedRule, defineRule, fake, hex, leak, run, whole } from '../src/rule-kit/index.ts';

const references = ['https://learn.microsoft.com/azure/ai-services/openai/reference'] as const;
const remediation =
  'Regenerate both keys at portal.azure.com under Keys and Endpoint of the resource, or turn keys off for Entra ID.';
const environment = ['AZURE_OPENAI_API_KEY', 'AZURE_API_KEY'];

/** Common annotated key: 52 random, `JQQJ99`, date, platform data, `AAA` and a service, signature, checksum. */
const fakeKey = (service: string, seed: number): string =>
  `${fake(b62, 52, seed)}JQQJ99BC${fake(b62, 12, seed)}AAA${service}ACOG${fake(b62, 4, seed)}`;

export const azureOpenai = [
  defineRule({
    id: 'azure-ai-services-key',
    title: 'Azure AI services key',
    severity: 'high',
    description: 'Calls the deployed models and services of an Azure AI resource at the expense of its subscription.',
    remediation,
    references: ['https://learn.microsoft.com/azure/ai-services/'],
    environment,
    anchors: ['JQQJ99', 'JQQJ9D', 'JQQJ9H'],
    pattern: alone(`${run(b62, 52)}JQQJ9[9DH]${run(b62, 14)}AAA[A-Z]ACOG${run(b62, 4)}`, b62),
    binary: true,
    judge: ({ secret }) => ({
      kind: 'proven',
      ...(secret[75] === 'B' ? { title: 'Azure OpenAI key' } : {}),
      evidence: [{ text: 'has the fixed marks of Azure AI services at their places', weight: 1 }],
    }),
    examples: () => ({
      leaks: [
        leak`AZURE_OPENAI_API_KEY=${fakeKey('B', 1)}`,
        leak`new AzureOpenAI({ apiKey: "${fakeKey('B', 2)}", endpoint })`,
        leak`api-key: ${fakeKey('A', 3)}`,
      ],
      clean: [fakeKey('B', 1).slice(1), `${fakeKey('B', 1)}x`, fakeKey('B', 1).replace('ACOG', 'AC0G')],
    }),
  }),
  defineNamedRule({
    id: 'azure-openai-legacy-key',
    title: 'Azure OpenAI key (older form)',
    severity: 'high',
    description: 'Calls the deployed models of an Azure OpenAI resource at the expense of its subscription.',
    remediation,
    references,
    environment,
    words: ['azure_openai', 'azureopenai', 'azure-openai', 'openai.azure.com', 'openai_azure', 'azure_api'],
    value: whole(run(hex, 32)),
    examples: () => ({
      leaks: [
        leak`AZURE_OPENAI_API_KEY=${fake(hex, 32, 1)}`,
        leak`endpoint: https://demo.openai.azure.com\napi-key: ${fake(hex, 32, 2)}`,
        leak`AzureOpenAI(api_key="${fake(hex, 32, 3)}")`,
      ],
      clean: [
        `API_KEY=${fake(hex, 32)}`,
        `AZURE_OPENAI_API_KEY=${fake(hex, 30)}`,
        'AZURE_OPENAI_API_KEY=your-azure-openai-key',
      ],
    }),
  }),
];

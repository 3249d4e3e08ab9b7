import type { Judgement, Match, PatternRule, Severity } from '../src/model/index.ts';
import {
  b62,
  b64,
  b64u,
  because,
  defineRule,
  fake,
  held,
  leak,
  leakBetween,
  letters,
  literal,
  proven,
  run,
  START,
  sha256,
} from '../src/rule-kit/index.ts';

// Keys of Azure that say of themselves what they are: a signature stands at a fixed offset.
// Source of offsets and signatures: Microsoft's security-utilities.

const references = ['https://learn.microsoft.com/en-us/azure/security/fundamentals/secrets-best-practices'] as const;
const rotate = (where: string): string =>
  `Regenerate the key in the Azure portal under ${where}: move users to the second key first, then regenerate both.`;

/** A run of base 64 as the whole secret. */
const aloneInBase64 = (source: string): RegExp =>
  new RegExp(`${START}(?<![+/])(?<secret>${source})(?![A-Za-z0-9+/=_-])`);

interface Service {
  /** The rule's id without `azure-`. */
  readonly thing: string;
  readonly title: string;
  readonly signature: string;
  readonly severity: Severity;
  readonly description: string;
  readonly remediation: string;
  readonly environment?: readonly string[];
}

// ——— Common annotated keys: 84 characters, or 88 in the long form ———

/** 52 random, `JQQJ9` and the kind, year and month, 12 reserved, 4 of the provider, the signature, the checksum. */
const annotatedSource = (signature: string): string =>
  `${run(b62, 52)}JQQJ9[9DH][A-Za-z0-9][A-L]${run(b62, 16)}${signature}(?:${run(b64, 6)}==|${run(b64, 4)})`;

const fakeAnnotated = (signature: string, seed: number, long = false): string =>
  `${fake(b62, 52, seed)}JQQJ99BCAC${fake(b62, 10, seed)}AAAA${signature}${fake(b62, long ? 6 : 4, seed)}${long ? '==' : ''}`;

const annotated: readonly Service[] = [
  {
    thing: 'devops-token',
    title: 'Azure DevOps personal access token',
    signature: 'AZDO',
    severity: 'critical',
    description: 'Acts as its owner on repositories, pipelines, packages and work items, within its scopes.',
    remediation:
      'Revoke it in Azure DevOps under User settings › Personal access tokens, then issue one of fewer scopes.',
    environment: ['AZURE_DEVOPS_EXT_PAT', 'AZURE_DEVOPS_PAT'],
  },
  {
    thing: 'app-configuration-key',
    title: 'Azure App Configuration access key',
    signature: 'AZAC',
    severity: 'high',
    description: 'Reads, and where it is not read-only writes, the settings of every application that uses the store.',
    remediation: rotate('App Configuration › Access settings'),
    environment: ['AZURE_APPCONFIG_CONNECTION_STRING'],
  },
  {
    thing: 'fluid-relay-key',
    title: 'Azure Fluid Relay key',
    signature: 'AZFR',
    severity: 'high',
    description: 'Signs tokens for every document of a Fluid Relay service.',
    remediation: rotate('Fluid Relay › Access keys'),
  },
  {
    thing: 'event-grid-key',
    title: 'Azure Event Grid access key',
    signature: 'AZEG',
    severity: 'high',
    description: 'Publishes events of any kind to a topic, and so triggers what listens to it.',
    remediation: rotate('the topic › Access keys'),
  },
  {
    thing: 'mixed-reality-key',
    title: 'Azure Mixed Reality account key',
    signature: 'AZMR',
    severity: 'medium',
    description: 'Full use of a spatial anchors or rendering account.',
    remediation: rotate('the account › Access keys'),
  },
  {
    thing: 'maps-key',
    title: 'Azure Maps subscription key',
    signature: 'AZMP',
    severity: 'medium',
    description: 'Uses Azure Maps at the cost of its owner.',
    remediation: rotate('Azure Maps account › Authentication'),
    environment: ['AZURE_MAPS_KEY'],
  },
  {
    thing: 'communication-services-key',
    title: 'Azure Communication Services access key',
    signature: 'AZCS',
    severity: 'high',
    description: 'Sends mail and short messages, places calls and issues user tokens in the name of the resource.',
    remediation: rotate('Communication Services › Keys'),
    environment: ['COMMUNICATION_SERVICES_CONNECTION_STRING'],
  },
  {
    thing: 'sql-key',
    title: 'Azure SQL private key',
    signature: 'msql',
    severity: 'high',
    description: 'Authenticates a component of Azure SQL.',
    remediation: 'Regenerate the key on the page of the SQL resource in the Azure portal.',
  },
];

const annotatedRule = ({ thing, signature, ...facts }: Service): PatternRule =>
  defineRule({
    ...facts,
    id: `azure-${thing}`,
    references,
    supersedes: ['azure-annotated-key'],
    anchors: [signature],
    pattern: aloneInBase64(annotatedSource(signature)),
    binary: true,
    judge: () => proven('signature of the service at its place'),
    examples: () => ({
      leaks: [
        leak`AZURE_KEY=${fakeAnnotated(signature, 1)}`,
        leakBetween('{ "key": "', fakeAnnotated(signature, 2, true), '" }'),
      ],
      clean: [
        `${fake(b62, 76)}${signature}${fake(b62, 4)}`,
        `A${fakeAnnotated(signature, 3)}`,
        fakeAnnotated(signature, 4).slice(1),
      ],
    }),
  });

// ——— Older identifiable keys: a signature at a fixed offset, then six characters of checksum ———

interface BaseService extends Service {
  readonly offset: 33 | 42 | 44 | 76;
  readonly alphabet?: typeof b64;
}

const padding = (offset: number): string => (offset === 33 ? '=' : offset === 42 ? '' : '==');

/** As it ends: a functions key is most often part of an address, where `=` is escaped. */
const paddingSource = (offset: number): string => (offset === 44 ? '(?:==|%3[Dd]%3[Dd])' : padding(offset));

/** 33 + 4 + 6 + `=` is 44; 42 + 4 + 6 is 52; 44 + 4 + 6 + `==` is 56; 76 + 4 + 6 + `==` is 88. */
const baseSource = ({ signature, offset, alphabet = b64 }: BaseService): string =>
  run(alphabet, offset) + literal(signature) + run(alphabet, 6) + paddingSource(offset);

const fakeBase = ({ signature, offset }: BaseService, seed: number): string =>
  fake(b62, offset, seed) + signature + fake(b62, 5, seed) + (offset === 33 ? 'E' : 'A') + padding(offset);

const based: readonly BaseService[] = [
  {
    thing: 'batch-key',
    title: 'Azure Batch account key',
    signature: '+ABa',
    offset: 76,
    severity: 'high',
    description: 'Runs code of any kind on the machines of a Batch account.',
    remediation: rotate('Batch account › Keys'),
  },
  {
    thing: 'machine-learning-key',
    title: 'Azure Machine Learning (classic) key',
    signature: '+AMC',
    offset: 76,
    severity: 'medium',
    description: 'Calls the web services of a workspace.',
    remediation: rotate('the workspace or web service'),
  },
  {
    thing: 'api-management-key',
    title: 'Azure API Management key',
    signature: 'APIM',
    offset: 76,
    severity: 'high',
    description: 'Calls or administers the interfaces behind an API Management gateway.',
    remediation: rotate('API Management › Subscriptions, or › Management API'),
  },
  {
    thing: 'service-bus-key',
    title: 'Azure Service Bus access key',
    signature: '+ASb',
    offset: 33,
    severity: 'high',
    description: 'Sends, receives or manages the queues and topics of a namespace, as its policy allows.',
    remediation: rotate('Service Bus › Shared access policies'),
    environment: ['AZURE_SERVICEBUS_CONNECTION_STRING'],
  },
  {
    thing: 'event-hub-key',
    title: 'Azure Event Hubs access key',
    signature: '+AEh',
    offset: 33,
    severity: 'high',
    description: 'Sends, reads or manages the event streams of a namespace, as its policy allows.',
    remediation: rotate('Event Hubs › Shared access policies'),
    environment: ['EVENT_HUB_CONNECTION_STRING'],
  },
  {
    thing: 'relay-key',
    title: 'Azure Relay access key',
    signature: '+ARm',
    offset: 33,
    severity: 'high',
    description: 'Listens on or sends through the relays of a namespace: a way into the network behind them.',
    remediation: rotate('Relay › Shared access policies'),
  },
  {
    thing: 'event-grid-old-key',
    title: 'Azure Event Grid access key (older form)',
    signature: 'AZEG',
    offset: 33,
    severity: 'high',
    description: 'Publishes events of any kind to a topic, and so triggers what listens to it.',
    remediation: rotate('the topic › Access keys'),
  },
  {
    thing: 'iot-key',
    title: 'Azure IoT Hub or device key',
    signature: 'AIoT',
    offset: 33,
    severity: 'high',
    description: 'Poses as a device or, with a policy of the hub, commands all of them.',
    remediation: rotate('IoT Hub › Shared access policies, or the page of the device'),
    environment: ['IOTHUB_CONNECTION_STRING', 'IOTHUB_DEVICE_CONNECTION_STRING'],
  },
  {
    thing: 'redis-key',
    title: 'Azure Cache for Redis access key',
    signature: 'AzCa',
    offset: 33,
    severity: 'high',
    description: 'Reads and writes everything in the cache.',
    remediation: rotate('Azure Cache for Redis › Access keys'),
    environment: ['AZURE_REDIS_KEY', 'REDIS_PASSWORD'],
  },
  {
    thing: 'functions-key',
    title: 'Azure Functions key',
    signature: 'AzFu',
    offset: 44,
    alphabet: b64u,
    severity: 'high',
    description: 'Calls the functions of an app; a master key also administers it.',
    remediation: 'Renew the key in the Azure portal under the function app › App keys.',
    environment: ['AZURE_FUNCTION_KEY'],
  },
  {
    thing: 'search-key',
    title: 'Azure AI Search key',
    signature: 'AzSe',
    offset: 42,
    alphabet: b62,
    severity: 'high',
    description: 'An admin key reads, changes and deletes every index; a query key, of the same form, only searches.',
    remediation: rotate('AI Search › Keys'),
    environment: ['AZURE_SEARCH_KEY', 'AZURE_AI_SEARCH_API_KEY'],
  },
  {
    thing: 'container-registry-key',
    title: 'Azure Container Registry password',
    signature: '+ACR',
    offset: 42,
    severity: 'critical',
    description: 'Pulls and pushes images: what it replaces is run wherever the image is deployed.',
    remediation: rotate('Container registry › Access keys or Tokens'),
    environment: ['ACR_PASSWORD', 'AZURE_CONTAINER_REGISTRY_PASSWORD'],
  },
];

const basedRule = (service: BaseService): PatternRule => {
  const { thing, signature, offset, alphabet: _, ...facts } = service;
  return defineRule({
    ...facts,
    id: `azure-${thing}`,
    references,
    binary: true,
    ...(offset === 33 ? { supersedes: ['azure-shared-access-key'] } : {}),
    anchors: [signature],
    pattern: aloneInBase64(baseSource(service)),
    judge: () => proven('signature of the service at its place'),
    examples: () => ({
      leaks: [
        leak`AZURE_KEY=${fakeBase(service, 1)}`,
        leakBetween('Endpoint=sb://a/;SharedAccessKeyName=b;SharedAccessKey=', fakeBase(service, 2), ';EntityPath=c'),
      ],
      clean: [
        `key: ${fake(b62, offset - 1)}${signature}${fake(b62, 7)}${padding(offset)}`,
        `key: A${fakeBase(service, 3)}`,
        `key: ${fakeBase(service, 4).slice(1)}`,
      ],
    }),
  });
};

// ——— Account keys of 88 characters: the current ones are signed, the older ones known by their surroundings ———

/** SHA-256 of the keys that Microsoft prints for its emulators. */
const emulators: ReadonlySet<string> = new Set([
  '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059',
  'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615',
]);

const accountKey = `${run(b64, 86)}==`;
const fakeAccountKey = (signature: string, seed: number): string =>
  `${fake(b62, 76, seed)}${signature}${fake(b62, 5, seed)}A==`;

/** Text that ends where a value named like an account key starts. */
const accountName = /account_?-?key\W{1,8}$/i;

const judgeAccountKey =
  (signature: string, hosts: readonly string[], otherHosts: readonly string[]) =>
  (match: Match): Judgement => {
    if (emulators.has(sha256(match.secret).toString('hex'))) return held('known-example', 'the key of an emulator');
    const found = match.secret.slice(76, 80);
    if (found === signature) return proven('signature of the service at its place');
    // 88 characters of base 64 are also a SHA-512: without the signature the name has to tell, and the host.
    const before = match.window.slice(Math.max(0, match.at - 60), match.at);
    if (found === '+ASt' || found === 'ACDb' || !accountName.test(before)) return held('not-a-value');
    if (match.near(otherHosts, 400) && !match.near(hosts, 400)) return held('not-a-value');
    return match.near(hosts, 400) ? because('its connection string names the service') : because('no host nearby', -1);
  };

const storageHosts = ['core.windows.net', 'defaultendpointsprotocol', 'accountname', 'storage', 'blob'];
const cosmosHosts = ['documents.azure.com', 'accountendpoint', 'cosmos'];

export const azureIdentifiableKeys = [
  ...annotated.map(annotatedRule),
  ...based.map(basedRule),
  defineRule({
    id: 'azure-annotated-key',
    title: 'Azure resource key',
    severity: 'high',
    description: 'Is the access key of an Azure resource; its signature names a service that is not known here.',
    remediation: 'Find the resource whose key it is in the Azure portal, and regenerate both of its keys.',
    references,
    anchors: ['JQQJ99', 'JQQJ9D', 'JQQJ9H'],
    pattern: aloneInBase64(annotatedSource(`(?!ACOG)${run(b62, 4)}`)),
    binary: true,
    judge: () => proven('the layout of an annotated key'),
    examples: () => ({
      leaks: [leak`AZURE_KEY=${fakeAnnotated('AZQX', 1)}`, leak`"key": "${fakeAnnotated('QZ2X', 2, true)}"`],
      clean: [
        fake(b62, 84),
        `${fake(b62, 51)}JQQJ99BC${fake(b62, 24)}`,
        `${fake(letters, 53)}JQQJ99BC${fake(b62, 24)}`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-storage-account-key',
    title: 'Azure Storage account key',
    severity: 'critical',
    description: 'Reads, changes and deletes everything in a storage account, and signs access for others.',
    remediation: rotate('Storage account › Access keys'),
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage'],
    environment: ['AZURE_STORAGE_KEY', 'AZURE_STORAGE_CONNECTION_STRING'],
    anchors: ['+ASt', 'i:AccountKey', 'i:account_key', 'i:account-key'],
    pattern: aloneInBase64(accountKey),
    reach: { before: 420, after: 620 },
    binary: true,
    judge: judgeAccountKey('+ASt', storageHosts, cosmosHosts),
    examples: () => ({
      leaks: [
        leak`AZURE_STORAGE_KEY=${fakeAccountKey('+ASt', 1)}`,
        leakBetween(
          'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=',
          fakeAccountKey('b0Ax', 2),
          ';EndpointSuffix=core.windows.net',
        ),
      ],
      clean: [
        `"integrity": "sha512-${fakeAccountKey('b0Ax', 3)}"`,
        `AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=${fakeAccountKey('b0Ax', 4)}`,
        `AccountKey=${fake(b64, 85)}==`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-cosmos-db-key',
    title: 'Azure Cosmos DB account key',
    severity: 'critical',
    description: 'Reads, changes and deletes every database of the account; a read-only key reads them.',
    remediation: rotate('Cosmos DB account › Keys'),
    references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/'],
    environment: ['COSMOS_KEY', 'AZURE_COSMOS_KEY', 'COSMOS_CONNECTION_STRING'],
    anchors: ['ACDb', '.documents.azure.com', 'AccountEndpoint='],
    pattern: aloneInBase64(accountKey),
    reach: { before: 420, after: 620 },
    binary: true,
    judge: judgeAccountKey('ACDb', cosmosHosts, storageHosts),
    examples: () => ({
      leaks: [
        leak`COSMOS_KEY=${fakeAccountKey('ACDb', 1)}`,
        leakBetween('AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=', fakeAccountKey('b0Ax', 2), ';'),
      ],
      clean: [
        `AccountName=a;AccountKey=${fakeAccountKey('b0Ax', 3)};EndpointSuffix=core.windows.net`,
        `https://a.documents.azure.com sha512-${fakeAccountKey('b0Ax', 4)}`,
      ],
    }),
  }),
];

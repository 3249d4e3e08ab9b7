import type { Judgement, Match } from '../src/model/index.ts';
import {
  b32l,
  b62,
  b64,
  b64u,
  because,
  defineNamedRule,
  defineRule,
  fake,
  fakeUuid,
  held,
  hex,
  isPublic,
  leak,
  leakBetween,
  plausible,
  proven,
  run,
  START,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

const entraReferences = ['https://learn.microsoft.com/en-us/entra/identity-platform/'] as const;
const entraClass = 'A-Za-z0-9_~.-';
const entraEnvironment = ['AZURE_CLIENT_SECRET', 'ARM_CLIENT_SECRET'];
/** The application that a secret of Entra ID belongs to. */
const entraApplication = {
  what: 'the client id',
  pattern: new RegExp(`(?:client|app(?:lication)?)[-_ ]?id\\W{1,8}(?<id>${UUID})(?![0-9A-Za-z-])`, 'i'),
};

const entraSecret = {
  title: 'Azure Entra client secret',
  severity: 'critical',
  description: 'Signs in as an application of the directory, with every role and permission it was granted.',
  remediation:
    'Delete it in the Entra admin center under App registrations › Certificates & secrets, and add a new one or a certificate.',
  references: entraReferences,
  environment: entraEnvironment,
  partner: entraApplication,
} as const;

const fakeEntra = (digit: string, length: number, seed: number): string =>
  `${fake(b62, 3, seed)}${digit}Q~${fake(b62, length, seed)}`;

/** Forty-three characters of base 64 and `=`: the key of a policy, 32 bytes. */
const policyKey = `${run(b64, 43)}=`;

/** The signature of a shared access token: 32 bytes, as base 64 escaped for URLs or as base 64 of URLs. */
const signature = '[A-Za-z0-9%+/_-]{43,80}=?';

/** A parameter of the query a match stands in. */
function parameter({ window, at, secret }: Match, name: string): string | undefined {
  const around = window.slice(Math.max(0, at - 500), at + secret.length + 500);
  return new RegExp(`[?&;"'\\\\s]${name}=([^&\\\\s"'\`;]{1,80})`).exec(around)?.[1];
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Both forms of a signature are 32 bytes. */
const isSignature = (secret: string): boolean => /^[A-Za-z0-9+/_-]{43}=?$/.test(decoded(secret));

function judgeSas(match: Match): Judgement {
  if (!isSignature(match.secret)) return held('bad-structure', 'not a signature of 32 bytes');
  const version = parameter(match, 'sv');
  const end = parameter(match, 'se');
  if (!version || !end || !/^\d{4}-\d{2}-\d{2}$/.test(version)) return held('not-a-value', 'no shared access token');
  return {
    kind: 'proven',
    evidence: [{ text: `a shared access token that is valid until ${decoded(end).slice(0, 10)}`, weight: 1 }],
  };
}

/** `%2F`, `%2B` and `%3D` stand for the signs of base 64. */
const fakeSignature = (seed: number): string => `${fake(b62, 20, seed)}%2B${fake(b62, 21, seed)}E%3D`;

export const azure = [
  defineRule({
    ...entraSecret,
    id: 'azure-entra-client-secret',
    supersedes: ['azure-entra-old-client-secret'],
    anchors: ['7Q~', '8Q~'],
    pattern: new RegExp(
      `(?<![${entraClass}])(?<secret>[${entraClass}]{3}[78]Q~[${entraClass}]{31,34})(?![${entraClass}])`,
    ),
    examples: () => ({
      leaks: [
        leak`AZURE_CLIENT_SECRET=${fakeEntra('8', 34, 1)}`,
        leak`{ "clientSecret": "${fakeEntra('7', 31, 2)}" }`,
        leak`  client_secret: ${fakeEntra('8', 34, 3)}`,
      ],
      clean: [
        `AZURE_CLIENT_SECRET=${fakeEntra('8', 30, 1)}`,
        `AZURE_CLIENT_SECRET=${fakeEntra('8', 40, 1)}`,
        `AZURE_CLIENT_SECRET=${fake(b62, 40)}`,
      ],
    }),
  }),
  defineNamedRule({
    ...entraSecret,
    id: 'azure-entra-old-client-secret',
    title: 'Azure Entra client secret (older form)',
    confidence: 'medium',
    // `entra` alone stands in `central`.
    words: ['azure', 'entraid', 'armclientsecret', 'armtenant', 'microsoftonline', 'graph.microsoft.com', 'aadclient'],
    names: /client[-_.]?(?:secret|password|key)|app[-_.]?(?:secret|password)/i,
    value: whole('[A-Za-z0-9_~.=:/?@*+\\[\\]-]{31,44}'),
    judge: ({ secret }) =>
      /[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret)
        ? plausible
        : held('bad-structure', 'not random characters'),
    examples: () => ({
      leaks: [
        leak`ARM_CLIENT_SECRET=${`${fake(b62, 40, 1)}a0A=`}`,
        leakBetween(
          `authority: https://login.microsoftonline.com/${fakeUuid(1)}\nclient_secret: "`,
          `${fake(b62, 32, 2)}a0A`,
          '"',
        ),
      ],
      clean: [
        `GOOGLE_CLIENT_SECRET=${fake(b62, 35)}`,
        `AZURE_CLIENT_SECRET=${fakeUuid(2)}`,
        `AZURE_CLIENT_SECRET=${fake(b62, 20)}`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-entra-refresh-token',
    title: 'Azure Entra refresh token',
    severity: 'critical',
    confidence: 'medium',
    description: 'Yields access tokens in the name of a signed-in user, for as long as it is used.',
    remediation: 'Revoke the sessions of the user in the Entra admin center under Users, and have them sign in again.',
    references: entraReferences,
    anchors: ['0.A', '1.A'],
    pattern: new RegExp(
      `(?<![A-Za-z0-9_.-])(?<secret>[01]\\.A${run(b64u, 20, 200)}(?:\\.[0-9])?\\.Ag${run(b64u, 250, 2000)}(?:\\.A${run(b64u, 100, 400)})?)(?![A-Za-z0-9_-])`,
    ),
    reach: { after: 2700 },
    examples: () => ({
      leaks: [
        leak`"refresh_token": "${`0.A${fake(b64u, 90, 1)}.Ag${fake(b64u, 600, 1)}`}"`,
        leak`REFRESH_TOKEN=${`1.A${fake(b64u, 60, 2)}.Ag${fake(b64u, 400, 2)}`}`,
      ],
      clean: [`"version": "0.A${fake(b64u, 90)}"`, `0.A${fake(b64u, 90)}.Ag${fake(b64u, 30)}`],
    }),
  }),
  defineNamedRule({
    id: 'azure-devops-old-token',
    title: 'Azure DevOps personal access token (older form)',
    severity: 'critical',
    confidence: 'medium',
    description: 'Acts as its owner on repositories, pipelines, packages and work items, within its scopes.',
    remediation:
      'Revoke it in Azure DevOps under User settings › Personal access tokens, then issue one of fewer scopes.',
    references: [
      'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    ],
    environment: ['AZURE_DEVOPS_EXT_PAT', 'AZURE_DEVOPS_PAT'],
    words: [
      'azuredevops',
      'azure devops',
      'azdo',
      'vsts',
      'dev.azure.com',
      'visualstudio.com',
      'azpat',
      'azptoken',
      'pkgs.dev',
    ],
    names: /pat$|[-_.]pat[-_.]|token|password|secret|key|auth/i,
    value: whole(run(b32l, 52)),
    examples: () => ({
      leaks: [
        leak`AZURE_DEVOPS_EXT_PAT=${fake(b32l, 52, 1)}`,
        leakBetween('url: https://dev.azure.com/acme\npersonal_access_token: "', fake(b32l, 52, 2), '"'),
      ],
      clean: [`MY_TOKEN=${fake(b32l, 52)}`, `AZURE_DEVOPS_EXT_PAT=${fake(b32l, 51)}`, `AZDO_PAT=${fake(hex, 52)}9`],
    }),
  }),
  defineRule({
    id: 'azure-shared-access-key',
    title: 'Azure shared access key',
    severity: 'high',
    description: 'Signs access to a Service Bus, Event Hubs, Relay or IoT Hub namespace, as its policy allows.',
    remediation:
      'Regenerate the key in the Azure portal under Shared access policies: move users to the second key first.',
    references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas'],
    environment: ['AZURE_SERVICEBUS_CONNECTION_STRING', 'EVENT_HUB_CONNECTION_STRING', 'IOTHUB_CONNECTION_STRING'],
    anchors: ['SharedAccessKey='],
    pattern: new RegExp(`SharedAccessKey=(?<secret>${policyKey})(?![A-Za-z0-9+/=])`),
    examples: () => ({
      leaks: [
        leak`Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=${`${fake(b64, 42, 1)}A=`}`,
        leak`HostName=acme.azure-devices.net;DeviceId=d1;SharedAccessKey=${`${fake(b64, 42, 2)}A=`}`,
      ],
      clean: [
        `SharedAccessKey=${fake(b64, 42)}=`,
        'Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=<key>',
        `key: ${fake(b64, 43)}=`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-signalr-access-key',
    title: 'Azure SignalR or Web PubSub access key',
    severity: 'high',
    description: 'Sends to, and lets anyone join, every connection of the service.',
    remediation: 'Regenerate the key in the Azure portal under Keys of the service.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-signalr/'],
    environment: ['AzureSignalRConnectionString', 'AZURE_SIGNALR_CONNECTION_STRING', 'WEB_PUBSUB_CONNECTION_STRING'],
    anchors: ['.service.signalr.net', '.webpubsub.azure.com'],
    pattern: new RegExp(
      `\\.(?:service\\.signalr\\.net|webpubsub\\.azure\\.com)/?;(?:[A-Za-z]{1,20}=[^;\\s"']{0,60};)?AccessKey=(?<secret>${run(b64, 43, 90)}={0,2})(?![A-Za-z0-9+/=])`,
    ),
    examples: () => ({
      leaks: [
        leak`Endpoint=https://acme.service.signalr.net;AccessKey=${`${fake(b64, 42, 1)}A=`};Version=1.0;`,
        leak`"WebPubSub": "Endpoint=https://acme.webpubsub.azure.com;AccessKey=${fake(b62, 84, 2)};Version=1.0;"`,
      ],
      clean: [
        'Endpoint=https://acme.service.signalr.net;AccessKey=<access-key>;Version=1.0;',
        'Endpoint=https://acme.service.signalr.net;AuthType=azure;Version=1.0;',
        `AccessKey=${fake(b64, 43)}=`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-app-configuration-connection-string',
    title: 'Azure App Configuration connection string',
    severity: 'high',
    description: 'Reads, and where it is not read-only writes, the settings of every application that uses the store.',
    remediation: 'Regenerate the key in the Azure portal under App Configuration › Access settings.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/'],
    environment: ['AZURE_APPCONFIG_CONNECTION_STRING'],
    anchors: ['.azconfig.io'],
    pattern: new RegExp(
      `\\.azconfig\\.io;Id=[^;\\s"']{4,80};Secret=(?<secret>${run(b64, 36, 100)}={0,2})(?![A-Za-z0-9+/=])`,
    ),
    examples: () => ({
      leaks: [
        leak`AZURE_APPCONFIG_CONNECTION_STRING="Endpoint=https://acme.azconfig.io;Id=a0bc-l0-s0:d1;Secret=${`${fake(b64, 42, 1)}A=`}"`,
        leak`{ "AppConfig": "Endpoint=https://acme.azconfig.io;Id=x9yz;Secret=${fake(b62, 84, 2)}" }`,
      ],
      clean: [
        'Endpoint=https://acme.azconfig.io;Id=a0bc;Secret=<your secret>',
        `Endpoint=https://acme.azconfig.io Secret=${fake(b64, 44)}`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-sas-token',
    title: 'Azure shared access signature',
    severity: 'medium',
    description: 'Opens what was signed, to whoever holds the address, until it ends.',
    remediation:
      'Delete the stored access policy it names; without one, regenerate the account key that signed it, or wait for its end.',
    references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview'],
    environment: ['AZURE_STORAGE_SAS_TOKEN'],
    anchors: ['sig='],
    pattern: new RegExp(`(?<![A-Za-z0-9_])sig=(?<secret>${signature})(?![A-Za-z0-9%+/_-])`),
    reach: { before: 600, after: 700 },
    judge: judgeSas,
    examples: () => ({
      leaks: [
        leakBetween(
          'https://acme.blob.core.windows.net/c?sv=2022-11-02&ss=b&srt=o&sp=rwl&se=2030-01-01T00:00:00Z&sig=',
          fakeSignature(1),
        ),
        leakBetween(
          'SAS="?sp=r&st=2024-01-01&se=2031-05-01T00%3A00%3A00Z&spr=https&sv=2022-11-02&sr=c&sig=',
          fakeSignature(2),
          '"',
        ),
      ],
      clean: [
        `https://example.org/?sig=${fakeSignature(3)}`,
        `?sv=2022-11-02&se=2030-01-01&sp=r&sig=${fake(b62, 30)}`,
        `?sv=2022-11-02&se=2030-01-01&sp=r&sig=${fake(b62, 60)}`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-service-sas-token',
    title: 'Azure Service Bus or IoT Hub access token',
    severity: 'medium',
    description: 'Acts under a shared access policy of the named resource until it ends.',
    remediation: 'Regenerate the key of the policy in the Azure portal, or wait for its end.',
    references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas'],
    anchors: ['SharedAccessSignature sr='],
    pattern: new RegExp(`SharedAccessSignature sr=[^&\\s"']{3,200}&sig=(?<secret>${signature})(?=&|["'\`\\s]|$)`),
    judge: ({ secret }) =>
      isSignature(secret) ? proven('a signature of 32 bytes') : held('bad-structure', 'not a signature of 32 bytes'),
    examples: () => ({
      leaks: [
        leak`Authorization: SharedAccessSignature sr=acme.servicebus.windows.net&sig=${fakeSignature(1)}&se=1900000000&skn=send`,
        leak`"password": "SharedAccessSignature sr=acme.azure-devices.net%2Fdevices%2Fd1&sig=${fakeSignature(2)}&se=1900000000"`,
      ],
      clean: [
        'SharedAccessSignature sr=acme.servicebus.windows.net&sig={signature}&se=1900000000',
        `SharedAccessSignature sr=acme&sig=${fake(b62, 50)}&se=1900000000`,
      ],
    }),
  }),
  defineRule({
    id: 'azure-logic-app-trigger-url',
    title: 'Azure Logic Apps or Power Automate trigger address',
    severity: 'medium',
    description:
      'Starts the workflow with contents of the caller’s choice; the signature in the address is the credential.',
    remediation: 'Regenerate the access key of the workflow in the Azure portal, or recreate the trigger of the flow.',
    references: ['https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app'],
    anchors: ['.logic.azure.com', '.environment.api.powerplatform.com'],
    pattern: new RegExp(
      `\\.(?:logic\\.azure\\.com|environment\\.api\\.powerplatform\\.com)(?::443)?/[^\\s"'<>]{20,300}?[?&](?:amp;)?sig=(?<secret>${run(b64u, 40, 50)})(?![A-Za-z0-9_-])`,
    ),
    judge: ({ secret }) => (isSignature(secret) ? plausible : because('not a signature of the usual length', -1)),
    examples: () => {
      const way = `/workflows/${fake(hex, 32, 1)}/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=`;
      return {
        leaks: [
          leakBetween(`https://prod-12.westeurope.logic.azure.com:443${way}`, fake(b64u, 43, 1)),
          leakBetween(`{ "url": "https://a1.2.environment.api.powerplatform.com${way}`, fake(b64u, 43, 2), '" }'),
        ],
        clean: [
          `https://prod-12.westeurope.logic.azure.com:443${way}`,
          `https://logic.example.com${way}${fake(b64u, 43)}`,
        ],
      };
    },
  }),
  defineRule({
    id: 'azure-application-insights-key',
    title: 'Azure Application Insights instrumentation key',
    severity: 'note',
    description: 'Sends telemetry to a resource; applications ship it to browsers by design.',
    remediation: 'None needed. Where false telemetry matters, require Entra sign-in for ingestion.',
    references: ['https://learn.microsoft.com/en-us/azure/azure-monitor/app/connection-strings'],
    environment: ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPINSIGHTS_INSTRUMENTATIONKEY'],
    anchors: ['i:instrumentationkey', 'i:instrumentation_key'],
    pattern: new RegExp(
      `${START}[Ii]nstrumentation_?[Kk]ey["']?\\s{0,2}[=:]\\s{0,2}["'\`]?(?<secret>${UUID})(?![0-9A-Za-z-])`,
    ),
    judge: () => isPublic('only sends telemetry'),
    examples: () => ({
      leaks: [
        leak`InstrumentationKey=${fakeUuid(1)};IngestionEndpoint=https://westeurope-1.in.applicationinsights.azure.com/`,
        leak`{ instrumentationKey: '${fakeUuid(2)}' }`,
      ],
      clean: [`InstrumentationKey=${fake(hex, 32)}`, `id=${fakeUuid(3)}`],
    }),
  }),
];

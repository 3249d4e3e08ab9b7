/**
 * Calls of packages that say by themselves that a value is a credential. Each option is checked against the package's
 * own declarations by `npm run check:sinks`.
 */

/**
 * Where in a call the credential stands: the number of an argument, the path of an option in whichever argument
 * (`credentials.secretAccessKey`, `keys[]`), or both.
 */
export type Where = number | string | readonly [argument: number, option: string];

/**
 * A call: the modules (a `*` at the end takes all that start so), what is called there (`|` between several, `new`
 * before what is constructed, `default` for the module itself, `Name()` for what `Name` made), and the places.
 */
export type Sink = readonly [modules: string, callees: string, ...where: Where[]];

/** The calls of one vendor, and what its rule says. */
export interface SinkVendor {
  /** Start of the rule's id. */
  readonly id: string;
  readonly name: string;
  /** What the holder of the credential can do. */
  readonly can: string;
  /** What to do: revoke or change it. */
  readonly fix: string;
  readonly reference: string;
  readonly environment?: readonly string[];
  readonly severity?: 'critical' | 'medium' | 'low';
  /** Values that may be public by design, or no credential at all, as often as not. */
  readonly unsure?: boolean;
  /** Packages that programs import for much else: parsed only where a value stands in the text, and less sure. */
  readonly common?: boolean;
  readonly sinks: readonly [Sink, ...Sink[]];
}

const models = 'Calls models at the expense of its owner.';
const database = 'Opens the database to whoever can reach its server.';
const changePassword = 'Change the password on the server, then read it from the environment or a secret manager.';
const signs = 'Lets its holder make tokens and sessions of any user.';
const changeSecret =
  'Replace the secret, which ends all sessions and tokens made with it, and read it from the environment.';

const ai: readonly SinkVendor[] = [
  {
    id: 'openai',
    name: 'OpenAI',
    can: models,
    fix: 'Revoke the key at platform.openai.com under API keys, then pass one from the environment.',
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    environment: ['OPENAI_API_KEY'],
    sinks: [
      ['openai', 'new OpenAI|default', 'apiKey', 'adminAPIKey', 'webhookSecret'],
      ['openai', 'new AzureOpenAI', 'apiKey'],
      ['@ai-sdk/openai', 'createOpenAI', 'apiKey'],
      ['@langchain/openai', 'new ChatOpenAI|OpenAI|OpenAIEmbeddings', 'apiKey', 'openAIApiKey'],
      ['@llamaindex/openai', 'new OpenAI|OpenAIEmbedding', 'apiKey'],
    ],
  },
  {
    id: 'anthropic',
    name: 'Anthropic',
    can: models,
    fix: 'Delete the key in the Anthropic Console under API keys, then pass one from the environment.',
    reference: 'https://docs.anthropic.com/en/api/overview',
    environment: ['ANTHROPIC_API_KEY'],
    sinks: [
      ['@anthropic-ai/sdk', 'new Anthropic|default', 'apiKey', 'authToken'],
      ['@ai-sdk/anthropic', 'createAnthropic', 'apiKey'],
      ['@langchain/anthropic', 'new ChatAnthropic', 'apiKey', 'anthropicApiKey'],
    ],
  },
  {
    id: 'google-ai',
    name: 'Google AI',
    can: models,
    fix: 'Delete the key in Google AI Studio, then pass one from the environment.',
    reference: 'https://ai.google.dev/gemini-api/docs/api-key',
    environment: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    sinks: [
      ['@google/generative-ai', 'new GoogleGenerativeAI', 0],
      ['@google/genai', 'new GoogleGenAI', 'apiKey'],
      ['@ai-sdk/google', 'createGoogleGenerativeAI', 'apiKey'],
      ['@langchain/google-genai', 'new ChatGoogleGenerativeAI', 'apiKey'],
    ],
  },
  {
    id: 'groq',
    name: 'Groq',
    can: models,
    fix: 'Delete the key at console.groq.com under API keys, then pass one from the environment.',
    reference: 'https://console.groq.com/docs/api-reference',
    environment: ['GROQ_API_KEY'],
    sinks: [
      ['groq-sdk', 'new Groq|default', 'apiKey'],
      ['@ai-sdk/groq', 'createGroq', 'apiKey'],
      ['@langchain/groq', 'new ChatGroq', 'apiKey'],
    ],
  },
  {
    id: 'mistral',
    name: 'Mistral AI',
    can: models,
    fix: 'Delete the key at console.mistral.ai under API keys, then pass one from the environment.',
    reference: 'https://docs.mistral.ai/',
    environment: ['MISTRAL_API_KEY'],
    sinks: [
      ['@mistralai/mistralai', 'new Mistral', 'apiKey'],
      ['@ai-sdk/mistral', 'createMistral', 'apiKey'],
      ['@langchain/mistralai', 'new ChatMistralAI', 'apiKey'],
    ],
  },
  {
    id: 'cohere',
    name: 'Cohere',
    can: models,
    fix: 'Delete the key at dashboard.cohere.com under API keys, then pass one from the environment.',
    reference: 'https://docs.cohere.com/',
    environment: ['CO_API_KEY', 'COHERE_API_KEY'],
    sinks: [
      ['cohere-ai', 'new CohereClient|CohereClientV2', 'token'],
      ['@ai-sdk/cohere', 'createCohere', 'apiKey'],
      ['@langchain/cohere', 'new ChatCohere', 'apiKey'],
    ],
  },
  {
    id: 'replicate',
    name: 'Replicate',
    can: models,
    fix: 'Disable the token at replicate.com under account, API tokens, then pass one from the environment.',
    reference: 'https://replicate.com/docs',
    environment: ['REPLICATE_API_TOKEN'],
    sinks: [['replicate', 'new default', 'auth']],
  },
  {
    id: 'hugging-face',
    name: 'Hugging Face',
    can: 'Reads, and often writes, the models and data of its owner.',
    fix: 'Invalidate the token at huggingface.co under settings, access tokens, then pass one from the environment.',
    reference: 'https://huggingface.co/docs/hub/security-tokens',
    environment: ['HF_TOKEN'],
    sinks: [['@huggingface/inference', 'new HfInference|InferenceClient', 0]],
  },
  {
    id: 'together',
    name: 'Together AI',
    can: models,
    fix: 'Regenerate the key at api.together.ai under settings, then pass it from the environment.',
    reference: 'https://docs.together.ai/',
    environment: ['TOGETHER_API_KEY'],
    sinks: [
      ['together-ai', 'new Together|default', 'apiKey'],
      ['@ai-sdk/togetherai', 'createTogetherAI', 'apiKey'],
    ],
  },
  {
    id: 'ai-provider',
    name: 'AI provider',
    can: models,
    fix: 'Revoke the key in the console of the provider, then pass one from the environment.',
    reference: 'https://ai-sdk.dev/providers/ai-sdk-providers',
    sinks: [
      ['@ai-sdk/xai', 'createXai', 'apiKey'],
      ['@ai-sdk/azure', 'createAzure', 'apiKey'],
      ['@ai-sdk/deepseek', 'createDeepSeek', 'apiKey'],
      ['@ai-sdk/perplexity', 'createPerplexity', 'apiKey'],
      ['@ai-sdk/fireworks', 'createFireworks', 'apiKey'],
      ['@ai-sdk/cerebras', 'createCerebras', 'apiKey'],
      ['@ai-sdk/openai-compatible', 'createOpenAICompatible', 'apiKey'],
      ['@ai-sdk/amazon-bedrock', 'createAmazonBedrock', 'apiKey', 'secretAccessKey', 'sessionToken'],
      ['@openrouter/ai-sdk-provider', 'createOpenRouter', 'apiKey'],
      ['@cerebras/cerebras_cloud_sdk', 'new Cerebras|default', 'apiKey'],
      ['assemblyai', 'new AssemblyAI', 'apiKey'],
      ['@elevenlabs/elevenlabs-js', 'new ElevenLabsClient', 'apiKey'],
      ['elevenlabs', 'new ElevenLabsClient', 'apiKey'],
      ['@deepgram/sdk', 'createClient', 0],
      ['langfuse', 'new Langfuse|default', 'secretKey'],
      ['langsmith', 'new Client', 'apiKey'],
      ['exa-js', 'new Exa|default', 0],
      ['@tavily/core', 'tavily', 'apiKey'],
    ],
  },
  {
    id: 'vector-database',
    name: 'Vector database',
    can: 'Reads and writes the indexes of the project.',
    fix: 'Delete the key in the console of the service, then pass one from the environment.',
    reference: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
    environment: ['PINECONE_API_KEY'],
    sinks: [
      ['@pinecone-database/pinecone', 'new Pinecone', 'apiKey'],
      ['weaviate-client', 'new ApiKey', 0],
      ['@qdrant/js-client-rest', 'new QdrantClient', 'apiKey'],
      ['@upstash/vector', 'new Index', 'token'],
    ],
  },
];

const services: readonly SinkVendor[] = [
  {
    id: 'stripe',
    name: 'Stripe',
    severity: 'critical',
    can: 'Moves money, and reads every customer and payment of the account.',
    fix: 'Roll the key at dashboard.stripe.com under developers, API keys, then pass it from the environment.',
    reference: 'https://docs.stripe.com/keys',
    environment: ['STRIPE_SECRET_KEY'],
    sinks: [
      ['stripe', 'Stripe|default', 0],
      ['stripe', 'default().webhooks.constructEvent|default().webhooks.constructEventAsync', 2],
      ['stripe', 'Stripe().webhooks.constructEvent|Stripe().webhooks.constructEventAsync', 2],
    ],
  },
  {
    id: 'twilio',
    name: 'Twilio',
    can: 'Sends messages and calls, and reads those of the account.',
    fix: 'Promote a new auth token in the Twilio Console, then pass it from the environment.',
    reference: 'https://www.twilio.com/docs/iam/api-keys',
    environment: ['TWILIO_AUTH_TOKEN'],
    sinks: [
      ['twilio', 'Twilio|default', 1],
      ['twilio', 'validateRequest', 0],
      ['twilio', 'new jwt.AccessToken', 2],
    ],
  },
  {
    id: 'mail-service',
    name: 'Mail service',
    can: 'Sends mail in the name of the domain, and reads what was sent.',
    fix: 'Delete the key in the console of the mail service, then pass one from the environment.',
    reference: 'https://docs.sendgrid.com/ui/account-and-settings/api-keys',
    environment: ['SENDGRID_API_KEY', 'MAILGUN_API_KEY', 'RESEND_API_KEY'],
    sinks: [
      ['@sendgrid/mail', 'setApiKey', 0],
      ['@sendgrid/client', 'setApiKey', 0],
      ['mailgun.js', 'default().client', 'key'],
      ['resend', 'new Resend', 0],
      ['postmark', 'new ServerClient|AccountClient', 0],
      ['@mailchimp/mailchimp_marketing', 'setConfig', 'apiKey'],
      ['nodemailer', 'createTransport', 'auth.pass', 'auth.clientSecret', 'auth.refreshToken', 'auth.accessToken'],
    ],
  },
  {
    id: 'aws-sdk',
    name: 'AWS',
    severity: 'critical',
    can: 'Acts in the account with all that the user or role may do.',
    fix: 'Deactivate the access key in IAM, then let the SDK find credentials in the environment or a role.',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    environment: ['AWS_SECRET_ACCESS_KEY'],
    sinks: [
      ['@aws-sdk/client-s3', 'new S3Client', 'credentials.secretAccessKey', 'credentials.sessionToken'],
      ['@aws-sdk/*', 'new *', 'credentials.secretAccessKey', 'credentials.sessionToken'],
      ['aws-sdk', '*', 'secretAccessKey', 'sessionToken', 'credentials.secretAccessKey'],
      ['aws-sdk', 'new Credentials', 1],
    ],
  },
  {
    id: 'google-cloud',
    name: 'Google',
    common: true,
    can: 'Acts in the project as the service account or client it belongs to.',
    fix: 'Delete the key in the Google Cloud console under credentials, then load one from outside the source.',
    reference: 'https://cloud.google.com/docs/authentication/api-keys',
    environment: ['GOOGLE_APPLICATION_CREDENTIALS'],
    sinks: [
      ['google-auth-library', 'new OAuth2Client', 'clientSecret', 1],
      ['google-auth-library', 'new JWT', 'key'],
      ['googleapis', 'new google.auth.OAuth2', 1],
      ['googleapis', 'google.*', 'auth'],
      ['@google-cloud/*', 'new *', 'credentials.private_key', 'apiKey'],
      ['firebase-admin/app', 'cert', 'privateKey'],
      ['firebase-admin', 'credential.cert', 'privateKey'],
    ],
  },
  {
    id: 'azure-sdk',
    name: 'Azure',
    can: 'Acts in the tenant or on the resource it was issued for.',
    fix: 'Delete the secret or regenerate the key in the Azure portal, then use a managed identity or the environment.',
    reference: 'https://learn.microsoft.com/en-us/azure/developer/javascript/sdk/authentication/overview',
    environment: ['AZURE_CLIENT_SECRET'],
    sinks: [
      ['@azure/identity', 'new ClientSecretCredential', 2],
      ['@azure/identity', 'new UsernamePasswordCredential', 3],
      ['@azure/core-auth', 'new AzureKeyCredential', 0],
      ['@azure/core-auth', 'new AzureNamedKeyCredential', 1],
      ['@azure/openai', 'new AzureKeyCredential', 0],
      ['@azure/search-documents', 'new AzureKeyCredential', 0],
      ['@azure/storage-blob', 'new StorageSharedKeyCredential', 1],
      ['@azure/cosmos', 'new CosmosClient', 'key'],
    ],
  },
  {
    id: 'supabase-client',
    name: 'Supabase',
    can: 'Reads and writes the project past its row-level security where it is a secret or service key.',
    fix: 'Roll the key in the Supabase dashboard under API settings, then pass it from the environment on the server.',
    reference: 'https://supabase.com/docs/guides/api/api-keys',
    environment: ['SUPABASE_SERVICE_ROLE_KEY'],
    unsure: true,
    sinks: [['@supabase/supabase-js', 'createClient', 1]],
  },
  {
    id: 'github-client',
    name: 'GitHub',
    can: 'Acts on GitHub as its owner.',
    fix: 'Delete the token under Settings › Developer settings, then pass one from the environment.',
    reference: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure',
    environment: ['GITHUB_TOKEN'],
    sinks: [
      ['octokit', 'new Octokit', 'auth'],
      ['@octokit/rest', 'new Octokit', 'auth'],
      ['@octokit/core', 'new Octokit', 'auth'],
      ['@octokit/webhooks', 'new Webhooks', 'secret'],
      ['@octokit/auth-app', 'createAppAuth', 'clientSecret'],
    ],
  },
  {
    id: 'gitlab-client',
    name: 'GitLab',
    can: 'Acts on GitLab as its owner.',
    fix: 'Revoke the token under preferences, access tokens, then pass one from the environment.',
    reference: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
    environment: ['GITLAB_TOKEN'],
    sinks: [['@gitbeaker/rest', 'new Gitlab', 'token', 'oauthToken', 'jobToken']],
  },
  {
    id: 'chat-bot',
    name: 'Chat bot',
    can: 'Reads and writes in every channel the bot or application was added to.',
    fix: 'Reset the token in the settings of the application, then pass it from the environment.',
    reference: 'https://api.slack.com/authentication/token-types',
    environment: ['SLACK_BOT_TOKEN', 'DISCORD_TOKEN', 'TELEGRAM_BOT_TOKEN'],
    sinks: [
      ['@slack/web-api', 'new WebClient', 0],
      ['@slack/bolt', 'new App', 'token', 'signingSecret', 'clientSecret', 'appToken'],
      ['discord.js', 'Client().login', 0],
      ['discord.js', 'REST().setToken', 0],
      ['telegraf', 'new Telegraf', 0],
      ['node-telegram-bot-api', 'new default', 0],
      ['node-telegram-bot-api', 'new Bot', 0],
      ['grammy', 'new Bot', 0],
    ],
  },
  {
    id: 'sentry-upload',
    name: 'Sentry',
    can: 'Uploads releases and source maps, and reads the projects of the organisation.',
    fix: 'Revoke the token in Sentry under settings, auth tokens, then read it from the environment of the build.',
    reference: 'https://docs.sentry.io/account/auth-tokens/',
    environment: ['SENTRY_AUTH_TOKEN'],
    sinks: [
      ['@sentry/webpack-plugin', 'sentryWebpackPlugin', 'authToken'],
      ['@sentry/vite-plugin', 'sentryVitePlugin', 'authToken'],
      ['@sentry/nextjs', 'withSentryConfig', 'authToken'],
    ],
  },
  {
    id: 'algolia-client',
    name: 'Algolia',
    can: 'Searches the indexes; an admin key writes and deletes them.',
    fix: 'Regenerate the key in the Algolia dashboard, and use a search-only key in clients.',
    reference: 'https://www.algolia.com/doc/guides/security/api-keys/',
    environment: ['ALGOLIA_ADMIN_KEY'],
    unsure: true,
    sinks: [
      ['algoliasearch', 'algoliasearch', 1],
      ['algoliasearch', 'default', 1],
    ],
  },
  {
    id: 'commerce-client',
    name: 'Commerce or payment',
    severity: 'critical',
    can: 'Acts on the shop or account: orders, customers, payments.',
    fix: 'Rotate the secret in the developer settings of the service, then pass it from the environment.',
    reference: 'https://shopify.dev/docs/apps/build/authentication-authorization',
    environment: ['SHOPIFY_API_SECRET', 'PAYPAL_CLIENT_SECRET', 'PLAID_SECRET'],
    sinks: [
      ['@shopify/shopify-api', 'shopifyApi', 'apiSecretKey', 'adminApiAccessToken'],
      ['shopify-api-node', 'new default', 'accessToken', 'password'],
      ['@paypal/checkout-server-sdk', 'new core.LiveEnvironment', 1],
      ['@paypal/paypal-server-sdk', 'new Client', 'clientCredentialsAuthCredentials.oAuthClientSecret'],
      ['plaid', 'new Configuration', 'baseOptions.headers.PLAID-SECRET'],
      ['razorpay', 'new default', 'key_secret'],
      ['braintree', 'new BraintreeGateway', 'privateKey'],
      ['@mollie/api-client', 'createMollieClient|default', 'apiKey'],
    ],
  },
  {
    id: 'saas-client',
    name: 'Service',
    can: 'Acts on the account with all that its owner may do there.',
    fix: 'Revoke the key in the settings of the service, then pass one from the environment.',
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    sinks: [
      ['contentful-management', 'createClient', 'accessToken'],
      ['cloudinary', 'v2.config', 'api_secret'],
      ['pusher', 'new default', 'secret'],
      ['ably', 'new Realtime|Rest', 0, 'key'],
      ['@launchdarkly/node-server-sdk', 'init', 0],
      ['launchdarkly-node-server-sdk', 'init', 0],
      ['@notionhq/client', 'new Client', 'auth'],
      ['airtable', 'new default', 'apiKey'],
      ['airtable', 'configure', 'apiKey'],
      ['@linear/sdk', 'new LinearClient', 'apiKey', 'accessToken'],
      ['@hubspot/api-client', 'new Client', 'accessToken'],
      ['@clerk/backend', 'createClerkClient', 'secretKey'],
      ['auth0', 'new ManagementClient', 'clientSecret', 'token'],
      ['@workos-inc/node', 'new WorkOS', 0],
      ['livekit-server-sdk', 'new AccessToken', 1],
      ['stream-chat', 'StreamChat.getInstance', 1],
      ['@vonage/server-sdk', 'new Vonage', 'apiSecret'],
      ['minio', 'new Client', 'secretKey'],
      ['@upstash/redis', 'new Redis', 'token'],
    ],
  },
];

const servers: readonly SinkVendor[] = [
  {
    id: 'postgres-client',
    name: 'PostgreSQL',
    can: database,
    fix: changePassword,
    reference: 'https://node-postgres.com/features/connecting',
    environment: ['PGPASSWORD', 'DATABASE_URL'],
    sinks: [
      ['pg', 'new Client|Pool', 'password'],
      ['postgres', 'default', 'password', 'pass'],
      ['pg-promise', 'default()', 'password'],
    ],
  },
  {
    id: 'mysql-client',
    name: 'MySQL',
    can: database,
    fix: changePassword,
    reference: 'https://sidorares.github.io/node-mysql2/docs',
    environment: ['MYSQL_PASSWORD'],
    sinks: [
      ['mysql', 'createConnection|createPool', 'password'],
      ['mysql2', 'createConnection|createPool', 'password'],
      ['mysql2/promise', 'createConnection|createPool', 'password'],
      ['mariadb', 'createConnection|createPool', 'password'],
    ],
  },
  {
    id: 'database-client',
    name: 'Database',
    can: database,
    fix: changePassword,
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
    environment: ['DATABASE_URL', 'DB_PASSWORD'],
    sinks: [
      ['mongoose', 'connect|createConnection', 'pass', 'auth.password'],
      ['mongodb', 'new MongoClient', 'auth.password'],
      ['redis', 'createClient', 'password'],
      ['ioredis', 'new Redis|default', 'password', 'sentinelPassword'],
      ['knex', 'knex|default', 'connection.password'],
      ['typeorm', 'new DataSource', 'password'],
      ['sequelize', 'new Sequelize', 2, 'password'],
      ['mssql', 'connect', 'password'],
      ['oracledb', 'getConnection|createPool', 'password'],
      ['neo4j-driver', 'auth.basic', 1],
      ['@elastic/elasticsearch', 'new Client', 'auth.password', 'auth.apiKey'],
      ['@opensearch-project/opensearch', 'new Client', 'auth.password'],
      ['cassandra-driver', 'new auth.PlainTextAuthProvider', 1],
    ],
  },
  {
    id: 'server-login',
    name: 'Server',
    common: true,
    can: 'Logs in to the server as the user it belongs to.',
    fix: changePassword,
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    sinks: [
      ['ssh2', 'Client().connect', 'password', 'passphrase'],
      ['ssh2-sftp-client', 'default().connect', 'password', 'passphrase'],
      ['basic-ftp', 'Client().access', 'password'],
      ['imapflow', 'new ImapFlow', 'auth.pass', 'auth.accessToken'],
      ['amqplib', 'connect', 'password'],
      ['kafkajs', 'new Kafka', 'sasl.password'],
      ['mqtt', 'connect', 'password'],
      ['ldapts', 'Client().bind', 1],
      ['node:tls', 'connect|createServer|createSecureContext', 'passphrase'],
      ['tls', 'connect|createServer|createSecureContext', 'passphrase'],
      ['node:https', 'createServer|request', 'passphrase'],
      ['https', 'createServer|request', 'passphrase'],
    ],
  },
  {
    id: 'http-client',
    name: 'HTTP',
    common: true,
    can: 'Logs in to the service that is called.',
    fix: changePassword,
    reference: 'https://axios-http.com/docs/req_config',
    sinks: [
      ['axios', 'default|create|request|get|delete|head|post|put|patch', 'auth.password'],
      ['got', 'default|got|get|post|put|patch|delete|extend|got.extend|extend', 'password'],
    ],
  },
  {
    id: 'token-signing',
    name: 'Token or session signing',
    can: signs,
    fix: changeSecret,
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
    environment: ['JWT_SECRET', 'SESSION_SECRET'],
    sinks: [
      ['jsonwebtoken', 'sign|verify', 1],
      ['jose', 'SignJWT().*', 0],
      ['jose', 'jwtVerify', 1],
      ['express-session', 'default', 'secret', 'secret[]'],
      ['cookie-session', 'default', 'secret', 'keys[]'],
      ['cookie-parser', 'default', 0],
      ['iron-session', 'getIronSession|sealData|unsealData', 'password'],
      ['next-auth', 'default', 'secret'],
      ['next-auth/*', 'getToken|encode|decode', 'secret'],
      ['next-auth/providers/*', 'default', 'clientSecret'],
      ['@auth/core', 'Auth', 'secret'],
      ['@auth/core/providers/*', 'default', 'clientSecret'],
      ['better-auth', 'betterAuth', 'secret'],
      ['passport-jwt', 'new Strategy', 'secretOrKey'],
      ['passport-google-oauth20', 'new Strategy', 'clientSecret'],
      ['passport-github2', 'new Strategy', 'clientSecret'],
      ['passport-facebook', 'new Strategy', 'clientSecret'],
      ['passport-oauth2', 'new Strategy|default', 'clientSecret'],
      ['@nestjs/jwt', 'JwtModule.register', 'secret'],
      ['hono/jwt', 'sign|verify', 1],
      ['hono/jwt', 'jwt', 'secret'],
    ],
  },
  {
    id: 'password-hash',
    name: 'Hashed password',
    common: true,
    severity: 'medium',
    can: 'Logs in as whoever has the password that is hashed here.',
    fix: 'Change the password where it is used, and read the first one from the environment.',
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    sinks: [
      ['bcrypt', 'hash|hashSync|compare|compareSync', 0],
      ['bcryptjs', 'hash|hashSync|compare|compareSync', 0],
      ['argon2', 'hash', 0],
      ['argon2', 'verify', 1],
    ],
  },
  {
    id: 'wallet',
    name: 'Wallet',
    severity: 'critical',
    can: 'Spends everything the wallet holds, on every network.',
    fix: 'Move all assets to a new wallet at once: a key cannot be revoked.',
    reference: 'https://docs.ethers.org/v6/api/wallet/',
    environment: ['PRIVATE_KEY'],
    sinks: [
      ['ethers', 'new Wallet|ethers.Wallet', 0],
      ['viem/accounts', 'privateKeyToAccount', 0],
    ],
  },
  {
    id: 'cipher-key',
    name: 'Cipher or signature',
    common: true,
    can: 'Decrypts and signs what the program does with this key.',
    fix: 'Make a new key, encrypt stored data again, and read the key from the environment or a key service.',
    reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    sinks: [
      ['crypto', 'createHmac|createCipheriv|createDecipheriv', 1],
      ['crypto', 'createCipheriv|createDecipheriv', 2],
      ['node:crypto', 'createHmac|createCipheriv|createDecipheriv', 1],
      ['node:crypto', 'createCipheriv|createDecipheriv', 2],
      ['crypto', 'scrypt|scryptSync|pbkdf2|pbkdf2Sync|createSecretKey', 0],
      ['node:crypto', 'scrypt|scryptSync|pbkdf2|pbkdf2Sync|createSecretKey', 0],
      ['crypto-js', 'AES.encrypt|AES.decrypt|HmacSHA1|HmacSHA256|HmacSHA512', 1],
    ],
  },
];

/** Every vendor with a rule of its own. */
export const sinkVendors: readonly SinkVendor[] = [...ai, ...services, ...servers];

import { splitWords } from '../lexicon/index.ts';

/** Names of variables that say what becomes of their values: given to clients, or a secret. */

/** Prefixes of variables that builds put into client code, by the documentation of each framework. */
export const publicPrefixes = [
  'NEXT_PUBLIC_',
  'VITE_',
  'REACT_APP_',
  'VUE_APP_',
  'EXPO_PUBLIC_',
  'NUXT_PUBLIC_',
  'NUXT_ENV_',
  'GATSBY_',
  'NX_PUBLIC_',
  'PLASMO_PUBLIC_',
  'WXT_',
  'NG_APP_',
  'WEBPACK_',
  'MAIN_VITE_',
  'PRELOAD_VITE_',
  'RENDERER_VITE_',
  'STORYBOOK_',
  'SANITY_STUDIO_',
  'STRAPI_ADMIN_',
  'REDWOOD_ENV_',
  'RAZZLE_',
  'PREACT_APP_',
  'UMI_APP_',
  'TARO_APP_',
  'WAKU_PUBLIC_',
  'PUBLIC_ENV__',
  'PUBLIC_',
] as const;

/** The public prefix a name starts with; `''` for none. `PUBLIC_KEY` is a key that anyone may have, whatever builds do. */
export const publicPrefixOf = (name: string): string =>
  name.startsWith('PUBLIC_KEY') ? '' : (publicPrefixes.find((prefix) => name.startsWith(prefix)) ?? '');

/** Services of which every key is a secret; one that also issues publishable keys is not among them. */
const services = new Set(
  `openai open_ai gpt chatgpt dalle azure_openai anthropic claude gemini google_ai google_genai google_generative_ai google_ai_studio palm vertex
  groq mistral cohere hugging_face huggingface hf replicate eleven_labs elevenlabs xi deepgram deepseek openrouter open_router perplexity
  pplx together together_ai xai grok fireworks fireworks_ai assembly_ai assemblyai stability stability_ai stable_diffusion midjourney
  runway cerebras voyage ai21 nvidia siliconflow dashscope qwen moonshot kimi zhipu glm minimax pinecone qdrant weaviate fal runpod
  sendgrid send_grid resend mailgun postmark brevo sendinblue mailchimp mailersend mailjet sparkpost loops twilio vonage nexmo plivo
  telnyx messagebird notion airtable linear asana jira confluence clickup github gh gitlab bitbucket slack slack_bot discord_bot
  discord telegram telegram_bot vercel netlify cloudflare digitalocean heroku render fly railway serpapi serp_api serper tavily exa
  brave_search firecrawl scrapingbee apify rapidapi rapid_api upstash_redis_rest upstash qstash kv_rest_api blob_read_write turso
  planetscale neon xata fauna sanity_write sanity_api contentful_management storyblok_management shopify_admin
  algolia_admin meilisearch_master meili_master sentry_auth turso_auth datadog datadog_app dd npm shippo easypost lemonsqueezy
  lemon_squeezy paddle_api hubspot intercom zendesk salesforce aws ibm browserless e2b retell vapi_private bland suno udio heygen
  did d_id deepl mailerlite ably figma webflow cartesia gladia speechmatics novita sambanova anyscale voyage_ai jina
  lambda_labs coda pagerduty opsgenie snyk circleci luma pika unstructured langchain langsmith langfuse_secret helicone`.split(
    /\s+/,
  ),
);
/** The noun of a name and, taken away one by one, the words before it that only say more of it. */
const noun = /_(?:keys?|tokens?|pat|auth|secret)(?:_?\d+)?$/;
const beforeNoun = /_(?:api|access|auth|bot|bearer|secret|private|app)$/;

/** Last words that name a secret whoever issued it, the words before them included. */
const secret =
  /(?:^|_)(?:(?:secret|private|service_role|service_account|servicerole|service|admin|master|root|encryption|decryption|crypto|cipher|aes|hmac|signing|signature|management|deployer|wallet_private|server|restricted|write_api|internal|internal_api|backend|backend_api)_(?:api_|access_)*(?:key|token|json)|secret|secrets|secret_(?:access_|api_|auth_)?(?:key|token)(?:_api)?|service_role|service_account|private_pem|(?:password|passwd|passphrase|pwd)|(?:db|database|smtp|mail|redis|mysql|postgres|pg|mongo|admin|user|ftp|ssh)_pass|mnemonic|seed_phrase|(?:database|db|postgres|postgresql|pg|mysql|mongo|mongodb|redis|amqp|rabbitmq|prisma_database|direct|pooler)_(?:url|uri|dsn|connection_string|conn_string)|connection_string|webhook_signing_key|(?:slack|discord|teams|mattermost|google_chat|gchat)_(?:incoming_)?(?:webhook|hook)(?:_ur[il])?)$/;
/** Words that make a name one of something else, or of a value that is given to everyone. */
const harmless =
  /(?:^|_)(?:public|publishable|anon|anonymous|site|dsn|measurement|enabled|disabled|length|placeholder|label|hint|min|max|regex|pattern|url|uri|path|id|name|field|visible|toggle|show|hide|enable|disable|required|reset|forgot|forgotten|change|expiry|expires|header|policy|strength)(?:_|$)/;
const address = /(?:^|_)(?:url|uri|dsn)$/;

/** A name in one spelling: `openAiKey`, `OPENAI-KEY` and `OPENAI_KEY` are `openai_key`, up to where words part. */
function spelled(name: string): string {
  if (/^[A-Z0-9_]+$/.test(name) || /^[a-z0-9_]+$/.test(name)) return name.toLowerCase();
  return splitWords(name).join('_');
}

/**
 * A name of which `saysSecret` may be true, as a pattern with the group `secret`: most names of a program end otherwise, and
 * are passed by.
 */
export const secretName =
  /(?<![\w$])(?=\w{0,54}(?:key|token|auth|secret|pass|pwd|pat\b|pat_|mnemonic|phrase|ur[il]|dsn|conn|service|account|pem|json))(?<secret>[a-z]\w{5,60})(?![\w$])/i;

/**
 * Whether a variable or property of that name holds a value that nobody but its owner may see: `STRIPE_SECRET_KEY`,
 * `openaiApiKey`, `DATABASE_URL`. Names of which the value may be publishable (`API_KEY`, `STRIPE_KEY`, `SUPABASE_ANON_KEY`)
 * say no secret. A public prefix is not looked at.
 */
export function saysSecret(given: string): boolean {
  const name = spelled(given.slice(publicPrefixOf(given).length));
  if (harmless.test(address.test(name) ? name.replace(address, '') : name)) return false;
  if (secret.test(name)) return true;
  for (let stem = name.replace(noun, ''); stem !== '' && stem !== name; ) {
    if (endsInService(stem)) return true;
    const shorter = stem.replace(beforeNoun, '');
    if (shorter === stem) break;
    stem = shorter;
  }
  return false;
}

/** `my_open_ai`, `vite_openai`: the last words are a service. */
function endsInService(stem: string): boolean {
  const words = stem.split('_').slice(-4);
  return words.some((_, from) => services.has(words.slice(from).join('_')) || services.has(words.slice(from).join('')));
}

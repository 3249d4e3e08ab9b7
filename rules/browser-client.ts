import type { FlagSite, Judgement, Match, SeverityBy } from '../src/model/index.ts';
import {
  because,
  type Call,
  callAround,
  defineRule,
  defineSyntaxRule,
  endsInQuotedProgram,
  fake,
  held,
  leakBetween,
  leakIn,
  literal,
  originsOf,
} from '../src/rule-kit/index.ts';

/** Calls that need a key, in code that whoever loads the page can read. */

/** Packages whose client refuses to run in a browser unless it is told to. */
const guarded =
  /^(?:openai|@anthropic-ai\/[\w-]+|groq-sdk|@langchain\/(?:openai|anthropic|groq)|@llamaindex\/[\w-]+|@cerebras\/[\w-]+|together-ai)$/;

/** Hosts that take nothing but a secret key; a page that calls them holds one. */
const hosts = [
  'api.openai.com',
  'api.anthropic.com',
  'generativelanguage.googleapis.com',
  'api.mistral.ai',
  'openrouter.ai/api',
  'api.groq.com',
  'api.deepseek.com',
  'api.perplexity.ai',
  'api.together.xyz',
  'api.together.ai',
  'api.cohere.ai',
  'api.cohere.com',
  'api.x.ai',
  'api.fireworks.ai',
  'api.replicate.com',
  'api.elevenlabs.io',
  'api.deepgram.com',
  'api.assemblyai.com',
  'api.stability.ai',
  'api-inference.huggingface.co',
  'router.huggingface.co',
  '.openai.azure.com',
  'api.stripe.com',
  'api.sendgrid.com',
  'api.resend.com',
  'api.mailgun.net',
  'api.postmarkapp.com',
  'api.brevo.com',
  'api.twilio.com',
  'api.notion.com',
  'api.airtable.com',
  'api.github.com',
  'slack.com/api',
  '.pinecone.io',
  'api.tavily.com',
  'google.serper.dev',
  'api.deepl.com',
  'api-free.deepl.com',
  'api.linear.app',
  'api.cerebras.ai',
  'api.sambanova.ai',
  'api.voyageai.com',
  'api.cartesia.ai',
  'api.heygen.com',
  'api.runpod.ai',
  'fal.run',
  'integrate.api.nvidia.com',
  'api.mailersend.com',
  'api.telegram.org/bot',
] as const;

const isHost = new RegExp(
  `^["'\`]?(?:https?|wss?):\\/\\/(?:[^/]{0,80}\\.|[\\w.\${}-]{0,80}(?=\\.))?(?:${hosts.map(literal).join('|')})`,
);
/** What carries a key. */
const carries =
  /authorization|bearer|x-api-key|xi-api-key|x-goog-api-key|["'`]api-key["'`]|x-subscription-token|[?&](?:api_?key|key|token)=|\bauth\s{0,4}:|["'`]token["'`]\s{0,4},|openai-insecure-api-key|telegram\.org\/bot(?:\$\{|["'`]\s{0,4}\+)/i;
/** A key that a server has made for one visit. */
const shortLived = /ephemeral|client_?secret|temporary|temp_?token|session_?token|short_?lived|\bek_|scoped_?token/i;
/** What the page asks its own server for. */
const askedFor =
  /\b(?:fetch|\$fetch|useFetch|ky|axios|api|http|client)(?:\.\w{1,12})?(?:<[^<>()]{0,80}>)?\(\s{0,20}["'`]\/(?!\/)|\bfunctions\.invoke\(/;
/** A key that each user brings. */
const brought =
  /localStorage|sessionStorage|user_?(?:api_?)?key|settings\??\.|prompt\(|inputs?\.|form\.|custom_?(?:api_?)?key|byok|\.value\b|(?:chrome|browser)\.storage|AsyncStorage|SecureStore|Keychain|indexedDB/i;

const shown: SeverityBy = {
  client: 'high',
  'public-file': 'high',
  'source-map': 'medium',
  // Who installs a package brings a key of their own.
  package: 'none',
  server: 'none',
  'build-only': 'none',
  test: 'none',
  unknown: 'none',
};

/** The statement a place stands in, as far as blank lines and semicolons tell. */
function statementAround(window: string, at: number): string {
  const before = window.slice(Math.max(0, at - 300), at);
  const after = window.slice(at, at + 500);
  const end = after.search(/;\s|\n\s{0,40}\n/);
  const start = Math.max(...[before.lastIndexOf(';'), before.lastIndexOf('\n\n')]);
  return before.slice(start + 1) + (end < 0 ? after : after.slice(0, end));
}

/** True for a page's own text: what no script of it runs. */
const isProse = (path: string, before: string): boolean =>
  /\.html?$/i.test(path) && before.lastIndexOf('<script') <= before.lastIndexOf('</script');

/** True behind the start of a comment on the same line. */
const isComment = (window: string, at: number): boolean =>
  /^\s{0,40}(?:\/\/|\/?\*|<!--)/.test(window.slice(window.lastIndexOf('\n', at) + 1, at));

function judgeCall({ secret, window, at, path }: Match): Judgement {
  const before = window.slice(0, at);
  if (isProse(path, before) || endsInQuotedProgram(before)) return held('not-a-value', 'stands in a text');
  if (isComment(window, at)) return held('not-a-value', 'stands in a comment');
  const call = callOf(window, at);
  const sent = call?.text ?? window.slice(Math.max(0, at - 500), at + secret.length + 500);
  const origins = call ? `${originsOf(call.text, window.slice(0, call.start))}\n${setLater(call, window)}` : '';
  if (!carries.test(`${sent}\n${origins}`)) return held('not-a-value', 'no key is sent with it');
  const statement = call?.text ?? statementAround(window, at);
  if (shortLived.test(statement) || shortLived.test(origins) || askedFor.test(origins))
    return held('public-by-design', 'a key that a server has made for one visit');
  return brought.test(statement) || brought.test(origins)
    ? held('public-by-design', 'each user brings a key of their own')
    : because('is sent with a key, which stands in the page');
}

/** What a request or a client is given after it was made: a header of `xhr`, what every request of `axios.create` takes in. */
function setLater({ callee, text, start }: Call, window: string): string {
  const isOpened = callee.endsWith('.open');
  if (!isOpened && !/\.(?:create|extend)$/.test(callee)) return '';
  const name = isOpened
    ? callee.slice(0, -'.open'.length)
    : /\b(?:const|let|var)\s{1,4}([\w$]{1,40})[^=\n]{0,60}=\s{0,8}$/.exec(
        window.slice(Math.max(0, start - 120), start),
      )?.[1];
  if (name === undefined || name === '') return '';
  const set = new RegExp(
    `(?<![\\w$.])${name.split('.').map(literal).join('\\.')}\\.(?:setRequestHeader|interceptors\\.request|defaults)[^\\n]{0,300}`,
    'g',
  );
  return (window.slice(start + text.length).match(set) ?? []).join('\n');
}

/** The call that an address is given to, by itself or by the name that it was given first. */
function callOf(window: string, at: number): Call | undefined {
  const own = callAround(window, at);
  if (own) return own;
  const name = /\b(?:const|let|var)\s{1,4}([\w$]{1,40})[^=\n;]{0,40}=\s{0,4}["'`]?$/.exec(window.slice(0, at))?.[1];
  if (name === undefined) return undefined;
  const use = new RegExp(`[(,{:\\s](?:${literal(name)})(?![\\w$])`).exec(window.slice(at));
  return use ? callAround(window, at + use.index + 1) : undefined;
}

/** Where the client is told to call something else than the vendor. */
const besideVendor = (text: string | undefined): boolean => text !== undefined && !isHost.test(text);
const noKey = /^["'`](?:|[^"'`]{0,20}(?:unused|dummy|none|proxy|fake|placeholder|not|ignored|x{3})[^"'`]{0,20})["'`]$/i;

/** `dangerouslyAllowBrowser` given to a client: with a key, or with an address through which it is reached. */
function judgeFlag({ name, value, call, beside = {} }: FlagSite): Judgement | undefined {
  if (name !== 'dangerouslyAllowBrowser' || !value) return undefined;
  const key = beside['apiKey'] ?? beside['authToken'] ?? beside['openAIApiKey'];
  if (besideVendor(beside['baseURL'] ?? beside['basePath'] ?? beside['baseUrl']))
    return held('public-by-design', 'it calls a server of its own');
  if (key !== undefined && (shortLived.test(key) || noKey.test(key)))
    return held('public-by-design', 'a key that is made for one visit, or none');
  if (key !== undefined && brought.test(key)) return held('public-by-design', 'each user brings a key of their own');
  return call?.module !== undefined && guarded.test(call.module)
    ? because('lets the client run in a browser, where its key can be read')
    : because('lets a client run in a browser; which one, the file does not say', -1);
}

/** Clients that need a secret key and run in a browser without being told to. */
const clients = [
  'GoogleGenerativeAI',
  'GoogleGenAI',
  'OpenAIApi',
  'AzureOpenAI',
  'Replicate',
  'CohereClient',
  'CohereClientV2',
  'MistralClient',
  'Mistral',
  'ElevenLabsClient',
  'HfInference',
  'InferenceClient',
  'Together',
  'Resend',
  'Stripe',
  'AssemblyAI',
  'Pinecone',
  'ChatOpenAI',
  'ChatAnthropic',
  'ChatGoogleGenerativeAI',
  'OpenAIEmbeddings',
  'createOpenAI',
  'createAnthropic',
  'createGoogleGenerativeAI',
  'createGroq',
  'createMistral',
  'createDeepSeek',
  'createXai',
] as const;
/** The same names as calls. */
const others = [
  'Client({',
  'new Client(',
  'new Airtable(',
  '.setApiKey(',
  'createClient(',
  'twilio(',
  'Realtime(',
  'Rest(',
] as const;
/** Names that stand for many things: what must be imported under them, and what they must be given. */
const named: readonly (readonly [name: RegExp, module: string, given?: RegExp])[] = [
  [/^new\s+Client$/, '@notionhq/client'],
  [/^new\s+Airtable$/, 'airtable'],
  [/\bsetApiKey$/, '@sendgrid/(?:mail|client)'],
  [/^createClient$/, '@deepgram/sdk'],
  [/^twilio$/, 'twilio'],
  [/^new\s+(?:Ably\.)?(?:Realtime|Rest)$/, 'ably(?:/\\w{1,20})?', /\bkey\s{0,4}:/],
  [/^new\s+\w{2,40}Client$/, '@aws-sdk/client-[\\w-]{1,40}', /\bsecretAccessKey\b(?![^{}]{0,200}\bsessionToken\b)/],
];
const modules =
  /["'](?:@google\/(?:generative-ai|genai)|openai|replicate|cohere-ai|@mistralai\/mistralai|elevenlabs|@elevenlabs\/elevenlabs-js|@huggingface\/inference|together-ai|resend|stripe|assemblyai|@pinecone-database\/pinecone|@langchain\/[\w-]{1,30}|langchain(?:\/[\w/]{1,60})?|@ai-sdk\/[\w-]{1,30})["']/;

function judgeClient({ window, at, secret }: Match): Judgement {
  if (endsInQuotedProgram(window.slice(0, at))) return held('not-a-value', 'stands in a text');
  if (isComment(window, at)) return held('not-a-value', 'stands in a comment');
  const given = window.slice(at + secret.length, at + secret.length + 400);
  const ends = given.search(/\n\s{0,8}\}?\)|\)\s{0,4}[;\n]|\)$/);
  const options = ends < 0 ? given : given.slice(0, ends + 1);
  const before = window.slice(Math.max(0, at - 4_000), at);
  const own = named.filter(([name]) => name.test(secret));
  const isImported =
    own.length > 0
      ? own.some(([, module, takes]) => new RegExp(`["']${module}["']`).test(before) && (takes?.test(options) ?? true))
      : modules.test(before);
  if (!isImported) return held('not-a-value', 'no package that needs a key is imported');
  const origins = originsOf(options, before);
  if (askedFor.test(origins)) return held('public-by-design', 'a key that a server has made for one visit');
  if (brought.test(origins)) return held('public-by-design', 'each user brings a key of their own');
  const address = /\bbase(?:URL|Url|Path)["']?\s{0,4}:\s{0,4}([^,}\n]{1,200})/.exec(options)?.[1];
  if (besideVendor(address)) return held('public-by-design', 'it calls a server of its own');
  if (shortLived.test(options)) return held('public-by-design', 'a key that a server has made for one visit');
  return brought.test(options)
    ? held('public-by-design', 'each user brings a key of their own')
    : because('the client sends its key with each call, and the key stands in the page');
}

const references = [
  'https://platform.openai.com/docs/api-reference/authentication',
  'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
] as const;
const remediation =
  'Call the vendor from a route of your server that holds the key, and let the page call that route; or have the server issue a short-lived key. Then revoke the key that was in the page.';
const inPages = /(?<!\.d)\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx|html?)$/;
/** One letter comes from a call, so that no text of this file is what the rules look for. */
const apart = (text: string): string =>
  fake({ characters: text.charAt(0), inClass: text.charAt(0) }, 1) + text.slice(1);

export const browserClient = [
  defineSyntaxRule({
    id: 'browser-client-flag',
    title: 'Client of a paid API allowed to run in browsers',
    severity: 'medium',
    description: 'The client calls the vendor from the page itself, so whoever opens the page can read its key.',
    remediation,
    references: ['https://github.com/openai/openai-node', ...references],
    anchors: ['dangerouslyAllowBrowser'],
    paths: /(?<!\.d)\.(?!json)\w+$/,
    design: true,
    severityBy: { client: 'high', 'public-file': 'high', server: 'low', 'build-only': 'low', test: 'low' },
    flag: judgeFlag,
    examples: () => ({
      leaks: [
        leakIn(
          'src/ai.ts',
        )`import OpenAI from 'openai';\nexport const ai = new OpenAI({ apiKey: key, ${'dangerouslyAllowBrowser: true'} });`,
        leakIn(
          'src/ai.ts',
        )`import Anthropic from '@anthropic-ai/sdk';\nexport const ai = new Anthropic({ ${'dangerouslyAllowBrowser: !0'} });`,
      ],
      clean: [
        {
          text: "import OpenAI from 'openai';\nexport const ai = new OpenAI({ dangerouslyAllowBrowser: false });",
          path: 'src/ai.ts',
        },
        {
          text: "import OpenAI from 'openai';\nconst ai = new OpenAI({ baseURL: '/api/ai', apiKey: 'unused', dangerouslyAllowBrowser: true });",
          path: 'src/ai.ts',
        },
        { text: 'export interface Options { dangerouslyAllowBrowser?: boolean }', path: 'src/ai.ts' },
      ],
    }),
  }),
  defineRule({
    id: 'browser-vendor-call',
    title: 'Page calls an API that takes secret keys only',
    severity: 'medium',
    confidence: 'medium',
    description:
      'Code that browsers load sends requests with a key to a vendor whose keys are all secret: whoever opens the page can read the key and use it.',
    remediation,
    references,
    anchors: hosts,
    pattern: new RegExp(
      `(?<secret>(?:https?|wss?):\\/\\/(?:[\\w.\${}-]{0,80})(?:${hosts.map(literal).join('|')})[^\\s'"\`<>()$\{}?]{0,120})`,
    ),
    reach: { before: 4000, after: 1400 },
    random: false,
    design: true,
    severityBy: shown,
    paths: inPages,
    judge: judgeCall,
    examples: () => ({
      leaks: [
        leakBetween(
          "await fetch('",
          apart('https://api.openai.com/v1/chat/completions'),
          "', { headers: { Authorization: 'Bearer ' + key } });\n",
          'src/chat.ts',
        ),
        leakBetween(
          'await fetch(`',
          apart('https://generativelanguage.googleapis.com/v1beta/models/g:generateContent'),
          '?key=$' + '{key}`);\n',
          'src/ask.jsx',
        ),
      ],
      clean: [
        {
          text: `<p>Send <code>${apart('https://api.github.com/user')}</code> with Authorization: Bearer and your token</p>`,
          path: 'docs/api.html',
        },
        { text: "const docs = 'https://api.openai.com/v1';", path: 'src/links.ts' },
        {
          text: "fetch('https://api.openai.com/v1/realtime', { headers: { Authorization: bearer(session.client_secret) } })",
          path: 'src/voice.ts',
        },
        { text: "fetch('/api/chat', { headers: { Authorization: token } })", path: 'src/chat.ts' },
        {
          text: `const { apiKey } = await chrome.storage.local.get('apiKey');\nawait fetch('${apart('https://api.openai.com/v1/models')}', { headers: { Authorization: apiKey } });`,
          path: 'src/background.ts',
        },
        {
          text: `const repo = () => fetch('${apart('https://api.github.com/repos/a/b')}')\nconst own = () => fetch('/api/x', { headers: { Authorization: token } })`,
          path: 'src/repo.ts',
        },
      ],
      notIn: ['values', 'crlf', 'utf-16le', 'utf-16be'],
    }),
  }),
  defineRule({
    id: 'browser-vendor-client',
    title: 'Page holds a client that needs a secret key',
    severity: 'medium',
    confidence: 'medium',
    description:
      'Code that browsers load makes a client of a vendor whose keys are all secret: whoever opens the page can read the key and use it.',
    remediation,
    references,
    anchors: [...clients, ...others],
    pattern: new RegExp(
      `(?<secret>(?<![\\w$.])(?:new\\s{1,4}(?:\\w{1,30}\\.)?(?:${clients.filter((name) => !name.startsWith('create')).join('|')}|Realtime|Rest|Airtable|(?:[A-Z]\\w{1,40})?Client)|\\w{1,30}\\.setApiKey|twilio|createClient|${clients.filter((name) => name.startsWith('create')).join('|')}))\\((?!\\s{0,8}\\))`,
    ),
    reach: { before: 4000, after: 420 },
    random: false,
    design: true,
    severityBy: shown,
    paths: inPages,
    judge: judgeClient,
    examples: () => ({
      leaks: [
        leakBetween(
          "import { GoogleGenerativeAI } from '@google/generative-ai';\nconst ai = ",
          apart('new GoogleGenerativeAI'),
          '(key);\n',
          'src/ai.ts',
        ),
        leakBetween(
          "import { Client } from '@notionhq/client';\nexport const notion = ",
          apart('new Client'),
          '({ auth: key });\n',
          'src/notes.ts',
        ),
        leakBetween(
          "import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = ",
          apart('new S3Client'),
          "({ region: 'eu', credentials: { accessKeyId: id, secretAccessKey: key } });\n",
          'src/store.ts',
        ),
        leakBetween("import Stripe from 'stripe';\nconst stripe = ", apart('new Stripe'), '(key);\n', 'src/pay.tsx'),
      ],
      clean: [
        { text: "import * as Ably from 'ably';\nnew Ably.Realtime({ authUrl: '/api/ably' });", path: 'src/live.ts' },
        { text: "import { createClient } from '@supabase/supabase-js';\ncreateClient(url, key);", path: 'src/db.ts' },
        {
          text: "import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ region: 'eu', credentials: fromCognito() });",
          path: 'src/store.ts',
        },
        { text: "import { Stripe } from './shapes';\nconst stripe = new Stripe(key);", path: 'src/pay.tsx' },
        {
          text: "import { createOpenAI } from '@ai-sdk/openai';\nconst ai = createOpenAI({ baseURL: '/api/ai', apiKey: 'x' });",
          path: 'src/ai.ts',
        },
      ],
      notIn: ['values', 'crlf', 'utf-16le', 'utf-16be'],
    }),
  }),
];

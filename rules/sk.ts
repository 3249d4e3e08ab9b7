import type { Judgement, Match } from '../src/model/index.ts';
import {
  b62,
  b64u,
  defineRule,
  fake,
  fakeUuid,
  held,
  hex,
  isMixed,
  leak,
  nearestOf,
  plausible,
  run,
  token,
  UUID,
  whole,
} from '../src/rule-kit/index.ts';

/** Vendors whose keys are `sk-` and a body that others have as well, with the words that tell them apart. */
const vendors = {
  deepseek: ['deepseek'],
  dashscope: ['dashscope', 'qwen', 'tongyi', 'aliyuncs.com', 'alibaba'],
  baichuan: ['baichuan'],
  openWebui: ['open-webui', 'open_webui', 'openwebui'],
  moonshot: ['moonshot', 'kimi'],
  stability: ['stability', 'dreamstudio'],
  braintrust: ['braintrust'],
  siliconflow: ['siliconflow', 'siliconcloud'],
  hunyuan: ['hunyuan'],
  litellm: ['litellm'],
  oneApi: ['one-api', 'one_api', 'oneapi', 'newapi', 'songquanpeng'],
  langflow: ['langflow'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

type Vendor = keyof typeof vendors;

/** The `near` of a vendor of this family. */
export const besideNameOf = (vendor: Vendor): { words: readonly [string, ...string[]]; bytes: number } => ({
  words: vendors[vendor],
  bytes: 200,
});

/** A check for the vendors of this family: of several names around a key, the nearest has it. */
export const ownedBy =
  (vendor: Vendor) =>
  (match: Match): Judgement => {
    if (nearestOf(match, vendors) !== vendor) return held('superseded', 'the name of another vendor stands nearer');
    return /[0-9]|[a-z][A-Z]/.test(match.secret.slice('sk-'.length))
      ? plausible
      : held('words', 'letters of one case only');
  };

/** Bodies that many services issue, and who they are. */
const bodies: readonly { readonly shape: RegExp; readonly who: string; readonly telling: boolean }[] = [
  { shape: /^[0-9a-f]{32}$/, who: 'DeepSeek, DashScope, Baichuan, Open WebUI or a service of your own', telling: true },
  { shape: /^[0-9a-z]{32}$/, who: 'DeepSeek or a service of your own', telling: false },
  { shape: /^[0-9A-Za-z]{48}$/, who: 'Stability AI, Moonshot, Braintrust, SiliconFlow or a gateway', telling: true },
  { shape: /^[\w-]{43}$/, who: 'a gateway, Langflow or a service of your own', telling: false },
  { shape: /^[\w-]{22}$/, who: 'LiteLLM or a service of your own', telling: false },
];
const uuid = whole(UUID);
/** A value that is assigned, quoted, handed over or sent as a header. */
const stated = /(?:[=:(,[{>]\s{0,4}["'`]?|["'`]|\bbearer\s{1,4})$/i;
/** What follows the name of a file, and what stands before a digest. */
const ending = /^\.[a-z][a-z0-9]{1,4}(?![\w-])/;
const digest = /\b(?:sha\d{1,3}|md5)[=:-]$/i;
const masked = /^(?:\*|\.{2,}|\u2026|\u00e2\u0080\u00a6)/;
/** A word, an abbreviation, a year: what names are made of. */
const nameLike = /^(?:[A-Za-z]?[a-z]{2,}|[A-Z]{2,}|\d{1,4})$/;

/** True for names such as `sk-fading-circle-2` or `sk-Card_wrapper__x7Yz9`: half of the parts or more are words. */
export function isName(body: string): boolean {
  const parts = body.split(/[-_]+/).filter(Boolean);
  return parts.length > 1 && parts.filter((part) => nameLike.test(part)).length * 2 >= parts.length;
}

/** Random by its looks: lower-case hexadecimal, a UUID, lower case with several digits, or both cases and a digit. */
const isRandom = (body: string): boolean =>
  isMixed(body) || uuid.test(body) || (/^[0-9a-z]{32,}$/.test(body) && (body.match(/[0-9]/g) ?? []).length >= 4);

/** What vendors put after `sk-`; shorter than any of their keys such a text is cut off or made up. */
const ofVendor = /^(?:ant|proj|svcacct|or-v1|lf|helicone)-/;
const shortestOfVendor = 40;

function judgeBare(match: Match): Judgement {
  const body = match.secret.slice('sk-'.length);
  if (ofVendor.test(body) && body.length < shortestOfVendor)
    return held('bad-structure', 'shorter than any key of the vendor its prefix names');
  if (masked.test(match.window.slice(match.at + match.secret.length, match.at + match.secret.length + 3)))
    return held('placeholder', 'the rest is masked');
  if (ending.test(match.window.slice(match.at + match.secret.length, match.at + match.secret.length + 8)))
    return held('not-a-value', 'the name of a file');
  if (digest.test(match.window.slice(Math.max(0, match.at - 8), match.at))) return held('not-a-value', 'a digest');
  if (!isRandom(body)) return held('words', 'no digit, or letters of one case only');
  if (isName(body)) return held('words', 'a name made of words');
  const known = bodies.find(({ shape }) => shape.test(body));
  const isStated = stated.test(match.window.slice(Math.max(0, match.at - 16), match.at));
  const weight = known?.telling ? (isStated ? 1 : 0) : isStated ? 0 : -1;
  return {
    kind: 'plausible',
    title: `an \`sk-\` API key (${known?.who ?? 'of a service of your own, or of an unknown vendor'})`,
    evidence: [{ text: isStated ? 'stands where a value is given' : 'stands in running text', weight }],
  };
}

export const sk = [
  defineRule({
    id: 'sk-api-key',
    title: 'an `sk-` API key',
    severity: 'high',
    confidence: 'medium',
    description:
      'Lets the holder call the API at the expense of the account it belongs to. Neither its shape nor its neighbours say which vendor issued it.',
    remediation: 'Find out which service issued it, revoke it there, and keep the new key on the server.',
    references: ['https://platform.openai.com/docs/api-reference/authentication'],
    anchors: ['sk-'],
    pattern: token('sk-', run(b64u, 20, 160), b64u),
    reach: { before: 256, after: 512 },
    judge: judgeBare,
    examples: () => ({
      leaks: [
        leak`LLM_API_KEY=${`sk-${fake(hex, 32, 1)}`}`,
        leak`const client = new OpenAI({ apiKey: "${`sk-${fake(b62, 48, 2)}`}", baseURL })`,
        leak`Authorization: Bearer ${`sk-${fake(b64u, 43, 3)}`}`,
        leak`{ "gateway_key": "${`sk-${fake(b64u, 22, 4)}`}" }`,
        leak`api_key: ${`sk-${fakeUuid(5)}`}`,
      ],
      clean: [
        '<div class="sk-folding-cube"><div class="sk-cube1 sk-cube"></div></div>',
        '.sk-fading-circle .sk-circle-fade-delay-container { margin: 0 }',
        '<i class="sk-Card_wrapper__x7Yz9 sk-Button_container__aB3dE">',
        'import { Cascade } from "sk-learn-compatible-Estimators-v2";',
        'locale: sk-SK, sk-sk, sk_SK.UTF-8',
        `branch: task-${fake(hex, 32)} disk-${fake(b62, 48)} risk-${fake(b64u, 43)}`,
        `--sk-${fake(b62, 22)}: 4px; <p data-sk-${fake(b62, 22)}>`,
        'keys start with sk-ant- and sk-proj-, as in sk-proj-*** or sk-…',
        `masked: sk-${fake(b62, 24)}...`,
        `ANTHROPIC_API_KEY=sk-ant-api03-${fake(b62, 16)}`,
        `sk-${fake(b62, 12)}`,
        `sk-${'x'.repeat(32)}`,
        'sk-this-is-Where-Your-Key-Goes-2024',
        `static/translations/sk-${fake(hex, 32, 6)}.json.gz,sha256=sk-${fake(b64u, 40, 7)},264`,
      ],
    }),
  }),
];

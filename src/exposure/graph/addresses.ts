/** Addresses as texts of code write them: `'/api/offers?page=1'`, `` `${base}/offers/${id}` ``, `client.api.offers.$get()`. */

export interface Address {
  /** `*` stands for what is computed. */
  readonly segments: readonly string[];
  /** True where it stands after a root that the text does not know: `${base}/offers`. */
  readonly isBased: boolean;
  /** True for what others are put behind: `'/api' + path`, `baseURL: '/api'`. */
  readonly isBase: boolean;
  /** How it stands there: given to what asks servers, given to any call, as a page of the application, or otherwise. */
  readonly role: 'asks' | 'given' | 'page' | 'other';
  /** The method that it is asked with, in capitals, where that is told. */
  readonly method?: string;
  readonly start: number;
  readonly end: number;
}

const literal = /(?<!\\)['"`](?=[^'"`\n]{0,300}\/)((?:\$\{[^{}\n]{0,160}\}|[^'"`\s\\]){1,300})['"`]/g;
const rpc = /((?:\.[A-Za-z_$][\w$]*|\[['"][^'"\n]{1,80}['"]\]){1,8})\.\$(get|post|put|patch|delete|all)\s*\(/g;
const treaty =
  /((?:\.[A-Za-z_$][\w$]*(?:\(\s*\{[^{}]{0,120}\}\s*\))?){1,8})\.(get|post|put|patch|delete|subscribe)\s*\(/g;

const asking =
  /(?:\b(?:fetch\w*|ofetch|useFetch|useLazyFetch|useSWR\w*|useQuery|axios|ky|got|request\w*|http\w*|ajax|EventSource|WebSocket|sendBeacon|callApi|\w*[aA]pi(?:Fetch|Get|Call)?|(?:get|post|put|patch|delete|fetch|load|send)(?:JSON|Json|Data)?|del)|\$\w+|\.(?:get|post|put|patch|delete|head|request|load|submit|query|mutate|open|json|stream|fetch)\w*)\s*(?:<[^;(]{1,300}>)?\s*\(\s*(?:['"](?:GET|POST|PUT|PATCH|DELETE)['"]\s*,\s*)?(?:\[\s*)?(?:new\s+(?:URL|Request)\(\s*)?$/;
const byOption = /\b(?:url|endpoint|src|action|baseURL)\s*[=:]\s*\{?\s*$/;
const paging =
  /(?:\b(?:navigate|navigateTo|push|replace|redirect|goto|go|startsWith|endsWith|includes|matchPath|useRoute|useMatch|revalidatePath)\s*\(\s*|\b(?:to|href|path|pathname|redirectTo|routerLink)\s*(?:[=:]|[!=]==?)\s*\{?\s*)$/;

/** The addresses that a text names. */
export function addressesIn(text: string): Address[] {
  const found: Address[] = [];
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(literal)) {
    const end = index + whole.length;
    const own = segmentsOf(inner);
    if (!own) continue;
    const before = text.slice(Math.max(0, index - 360), index);
    const after = text.slice(end, end + 300);
    const isJoined = /^\s*\+/.test(after);
    const segments = own.isOpen && isJoined ? [...own.segments, '*'] : own.segments;
    const isBase = own.isBase || isJoined || /\b(?:base\w*|prefix\w*|root)\s*[=:]\s*$/i.test(before.slice(-40));
    const role = asking.test(before)
      ? 'asks'
      : byOption.test(before)
        ? 'asks'
        : paging.test(before)
          ? 'page'
          : /[\w$>\])]\s*\(\s*$/.test(before)
            ? 'given'
            : 'other';
    const isBased = own.isBased || /\b[A-Za-z_$][\w$.]{0,60}\s*\+\s*$/.test(before);
    const method = methodOf(before, after);
    found.push({
      segments,
      isBased,
      isBase,
      role,
      ...(method ? { method } : {}),
      start: index,
      end,
    });
  }
  for (const pattern of [rpc, ...(text.includes('@elysiajs/eden') ? [treaty] : [])])
    for (const { 0: whole, 1: members = '', 2: method = '', index } of text.matchAll(pattern)) {
      const segments = [...members.matchAll(/\.([\w$]+)(\(?)|\[['"]([^'"]+)/g)].flatMap(([, name, call, quoted]) => [
        plain(name ?? quoted ?? ''),
        ...(call ? ['*'] : []),
      ]);
      found.push({
        segments: segments.filter((each) => each !== 'index'),
        isBased: true,
        isBase: false,
        role: 'asks',
        ...(method === 'all' || method === 'subscribe' ? {} : { method: method.toUpperCase() }),
        start: index,
        end: index + whole.length,
      });
    }
  return found;
}

/** A segment with a name for what stands there stands for anything. */
const plain = (segment: string): string => (/^[:*]|^\{.*\}$|^\[.*\]$/.test(segment) ? '*' : segment);

interface Parsed {
  readonly segments: readonly string[];
  readonly isBased: boolean;
  readonly isBase: boolean;
  /** True where it ends with a stroke. */
  readonly isOpen: boolean;
}

function segmentsOf(written: string): Parsed | undefined {
  const computed = written.replace(/\$\{[^{}]*\}/g, '\0');
  const [address = ''] = computed.split(/[?#]/);
  const host = /^(?:https?|wss?):\/\/([^/]+)(?=\/|$)/.exec(address);
  // Another's server is none of the project's.
  if (host && !/\0|^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])/.test(host[1] as string)) return undefined;
  const local = host ? address.slice(host[0].length) : address;
  if (!local.includes('/') || /^\.{0,2}\/?$|^\.|^[@~]\//.test(local) || local.startsWith('//')) return undefined;
  const isBased = local.startsWith('\0/');
  const isOpen = local.endsWith('/');
  const parts = local
    .replace(/^\0\//, '')
    .split('/')
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const isBase = /^[^\0]+\0$/.test(last) && !computed.includes('?');
  const segments = parts.map((part) => (/^\0/.test(part) ? '*' : plain(part.replace(/\0+$/, ''))));
  return segments.length === 0 ? undefined : { segments, isBased: isBased || host !== null, isBase, isOpen };
}

/** `api.post('/x')`, `fetch('/x', { method: 'POST' })`. */
function methodOf(before: string, after: string): string | undefined {
  const own = /\.(get|post|put|patch|delete)\w{0,8}\s*(?:<[^;(]{1,300}>)?\s*\(\s*$/.exec(before)?.[1];
  const said = /^[^;]{0,200}?\bmethod\s*:\s*['"](\w+)['"]/.exec(after)?.[1];
  const isPlain = /\bfetch\s*\(\s*$/.test(before) && /^\s*\)/.test(after);
  return own?.toUpperCase() ?? said?.toUpperCase() ?? (isPlain ? 'GET' : undefined);
}

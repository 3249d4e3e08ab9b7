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

const literal = /['"`]([^'"`\n\\]{1,300})(?=['"`])/g;
const rpc =
  /((?:\.[A-Za-z_$][\w$]{0,60}|\[['"][^'"\n]{1,80}['"]\]){1,8})\.\$(get|post|put|patch|delete|all)\s{0,20}\(/g;
const treaty =
  /((?:\.[A-Za-z_$][\w$]{0,60}(?:\(\{[^{}()]{0,120}\}\))?){1,8})\.(get|post|put|patch|delete|subscribe)\s{0,20}\(/g;

/** Functions and methods that ask a server for the address that they are given. */
const functions =
  /^(?:fetch\w*|ofetch|useFetch|useLazyFetch|useSWR\w*|useQuery|axios|ky|got|request\w*|http\w*|ajax|EventSource|WebSocket|\w*[aA]pi(?:Fetch|Get|Call)?|\w*Fetch|(?:get|post|put|patch|delete|fetch|load|send)(?:JSON|Json|Data)?|del|\$\w+)$/;
const methods =
  /^(?:get|post|put|patch|delete|del|head|request|load|submit|query|mutate|open|json|stream|fetch|sendBeacon)(?:JSON|Json|Data|Form)?$/;
const options = /(?:^|[^\w$-])(?:url|endpoint|src|action|baseURL) ?[=:] ?\{? ?$/;
/** What goes to a page of the application, or compares where it is. */
const paging =
  /^(?:navigate|navigateTo|push|replace|redirect|goto|go|startsWith|endsWith|includes|matchPath|useRoute|useMatch|revalidatePath|track\w*|page\w*|log\w*|capture\w*|expect|test|describe)$/;
const pages =
  /(?:^|[^\w$])(?:to|href|path|pathname|redirectTo|routerLink|link|route|page|from|pattern) ?(?:[=:]|[!=]==?) ?\{? ?$/;

/** The addresses that a text names. */
export function addressesIn(text: string): Address[] {
  const found: Address[] = [];
  // Quotes of what is computed end no text.
  const plainText = text.replace(/\$\{([^{}]{0,200})\}/g, (_, inner: string) => `\${${'_'.repeat(inner.length)}}`);
  for (const { 1: inner = '', index } of plainText.matchAll(literal)) {
    const own = inner.includes('/') ? segmentsOf(inner) : undefined;
    if (!own) continue;
    const end = index + inner.length + 2;
    const before = text.slice(Math.max(0, index - 360), index).replace(/\s+/g, ' ');
    const after = text.slice(end, end + 300);
    const isJoined = after.slice(0, 20).trimStart().startsWith('+');
    const isBase = own.isBase || isJoined || /(?:base|prefix|root)\w{0,20} ?[=:] ?$/i.test(before.slice(-40));
    const isBased = own.isBased || /[\w$)] ?\+ ?$/.test(before.slice(-40));
    const callee = calleeOf(before);
    const method = methodOf(callee, after);
    found.push({
      segments: own.isOpen && isJoined ? [...own.segments, '*'] : own.segments,
      isBased,
      isBase,
      role: /^ ?:/.test(after) ? 'page' : roleOf(callee, before.slice(-40)),
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
const plain = (segment: string): string => (/^[:*[{]/.test(segment) ? '*' : segment);

interface Parsed {
  readonly segments: readonly string[];
  readonly isBased: boolean;
  readonly isBase: boolean;
  /** True where it ends with a stroke. */
  readonly isOpen: boolean;
}

function segmentsOf(written: string): Parsed | undefined {
  const computed = written.replace(/\$\{[^{}]{0,200}\}/g, '\0');
  // An expression with quotes of its own goes on behind the text.
  const open = computed.indexOf('${');
  const [address = ''] = (open < 0 ? computed : `${computed.slice(0, open)}\0`).split(/[?#]/);
  if (/\s/.test(address)) return undefined;
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
  const isBase = last.indexOf('\0') === last.length - 1 && last.length > 1 && !computed.includes('?');
  const segments = parts.map((part) => {
    const [start = '', ...more] = part.split('\0');
    // What follows a name may be a query.
    return start === '' || more.some((each) => each !== '') ? '*' : plain(start);
  });
  return segments.length === 0 ? undefined : { segments, isBased: isBased || host !== null, isBase, isOpen };
}

/** What is called with what comes next, `.get` for a method. */
function calleeOf(before: string): string | undefined {
  const open = before
    .trimEnd()
    .replace(/['"](?:GET|POST|PUT|PATCH|DELETE)['"], ?$/, '')
    .replace(/(?:new (?:URL|Request) ?\(|\[) ?$/, '')
    .trimEnd();
  if (!open.endsWith('(')) return undefined;
  let name = open.slice(0, -1).trimEnd();
  for (let depth = 0, at = name.length - 1; name.endsWith('>') && at >= 0; at--) {
    depth += name[at] === '>' ? 1 : name[at] === '<' ? -1 : 0;
    if (depth === 0) name = name.slice(0, at).trimEnd();
  }
  return /\.?[\w$]{1,60}$/.exec(name.slice(-61))?.[0];
}

function roleOf(callee: string | undefined, before: string): Address['role'] {
  const name = callee?.replace('.', '') ?? '';
  if (paging.test(name) || pages.test(before)) return 'page';
  if (options.test(before) || functions.test(name) || (callee?.startsWith('.') && methods.test(name))) return 'asks';
  return callee === undefined ? 'other' : 'given';
}

/** `api.post('/x')`, `fetch('/x', { method: 'POST' })`. */
function methodOf(callee: string | undefined, after: string): string | undefined {
  const own = /^\.?(get|post|put|patch|delete)(?:[A-Z]|$)/.exec(callee ?? '')?.[1];
  const said = /\bmethod ?: ?['"](\w{1,10})['"]/.exec(after.split(';')[0] ?? '')?.[1];
  // Who says no more than the address reads it.
  const isPlain = /^(?:\s?\+\s?[\w$.]{1,60}(?:\([\w$.]{0,60}\))?){0,3}\s{0,9},?\s{0,9}\)/.test(after);
  return own?.toUpperCase() ?? said?.toUpperCase() ?? (isPlain && callee !== undefined ? 'GET' : undefined);
}

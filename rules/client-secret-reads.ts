import type { Judgement, Match } from '../src/model/index.ts';
import {
  type Container,
  containerAround,
  defineRule,
  endOfBlock,
  endsInQuotedProgram,
  fake,
  held,
  leakBetween,
  publicPrefixOf,
  saysSecret,
  secretName,
  valueOfEntry,
} from '../src/rule-kit/index.ts';

/** Secrets of the environment that code hands to a page, a client or an answer under their own names. */

/** What begins an answer of a server, in JavaScript and in Python. */
const sends =
  /(?:\b(?:res|resp|response|reply|ctx|context|c|Response|NextResponse)(?:\.(?:status|code|type)\([^()]{0,40}\)){0,2}\.(?:json|jsonp|send|end|write|body)\(|\bnew Response\(|\breturn json\(|=>\s{0,20}json\(|\b(?:ctx|context|res|response)\.body\s?=|\.render\([^()]{0,80},|\bhtml\.(?:head|body\w{0,10})\.(?:push|unshift|append)\(|\b(?:res|response|reply|ctx|c)\.(?:(?:set|setHeader|header|append)\(\s{0,20}["'`][\w-]{1,40}["'`],|redirect\((?:\d{3},)?)|\.handler\(\s{0,20}(?:async\s{1,4})?\([^()]{0,80}\)\s{0,4}=>\s{0,20}\(?|@(?:Get|Post|All)\([^()]{0,60}\)\s{1,20}(?:async\s{1,4})?\w{1,40}\([^()]{0,80}\)[^{};]{0,60}\{\s{0,20}return\s|\b(?:JsonResponse|JSONResponse|HttpResponse|jsonify)\()/;
const answer = new RegExp(
  `${sends.source}\\s{0,20}(?:JSON\\.stringify\\()?\\s{0,20}(?:\`[^\`]{0,200}\\$\\{|[{\\[][^{}()\\[\\]]{0,200}[:=]\\s{0,8}|\\[[^\\]()]{0,200}|\\w{1,30}=)?$`,
);
/** What is read, before the name of the variable. */
const environmentRead =
  /(?:[\w$.]{0,40}\benv(?:\?\.|\.|\[\s{0,4}["'`])|\b(?:Deno|Bun)\.env\.get\(\s{0,4}["'`]|\bos\.(?:environ(?:\.get\(|\[)|getenv\()\s{0,4}["'])$/;
/** Before a name where it is read from the environment of a server, or of whatever the build knows. */
const reads = /\b(?:process\.env|import\.meta\.env|env|Config)(?:\?\.|\.|\[\s{0,4}["'`])$/;
const fromModule =
  /from\s{0,4}["'](?:\$env\/(?:static|dynamic)\/private|\$app\/env\/private|@env|react-native-config|astro:env\/server)["']/;
const inImport = /\bimport\s{0,4}(?:type\s{1,4})?\{[^{}]{0,300}$/;

function judgeRead({ secret, window, at }: Match): Judgement {
  if (!saysSecret(secret) || publicPrefixOf(secret) !== '') return held('not-a-value', 'its name says no secret');
  const before = window.slice(Math.max(0, at - 320), at);
  if (endsInQuotedProgram(before)) return held('not-a-value', 'stands in a text');
  const rest = window.slice(at + secret.length, at + secret.length + 320);
  // A key that a build replaces is read nowhere.
  if (/["'`](?:process|import\.meta)\.env\.$/.test(before) && /^["'`]/.test(rest))
    return held('not-a-value', 'the name of what a build replaces');
  const isUnpacked =
    /\{[^{}()=]{0,300}$/.test(before) && /^[^{}()]{0,300}\}\s{0,8}=\s{0,8}process\.env(?![\w$.[])/.test(rest);
  if (isUnpacked && isAnswered(before, window.slice(at))) return held('superseded');
  const isRead = reads.test(before) || isUnpacked;
  if (!isRead && !fromModule.test(window.slice(Math.max(0, at - 3_000), at)))
    return held('not-a-value', 'read from nothing that is known');
  if (inImport.test(before) || answer.test(before.replace(/[\w$.?]{1,40}(?:\[["'`])?$/, ''))) return held('superseded');
  if (!isRead && /["'`.\w$]$/.test(before)) return held('not-a-value', 'a part of another name');
  return {
    kind: 'plausible',
    title: `${title}: ${secret}`,
    evidence: [{ text: `${secret} is read there, and what is made of it leaves the server`, weight: 0 }],
  };
}

const title = 'Secret of the environment that reaches a page';

function judgeAnswer({ secret, window, at }: Match): Judgement {
  if (!saysSecret(secret) || publicPrefixOf(secret) !== '') return held('not-a-value', 'its name says no secret');
  const before = window.slice(Math.max(0, at - 320), at).replace(environmentRead, '');
  const after = window.slice(at + secret.length);
  if (asked.test(after)) return held('not-a-value', 'no more than something about it is told');
  const isUnpacked = /\{[^{}]{0,200}$/.test(before) && /^[^{}]{0,200}\}\s{0,4}=\s{0,4}process\.env/.test(after);
  return (!isUnpacked && answer.test(before)) || isAnswered(before, isUnpacked ? window.slice(at) : after)
    ? {
        kind: 'plausible',
        title: `${inAnswer}: ${secret}`,
        evidence: [{ text: 'whoever sends the request gets the value', weight: 0 }],
      }
    : held('not-a-value', 'in no answer');
}

/** What is asked of a value instead of handing it on: whether it is there, how long it is, how it ends. */
const asked =
  /^["'`\])]{0,3}(?:(?:\?\.|\.)(?:length|startsWith|endsWith|includes|slice\(-|substring\(0|substr\(0|slice\(0)|\s{0,4}(?:[!=]==?|\?(?![?.]))|\s{1,4}in\s)/;

/** The name that a value is given, alone or in an object, where that is sent further on: `const config = { key: … }; res.json({ config })`. */
function isAnswered(before: string, after: string): boolean {
  const declaration =
    /(?:^|\n)([^\n]{0,200}?)\b(?:const|let|var)\s{1,4}(?:([\w$]{1,40})(?:\s?:[^=\n]{1,60})?\s{0,4}=\s{0,4}(?:\{[^{}()]{0,240}:\s{0,8})?|\{[^{}]{0,200})$/.exec(
      before,
    );
  if (!declaration) return false;
  const name = declaration[2] ?? /^[\w$]{1,60}/.exec(after)?.[0] ?? '';
  const own = name.replaceAll('$', '\\$');
  // What is declared in a block ends with it.
  const inner = /\{[^{}]{0,240}$/.test(declaration[0].slice((declaration[1] ?? '').length)) ? 1 : 0;
  const ends = endOfBlock(after, inner);
  const again = after.search(new RegExp(`\\b(?:const|let|var|function)\\s{1,4}${own}(?![\\w$])`));
  const last = again < 0 ? ends : Math.min(ends, again);
  return new RegExp(
    `${sends.source}(?:[^;()]|\\([^()]{0,60}\\)){0,160}?(?<![\\w$.'"])${own}(?![\\w$.:([]|\\?\\.|\\s{0,4}(?::|\\?[^?]|[!=]|&&))`,
  ).test(after.slice(0, last));
}

const inAnswer = 'Secret of the environment in an answer of the server';

/** Objects of a page that scripts in it read. */
const containers: readonly Container[] = [
  {
    opens:
      /\b(?:window|globalThis|self)(?:\.|\[["'])_{0,2}(?:env|ENV|config|CONFIG|runtime\w{0,20}|RUNTIME\w{0,20}|app\w{0,20}|APP\w{0,20})_{0,2}(?:["']\])?\s{0,8}=\s{0,8}(?:Object\.freeze\(\s{0,4})?\{/g,
    what: 'an object of the page',
  },
];
/** A text that says nothing itself: it is replaced when the page is served. */
const replaced = /^(["'`])[^"'`]{0,20}(?:\$|\{\{|<%|#\{|__|%)[^"'`]{0,80}\1$/;

function judgePage({ secret, window, at, path }: Match): Judgement {
  if (!saysSecret(secret)) return held('not-a-value', 'its name says no secret');
  const around = containerAround(window, at, path, containers);
  const value = valueOfEntry(window, at + secret.length);
  if (!around || value === undefined) return held('not-a-value', 'no entry of an object of the page');
  if (/^(?:["'`]|-?\d|true\b|false\b|undefined\b|null\b)/.test(value) && !replaced.test(value))
    return held('not-a-value', 'its value stands in the file');
  return {
    kind: 'plausible',
    title: `${inPage}: ${publicPrefixOf(secret) === '' ? secret : secret.slice(publicPrefixOf(secret).length)}`,
    evidence: [{ text: 'every script and every visitor of the page can read it', weight: 0 }],
  };
}

const inPage = 'Secret in an object of the page';

const session = /^(?:[\w-]{0,30}(?:session|token|jwt|auth|sid)[\w-]{0,20}|connect\.sid)$/i;
const notOne = /csrf|xsrf|locale|theme|public/i;

function judgeCookie({ secret, window, at }: Match): Judgement {
  if (!session.test(secret) || notOne.test(secret)) return held('not-a-value', 'its name says no session');
  const rest = window.slice(at, at + 400);
  const header = rest.startsWith('=', secret.length) ? /^[^\n]{0,400}/.exec(rest)?.[0] : undefined;
  const call = header ?? /^[^;]{0,400}?\)\s{0,4}(?:;|\n|$)|^[^;]{0,400}/.exec(rest)?.[0] ?? rest;
  if (/httpOnly["']?\s{0,4}:\s{0,4}false|httpOnly["']?\s{0,4}:\s{0,4}!1/.test(call)) return shown;
  return /httponly|\.\.\.|\boptions?\b|\bopts\b|[cC]ookieOptions/i.test(call)
    ? held('public-by-design', 'scripts cannot read it, or the call does not say')
    : shown;
}

const shown: Judgement = {
  kind: 'plausible',
  evidence: [{ text: 'without `HttpOnly` every script of the page reads it', weight: 0 }],
};

const letter = (character: string): string => fake({ characters: character, inClass: character }, 1);
/** One letter comes from a call, so that no text of this file is what the rules look for. */
const named = (name: string): string => letter(name.charAt(0)) + name.slice(1);
const references = [
  'https://nextjs.org/docs/app/guides/data-security',
  'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
] as const;

export const clientSecretReads = [
  defineRule({
    id: 'client-environment-secret',
    title,
    severity: 'high',
    description:
      'A secret of the environment is given to a component of the browser, returned to a page, or read where the build puts its value into the code: whoever opens the page has it.',
    remediation:
      'Use the secret on the server only and hand on what comes of it, not the secret itself; mark the module that reads it with `server-only` or the like. Then revoke the value.',
    references,
    anchors: ['process.env', 'import.meta.env', '/private', '@env', 'react-native-config', 'astro:env/server'],
    pattern: secretName,
    reach: { before: 48, after: 3000 },
    random: false,
    design: true,
    severityBy: {
      client: 'high',
      'public-file': 'high',
      'source-map': 'none',
      package: 'none',
      server: 'none',
      'build-only': 'none',
      test: 'none',
      unknown: 'none',
    },
    paths:
      /^(?!.*(?:(?:^|\/)(?:scripts?|tests?|__tests__|e2e|prisma|migrations|\.github|lambdas?|cron|jobs)\/|\.(?:test|spec|config|server\.test)\.)).*\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/,
    judge: judgeRead,
    examples: () => ({
      leaks: [
        leakBetween('return <Chat apiKey={process.env.', named('OPENAI_API_KEY'), '} />;\n', 'app/page.tsx'),
        leakBetween(
          "import { OPENAI_API_KEY } from '$env/static/private';\nexport const load = () => ({ key: ",
          named('OPENAI_API_KEY'),
          ' });\n',
          'src/routes/+page.server.ts',
        ),
      ],
      clean: [
        { text: 'return <Map token={process.env.MAPBOX_TOKEN} />;', path: 'app/page.tsx' },
        { text: 'const stripeSecretKey = read();', path: 'app/page.tsx' },
      ],
      notIn: ['values', 'crlf', 'utf-16le', 'utf-16be'],
    }),
  }),
  defineRule({
    id: 'client-answer-with-secret',
    title: inAnswer,
    severity: 'high',
    description: 'A route of the server sends the value of a secret to whoever asks for it.',
    remediation: 'Keep the secret on the server and send what comes of its use. Then revoke the value.',
    references,
    anchors: ['process.env', 'env.', 'env[', 'env?.', 'os.environ', 'os.getenv'],
    pattern:
      /(?:\{\s{0,8}(?:[\w$]{1,40}\s{0,4},\s{0,8}){0,6}(?=[\w$, ]{1,200}\}\s{0,4}=\s{0,4}process\.env\b)|(?<![\w$])env(?:\?\.|\.|\[["'`])|\bDeno\.env\.get\(["'`]|\bos\.(?:environ(?:\.get\(|\[)|getenv\()["'])(?<secret>[A-Za-z][A-Za-z0-9_]{5,60})(?![A-Za-z0-9_$])/,
    reach: { before: 400, after: 1200 },
    random: false,
    design: true,
    paths: /\.(?:[cm]?[jt]sx?|py)$/,
    judge: judgeAnswer,
    examples: () => ({
      leaks: [
        leakBetween(
          "app.get('/config', (req, res) => res.json({ key: process.env.",
          named('OPENAI_API_KEY'),
          ' }));\n',
          'server.js',
        ),
        leakBetween(
          '  return Response.json({ ok: true, url: process.env.',
          named('DATABASE_URL'),
          ' });\n',
          'route.ts',
        ),
        leakBetween(
          '  const { ',
          named('OPENAI_API_KEY'),
          ' } = process.env;\n  res.json({ OPENAI_API_KEY });\n',
          'server.js',
        ),
        leakBetween('  const key = process.env.', named('OPENAI_API_KEY'), ';\n  res.json({ key });\n', 'server.js'),
        leakBetween(
          "  @Get('key')\n  key() { return { key: process.env.",
          named('OPENAI_API_KEY'),
          ' }; }\n',
          'key.controller.ts',
        ),
        leakBetween("app.get('/key', (c) => c.json({ key: c.env.", named('OPENAI_API_KEY'), ' }));\n', 'worker.ts'),
        leakBetween(
          'const config = { dbPassword: process.env.',
          named('DB_PASSWORD'),
          ' };\nexport const GET = () => NextResponse.json({ error, config }, { status: 500 });\n',
          'route.ts',
        ),
        leakBetween("    return JsonResponse({'key': os.environ['", named('OPENAI_API_KEY'), "']})\n", 'views.py'),
      ],
      clean: [
        { text: 'res.json({ id: process.env.GITHUB_CLIENT_ID })', path: 'server.js' },
        { text: 'res.json({ ok: check(process.env.OPENAI_API_KEY) })', path: 'server.js' },
        {
          text: "res.json({ stripe: process.env.STRIPE_SECRET_KEY ? 'set' : 'missing', ends: process.env.OPENAI_API_KEY?.slice(-4) })",
          path: 'server.js',
        },
        {
          text: 'function ask() {\n  const key = process.env.OPENAI_API_KEY;\n  return call(key);\n}\nfunction show(key) {\n  res.json({ key });\n}',
          path: 'server.js',
        },
        { text: 'return NextResponse.json({ ready: !!process.env.OPENAI_API_KEY })', path: 'route.ts' },
        {
          text: 'const config = { key: process.env.OPENAI_API_KEY, id: 1 };\nres.json({ id: config.id });',
          path: 'server.js',
        },
        { text: "client = OpenAI(api_key=os.environ['OPENAI_API_KEY'])", path: 'app.py' },
        { text: 'res.json(await ask({ key: process.env.OPENAI_API_KEY }))', path: 'server.js' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'client-page-secret',
    title: inPage,
    severity: 'high',
    description:
      'A page sets an object for its scripts, and an entry of it says by its name that its value is a secret: it is filled in when the page is served, for everyone.',
    remediation:
      'Take the entry out of the object, and let the page ask a route of the server that uses the secret itself. Then revoke the value.',
    references,
    anchors: [
      'window._',
      'window.env',
      'window.ENV',
      'window.config',
      'window.CONFIG',
      'window.APP',
      'window.app',
      "window['",
      'window["',
      'globalThis._',
    ],
    pattern: secretName,
    reach: { before: 8, after: 2000 },
    random: false,
    design: true,
    paths: /\.(?:[cm]?[jt]sx?|html?|ejs|hbs|pug|php|erb|tmpl|tpl|template|j2|sh|vue|svelte|astro)$/,
    judge: judgePage,
    examples: () => ({
      leaks: [
        leakBetween('window.__ENV = {\n  ', named('OPENAI_API_KEY'), `: "$\{OPENAI_API_KEY}",\n};\n`, 'public/env.js'),
        leakBetween('<script>window.config = { ', named('jwtSecret'), ': "<%= secret %>" };</script>\n', 'index.ejs'),
      ],
      clean: [
        { text: 'window.__ENV = { API_URL: "/api", STRIPE_PUBLISHABLE_KEY: "$' + '{PK}" };', path: 'public/env.js' },
        { text: 'const settings = { jwtSecret: load() };\nwindow.__ENV = { API_URL: url };', path: 'a.js' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'client-readable-session-cookie',
    title: 'Session in a cookie that scripts can read',
    severity: 'note',
    confidence: 'medium',
    description: 'Every script of the page can read the session or token in it, one that was injected too.',
    remediation: 'Set the cookie with `httpOnly: true`, `secure: true` and `sameSite`.',
    references: ['https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie'],
    anchors: [
      '.cookie(',
      'document.cookie',
      'cookies().set(',
      'cookies()).set(',
      'cookies.set(',
      'setCookie(',
      'i:set-cookie',
    ],
    pattern:
      /(?:(?:["'`][Ss]et-[Cc]ookie["'`]\s{0,4}[,:]|\bdocument\.cookie\s{0,4}=)\s{0,4}\[?\s{0,20}["'`](?=[\w.-]{2,60}=[^;"'`\s])|(?:\b(?:res|reply|response|resp)(?:\.status\(\d{3}\))?\.(?:cookie|setCookie)\(|\bcookies(?:\(\)\)?)?\.set\(|\bsetCookie\((?:event|c|reply|res)\s{0,2},)\s{0,20}["'`])(?<secret>[\w.-]{2,60})(?:["'`]\s{0,4},|=)/,
    reach: { before: 32, after: 480 },
    random: false,
    design: true,
    paths: /\.[cm]?[jt]sx?$/,
    judge: judgeCookie,
    examples: () => ({
      leaks: [
        leakBetween("res.cookie('", named('session'), "', id);\n", 'server.js'),
        leakBetween(
          "res.setHeader('Set-Cookie', `",
          named('auth_token'),
          '=$' + '{token}; Path=/; Secure`);\n',
          'server.js',
        ),
        leakBetween("reply.setCookie('", named('access_token'), "', jwt, { httpOnly: false });\n", 'server.js'),
      ],
      clean: [
        { text: "res.cookie('session', id, { httpOnly: true, secure: true });", path: 'server.js' },
        { text: "res.cookie('theme', 'dark');", path: 'server.js' },
        { text: "headers.append('Set-Cookie', `session=$" + '{id}; Path=/; HttpOnly`);', path: 'server.js' },
        { text: "res.setHeader('Set-Cookie', 'session=; Max-Age=0');", path: 'server.js' },
        { text: "res.cookie('session', id, options);", path: 'server.js' },
      ],
      notIn: ['values'],
    }),
  }),
];

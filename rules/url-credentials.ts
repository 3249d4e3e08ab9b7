import type { Judgement, Match } from '../src/model/index.ts';
import {
  b62,
  defineRule,
  fake,
  fakePassword,
  hasPlaceholderShape,
  held,
  isChosen,
  isPlaceholderWord,
  isReference,
  leak,
  literal,
  placeholderWord,
  START,
  wordShare,
} from '../src/rule-kit/index.ts';

const databases = [
  'postgres://',
  'postgresql://',
  'mysql://',
  'mysqlx://',
  'mariadb://',
  'mongodb://',
  'mongodb+srv://',
  'redis://',
  'rediss://',
  'mssql://',
  'sqlserver://',
  'clickhouse://',
  'cassandra://',
  'neo4j://',
  'neo4j+s://',
  'bolt://',
  'couchbase://',
  'cockroachdb://',
  'db2://',
  'oracle://',
  'snowflake://',
  'influxdb://',
  'elasticsearch://',
  'postgresql+psycopg2://',
  'postgresql+asyncpg://',
  'postgresql+psycopg://',
  'postgresql+pg8000://',
  'mssql+pyodbc://',
  'mssql+pymssql://',
  'mssql+aioodbc://',
  'oracle+cx_oracle://',
  'oracle+oracledb://',
  'mysql+aiomysql://',
  'mysql+asyncmy://',
  'mysql+mysqlconnector://',
  'mariadb+pymysql://',
  'mariadb+mariadbconnector://',
  'sql://',
  'mysql+pymysql://',
  'mysql+mysqldb://',
  'mysql2://',
  'timescaledb://',
  'jdbc:postgresql://',
  'memcached://',
] as const;
const services = [
  'amqp://',
  'amqps://',
  'smtp://',
  'smtps://',
  'ftp://',
  'ftps://',
  'sftp://',
  'ssh://',
  'ldap://',
  'ldaps://',
  'kafka://',
  'nats://',
  'mqtt://',
  'mqtts://',
  'imap://',
  'imaps://',
  'socks5://',
  'rtsp://',
  'ws://',
  'wss://',
  'git://',
  'svn://',
  'svn+ssh://',
  'smb://',
] as const;
const web = ['http://', 'https://', 'git+https://'] as const;

/** User, colon, password, at, host; the password is the secret. Signs that a URL must escape end it. */
const userInfo = String.raw`(?<user>[^\s:/?#@"'<>\x60\\]{0,80}):(?<secret>[^\s/?#@"'<>\x60\\]{1,200})@(?<host>[^\s/?#"'<>\x60\\,;)]{1,200})`;
const urls = (schemes: readonly string[]): RegExp =>
  new RegExp(`${START}(?:${schemes.map(literal).join('|')})${userInfo}`);

const remediation =
  'Change the password where it is used, then take the address from the environment and keep the password in a secret manager.';

const localHost =
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host\.docker\.internal|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|localdomain|internal|lan)(?::|$)|^[a-z][a-z0-9_-]*(?::\d+)?$/i;
const exampleHost =
  /(?:^|\.)(?:example(?:\.(?:com|org|net))?|test|invalid|contoso\.com|acme\.com|domain(?:\.com|\.tld)?|host(?:name)?(?:\.com)?|server(?:\.com)?|foo(?:\.com)?|bar(?:\.com)?|my-?(?:host|server|domain|proxy)[\w.]{0,60}|your-?\w[\w.]{0,60}|some-?\w+)(?::|$)/i;
const defaults = new Set(
  'postgres root admin guest user username password passwd pass pwd secret test example mysql mongo redis rabbitmq sa minio minioadmin elastic changeme 123456 1234 12345 dev demo app foo bar baz docker default x xxx y abc none x-oauth-basic oauth2 token usr u p pw psw login x-oauth-token x-access-token x-token-auth gitlab-ci-token'.split(
    ' ',
  ),
);

/** Placeholders, references and the defaults of development containers are no leak; a real password is. */
function judge({ secret, groups }: Match): Judgement {
  const host = groups['host'] ?? '';
  const user = decodeURIComponentSafely(groups['user'] ?? '');
  const plain = decodeURIComponentSafely(secret);
  if (
    // A sign that is escaped belongs to the password; one that stands as it is belongs to a template.
    isReference(secret) ||
    isReference(`${user}:${secret}@${host}`) ||
    /\{\{|\$\{/.test(plain) ||
    /[{}$<>()[\]|]|\*\*/.test((groups['user'] ?? '') + secret) ||
    /^(?:\*+|%[A-Za-z_]\w*%)$/.test(secret) ||
    // What an address must escape stands for something else.
    /[^\x20-\x7e]/.test(secret) ||
    /[{}$<>()*]/.test(host)
  )
    return held('reference');
  if (hasPlaceholderShape(plain) || plain.length < 3) return held('placeholder');
  if (/^\d{1,5}$/.test(plain)) return held('not-a-value', 'it is a port');
  const local = localHost.test(host);
  if (defaults.has(plain.toLowerCase()) || plain === user || isPlaceholderWord(plain)) return held('placeholder');
  const word = placeholderWord(plain);
  if (exampleHost.test(host) && wordShare(plain) > 0.5) return held('placeholder');
  if (word !== undefined && wordShare(plain) >= 0.3) return held('placeholder');
  if (
    /^(?:(?:my|your|the|db|user|some|secret|super|strong|top|pass|passwd|pwd|word|key|token|test|root|admin)[-_]?\d{0,4})+$/i.test(
      plain,
    )
  )
    return held('placeholder');
  const chosen = isChosen(plain);
  const random = chosen || (/\d/.test(plain) && /[A-Za-z]/.test(plain) && plain.length >= 8);
  if (exampleHost.test(host))
    return {
      kind: 'plausible',
      evidence: [
        { text: 'the host is an example', weight: chosen && plain.length >= 16 ? 0 : -1 },
        ...(random ? [] : [{ text: 'the password could be a word', weight: -1 as const }]),
      ],
    };
  if (local)
    return {
      kind: 'plausible',
      evidence: [
        {
          text: 'the host is on this machine or network',
          weight: random && (plain.length >= 12 || chosen) ? 0 : -1,
        },
      ],
      severity: 'medium',
    };
  return {
    kind: 'plausible',
    evidence: [
      random
        ? { text: 'the password mixes letters and digits', weight: 1 }
        : { text: 'the password could be a word', weight: wordShare(plain) >= 0.7 || plain.length < 6 ? -1 : 0 },
    ],
  };
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const references = ['https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'] as const;

export const urlCredentials = [
  defineRule({
    id: 'database-url-password',
    title: 'Password in a database address',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens the database to whoever can reach its host.',
    remediation,
    references,
    environment: ['DATABASE_URL'],
    broad: true,
    anchors: databases as unknown as [string, ...string[]],
    pattern: urls(databases),
    reach: { after: 512 },
    random: false,
    judge,
    examples: () => ({
      leaks: [
        leak`DATABASE_URL=postgres://shop:${fake(b62, 18, 1)}@db.acme-prod.net:5432/shop`,
        leak`mongodb+srv://app:${fake(b62, 16, 2)}@cluster0.ab1cd.mongodb.net/app?retryWrites=true`,
        leak`redis://:${fake(b62, 24, 3)}@cache.acme-prod.net:6379/0`,
      ],
      clean: [
        'postgres://postgres:postgres@localhost:5432/app',
        `postgres://user:${'$'}{DB_PASSWORD}@db:5432/app`,
        'mongodb://user:password@example.com/db',
      ],
    }),
  }),
  defineRule({
    id: 'service-url-password',
    title: 'Password in the address of a service',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the service as the user of the address.',
    remediation,
    references,
    broad: true,
    anchors: services as unknown as [string, ...string[]],
    pattern: urls(services),
    reach: { after: 512 },
    random: false,
    judge,
    examples: () => ({
      leaks: [
        leak`amqps://worker:${fake(b62, 20, 4)}@mq.acme-prod.net/vhost`,
        leak`SMTP_URL=smtp://mailer%40acme.io:${fake(b62, 14, 5)}@smtp.acme-prod.net:587`,
      ],
      clean: [
        'amqp://guest:guest@localhost:5672',
        'ftp://user:password@ftp.example.com/',
        'ws://localhost:8080/path@2',
      ],
    }),
  }),
  defineRule({
    id: 'web-url-password',
    title: 'Password in a web address',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the site, the proxy or the repository as the user of the address.',
    remediation,
    references,
    broad: true,
    anchors: web as unknown as [string, ...string[]],
    pattern: urls(web),
    reach: { after: 320 },
    random: false,
    judge,
    examples: () => ({
      leaks: [
        leak`https://deploy:${fake(b62, 20, 6)}@git.acme-prod.net/shop.git`,
        leak`"proxy": "http://svc-build:${fakePassword(7).replaceAll('#', '-')}@proxy.acme-prod.net:3128"`,
      ],
      clean: [
        'https://user:pass@example.com',
        'http://localhost:3000/@scope/package',
        'https://cdn.example.com/npm/react@18.2.0/index.js',
        'http://user:123456@localhost:8080',
      ],
    }),
  }),
];

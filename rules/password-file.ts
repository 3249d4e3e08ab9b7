import { b62, defineRule, fake, fakePassword, held, judgePassword, leakBetween } from '../src/rule-kit/index.ts';

const remediation = 'Change the password, and keep the file out of the repository.';

export const passwordFile = [
  defineRule({
    id: 'password-file-line',
    title: 'Password in the file of a client',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the server that stands beside it.',
    remediation,
    references: ['https://www.postgresql.org/docs/current/libpq-pgpass.html'],
    broad: true,
    anchors: ['machine ', ':5432:', ':*:', '<Pass encoding='],
    pattern:
      /(?:machine\s{1,8}\S{1,100}\s{1,8}login\s{1,8}\S{1,80}\s{1,8}password\s{1,8}|(?:^|\n)[\w.*-]{1,100}:(?:\d{2,5}|\*):[^\s:]{1,60}:[^\s:]{1,60}:|<Pass encoding="base64">)(?<secret>[^\s:"'<>]{4,120})(?=[\s<]|$)/,
    reach: { before: 120, after: 420 },
    random: false,
    judge: ({ secret, path, window, at }) => {
      if (!window.slice(0, at).endsWith('"base64">'))
        return judgePassword(secret, path, 'stands in the file of a client');
      const plain = Buffer.from(secret, 'base64').toString('utf8');
      return plain.length < 4 ? held('placeholder') : judgePassword(plain, path, 'stands in the file of a client');
    },
    examples: () => ({
      leaks: [
        leakBetween('machine git.acme.io login bot password ', fakePassword(1), '\n', '.netrc'),
        leakBetween('db1.acme.io:5432:shop:app:', fake(b62, 14, 2), '\n', '.pgpass'),
        leakBetween(
          '<User>web</User>\n<Pass encoding="base64">',
          Buffer.from(fake(b62, 12, 3)).toString('base64'),
          '</Pass>\n',
          'filezilla.xml',
        ),
      ],
      clean: [
        { path: '.netrc', text: `machine git.acme.io login bot password ${'$'}{TOKEN}\n` },
        { path: '.pgpass', text: '#hostname:port:database:username:password\n' },
        { path: 'hosts.txt', text: 'db1:5432:shop:app:password\n' },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'password-digest-line',
    title: 'Digest of a password in the file of a server',
    severity: 'medium',
    confidence: 'medium',
    description: 'Is tried against lists of passwords by whoever reads it, at millions a second.',
    remediation: 'Change the password of the account, and keep the file out of the repository.',
    references: ['https://httpd.apache.org/docs/2.4/misc/password_encryptions.html'],
    broad: true,
    anchors: [':$apr1$', ':$1$', ':$5$', ':$6$', ':$y$', ':$2y$', ':$2b$', ':$2a$', ':{SHA}', ':{SSHA}'],
    pattern:
      /(?<=^|[\s"'])[A-Za-z_][\w.@-]{0,60}:(?<secret>\$(?:apr1|[156y]|2[aby])\$[./0-9A-Za-z$=]{20,130}|\{S?SHA\}[0-9A-Za-z+/]{27,48}={0,2})(?=[:\s"']|$)/,
    reach: { before: 70, after: 260 },
    random: false,
    judge: ({ secret }) =>
      new Set(secret).size < 12 || /\.{3}|x{5}/i.test(secret)
        ? held('placeholder')
        : { kind: 'plausible', evidence: [{ text: 'is a user with the digest of a password', weight: 0 }] },
    examples: () => ({
      leaks: [
        leakBetween('root:', `$6$${fake(b62, 8, 4)}$${fake(b62, 86, 5)}`, ':18000:0:99999:7:::\n', 'etc/shadow'),
        leakBetween('admin:', `$apr1$${fake(b62, 8, 6)}$${fake(b62, 22, 7)}`, '\n', 'conf/users'),
        leakBetween('bob:', `{SHA}${fake(b62, 27, 8)}=`, '\n', '.htpasswd'),
      ],
      clean: [
        { path: 'etc/shadow', text: 'daemon:*:18000:0:99999:7:::\nnobody:!:18000::::::\n' },
        { path: 'users', text: 'admin:$apr1$xxxxxxxx$xxxxxxxxxxxxxxxxxxxxxx\n' },
        { path: 'hash.js', text: `const prefix = ':$6$';` },
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'password-setting-line',
    title: 'Password in the configuration of a server',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the server, or to the one it asks.',
    remediation,
    references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
    broad: true,
    anchors: [
      'requirepass ',
      'masterauth ',
      'rootpw ',
      'bindpw ',
      'SetEnv ',
      'fastcgi_param ',
      'enable secret ',
      'register => ',
    ],
    pattern:
      /(?:(?:^|[\n\r"'])[ \t-]{0,20}(?:requirepass|masterauth|rootpw|bindpw|(?:SetEnv|fastcgi_param) \w{0,40}(?:PASS|PASSWORD|PASSWD|SECRET|TOKEN|KEY)|enable secret(?: \d)?)[ \t]{1,12}["']?|register => [\w.-]{1,40}:)(?<secret>[^\s"'<>;@]{4,120})(?=["';@\s]|$)/,
    reach: { before: 80, after: 260 },
    random: false,
    judge: ({ secret, path }) => judgePassword(secret, path, 'stands where a server is told its password'),
    examples: () => ({
      leaks: [
        leakBetween('port 6379\nrequirepass ', fake(b62, 14, 9), '\n', 'redis.conf'),
        leakBetween('rootdn "cn=admin"\nrootpw ', fakePassword(10), '\n', 'slapd.conf'),
        leakBetween('  SetEnv DB_PASSWORD ', fake(b62, 14, 11), '\n', 'site.conf'),
      ],
      clean: [
        { path: 'redis.conf', text: '# requirepass foobared\n' },
        { path: 'site.conf', text: 'SetEnv APP_ENV production\n' },
        { path: 'slapd.conf', text: 'rootpw secret\n' },
      ],
      notIn: ['values'],
    }),
  }),
];

import { b62, defineRule, fake, fakePassword, held, judgePassword, leak } from '../src/rule-kit/index.ts';

const remediation =
  'Change the password where it is used, then take the connection string from the environment or a secret manager.';

export const connectionString = [
  defineRule({
    id: 'connection-string-password',
    title: 'Password in a connection string',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens the database to whoever can reach its server.',
    remediation,
    references: ['https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-strings'],
    broad: true,
    anchors: ['i:password=', 'i:password =', 'i:pwd=', 'i:pwd ='],
    pattern: /(?<![A-Za-z0-9_])(?:password|pwd) ?= ?(?<secret>[^\s;"'<>&,`]{4,128})(?=\s{0,2}[;"'<&`\s]|$)/i,
    reach: { before: 300, after: 300 },
    near: {
      words: [
        'server=',
        'server =',
        'data source=',
        'host=',
        'uid=',
        'user id=',
        'user=',
        'username=',
        'initial catalog',
        'jdbc:',
        'dsn=',
        'driver=',
        'database=',
      ],
      bytes: 200,
    },
    random: false,
    judge: ({ secret, window, at, path }) => {
      // One of the parts of the string must stand on the same line, between the same quotes.
      const line = window.slice(0, at).split('\n').at(-1) ?? '';
      const after = window.slice(at + secret.length).split('\n')[0] ?? '';
      const parts =
        /(?:^|[;?&"'\s])(?:server|data source|host|uid|user id|user|username|initial catalog|dsn|driver|database|addr(?:ess)?) ?=|jdbc:/i;
      return parts.test(line) || parts.test(after)
        ? judgePassword(secret, path, 'stands among the parts of a connection string')
        : held('not-a-value');
    },
    examples: () => ({
      leaks: [
        leak`"Default": "Server=db.acme.net;Database=shop;User Id=app;Password=${fakePassword(1)};Encrypt=true"`,
        leak`jdbc:mysql://db.acme.net:3306/shop?user=app&password=${fake(b62, 16, 2)}`,
        leak`Driver={SQL Server};Server=tcp:acme.net;Uid=app;Pwd=${fakePassword(3)};`,
      ],
      clean: [
        'Server=localhost;Database=x;User Id=sa;Password=password;',
        'Server=db;Uid=app;Pwd={0};',
        'password = getPassword(); user = "x"',
      ],
      notIn: ['url'],
    }),
  }),
  defineRule({
    id: 'connection-source-password',
    title: 'Password in the data source of a driver',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens the database to whoever can reach its server.',
    remediation,
    references: ['https://github.com/go-sql-driver/mysql#dsn-data-source-name'],
    broad: true,
    anchors: ['@tcp(', '@unix(', 'jdbc:oracle:'],
    pattern:
      /(?:(?<=["'`=\s])[\w.-]{1,40}:|jdbc:oracle:(?:thin|oci8?):[\w.-]{1,40}\/)(?<secret>[^\s"'`@${}<>():/]{3,80})@(?:tcp\(|unix\(|(?=[\w/]))/,
    reach: { before: 260, after: 160 },
    random: false,
    judge: ({ secret, path }) => judgePassword(secret, path, 'stands in the data source of a driver'),
    examples: () => ({
      leaks: [
        leak`dsn := "root:${fake(b62, 14, 4)}@tcp(db1:3306)/shop?parseTime=true"`,
        leak`url = "jdbc:oracle:thin:scott/${fake(b62, 12, 5)}@dbhost:1521:orcl"`,
      ],
      clean: ['dsn := "user:password@tcp(127.0.0.1:3306)/db"', 'fmt.Sprintf("%s:%s@tcp(%s)/%s", user, pw, host, db)'],
      notIn: ['values'],
    }),
  }),
];

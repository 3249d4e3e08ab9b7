import { b62, defineRule, fake, fakePassword, held, leak, looksOf, refused } from '../src/rule-kit/index.ts';

const remediation =
  'Change the password, then let the command read it from standard input, a file outside the repository or the environment.';

const judgeValue = (value: string) => {
  const looks = looksOf(value);
  if ('reason' in looks) return refused(looks);
  if (looks.strength === 'word') return held('words');
  return {
    kind: 'plausible',
    evidence: [{ text: 'is handed to a command that logs in', weight: looks.strength === 'random' ? 1 : 0 }],
  } as const;
};

export const commandLine = [
  defineRule({
    id: 'curl-user-password',
    title: 'User and password on the command line of curl',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the server the command calls.',
    remediation,
    references: ['https://curl.se/docs/manpage.html'],
    broad: true,
    anchors: ['-u ', '--user '],
    pattern: /(?<=\s)(?:-u|--user) \\?["']?[^\s:"'$]{1,64}:(?<secret>[^\s"'$`\\]{4,128})(?=["'\s\\]|$)/,
    near: { words: ['curl', 'wget', 'httpie', 'http '], bytes: 200 },
    reach: { before: 210, after: 260 },
    random: false,
    judge: ({ secret }) => judgeValue(secret),
    examples: () => ({
      leaks: [
        leak`curl -u deploy:${fake(b62, 18, 1)} https://repo.acme.io/upload`,
        leak`curl -X POST --user "ci:${fakePassword(2)}" https://acme.io`,
      ],
      clean: [
        'curl -u user:password https://example.com',
        'curl -u "$USER:$PASS" https://acme.io',
        'docker run -u 1000:1000 image',
      ],
    }),
  }),
  defineRule({
    id: 'mysql-command-password',
    title: 'Password on the command line of a database client',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens the database to whoever can reach its server.',
    remediation,
    references: ['https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html'],
    broad: true,
    anchors: [
      'mysql',
      'mariadb',
      'sshpass',
      'docker login',
      'redis-cli',
      'mongo',
      'rabbitmqadmin',
      'ldapsearch',
      'sqlcmd',
      'smbclient',
      'htpasswd',
    ],
    pattern:
      /(?:mysql(?:dump|admin|import)?|mariadb(?:-dump)?|sshpass|docker login|podman login|redis-cli|mongo(?:sh|dump|restore)?|rabbitmqadmin|ldapsearch|sqlcmd) (?:[^\n"'`;|]|["'](?=\s)){0,160}?(?<=\s)(?:-p ?|-a |-w |-P |--password[= ])["']?(?<secret>[^\s"'`$;|&<>()\\-][^\s"'`$;|&<>()\\]{3,100})/,
    reach: { before: 0, after: 320 },
    random: false,
    judge: ({ secret }) => (/^\d{1,5}$|^[./]|^\d+:\d+/.test(secret) ? held('not-a-value') : judgeValue(secret)),
    examples: () => ({
      leaks: [
        leak`mysqldump -h db -u app -p${fake(b62, 14, 3)} shop > dump.sql`,
        leak`sshpass -p ${fakePassword(4)} ssh root@host`,
        leak`docker login -u ci -p ${fake(b62, 20, 5)} registry.acme.io`,
      ],
      clean: [
        'mysql -u root -p shop',
        'docker login -u ci --password-stdin',
        'mysql -h db -p$MYSQL_PASSWORD',
        'mysql -P 3306 -u root',
      ],
    }),
  }),
];

import { b62, defineRule, fake, fakePassword, held, judgePassword, leak, leakIn } from '../src/rule-kit/index.ts';

export const sqlPassword = [
  defineRule({
    id: 'sql-statement-password',
    title: 'Password in an SQL statement',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in to the database as the user whom the statement makes.',
    remediation:
      'Change the password, then hand it to the statement at run time from the environment or a secret manager.',
    references: ['https://dev.mysql.com/doc/refman/8.4/en/create-user.html'],
    broad: true,
    anchors: ['i:identified by', 'i:identified with'],
    pattern:
      /identified\s{1,4}(?:with\s{1,4}["'`]?\w{1,40}["'`]?\s{1,4})?(?:by|as)\s{1,4}(?:values\s{1,4}|password\s{1,4})?(?:N?\\?(?<quote>["']))?(?<secret>[^\s\\"';,)<>]{4,100})(?:\\?\k<quote>|(?=[\s;)]|$))/i,
    reach: { before: 200, after: 260 },
    random: false,
    judge: ({ secret, path, groups, window, at }) => {
      if (/^\*[0-9A-F]{40}$/i.test(secret) || /^S:[0-9A-F]{20,}/i.test(secret)) return held('hash');
      // Without quotes it is a name of Oracle's, or a word of a text that speaks of such statements.
      const isBare = groups['quote'] === undefined;
      const before = window.slice(Math.max(0, at - 200), at);
      if (isBare && (!/\d/.test(secret) || !/\b(?:user|role|grant|database\s+link)\b/i.test(before)))
        return held('words');
      return judgePassword(secret, path, 'stands where a statement takes a password');
    },
    examples: () => ({
      leaks: [
        leakIn('init.sql')`CREATE USER 'app'@'%' IDENTIFIED BY '${fakePassword(1)}';`,
        leakIn('init.sql')`create user shop identified by "${fake(b62, 14, 2)}" default tablespace x;`,
        leakIn(
          'init.sql',
        )`ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '${fake(b62, 12, 3)}';`,
        leak`mysql -e "GRANT ALL ON shop.* TO 'shop'@'%' IDENTIFIED BY '${fakePassword(4)}'"`,
      ],
      clean: [
        "CREATE USER 'app'@'%' IDENTIFIED BY 'password';",
        "CREATE USER app IDENTIFIED BY '$PASSWORD';",
        'CREATE USER app IDENTIFIED BY &password;',
        `the token identified by ${fake(b62, 20, 5)} is shown there`,
        `GRANT ALL ON x TO y IDENTIFIED BY PASSWORD '*${'0123456789ABCDEF'.repeat(2)}01234567';`,
      ],
      notIn: ['values'],
    }),
  }),
];

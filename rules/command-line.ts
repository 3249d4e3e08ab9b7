import type { Judgement, Match } from '../src/model/index.ts';
import { b62, defineRule, fake, fakePassword, held, judgePassword, leak, looksOf } from '../src/rule-kit/index.ts';

const remediation =
  'Change the password, then let the command read it from standard input, a file outside the repository or the environment.';

const why = 'is handed to a command that logs in';
const judgeValue = ({ secret, path }: Match): Judgement => judgePassword(secret, path, why);

/** What stands after `-p ` with a blank may be the name of a database: a word is no password there. */
const judgeOption = (match: Match): Judgement => {
  const looks = looksOf(match.secret);
  const isName = 'strength' in looks && looks.strength === 'word';
  return isName || /^\d{1,5}$|^[./]|^\d+:\d+/.test(match.secret) ? held('not-a-value') : judgeValue(match);
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
    judge: judgeValue,
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
      'az login',
      'twine upload',
      'psexec ',
      'ncftp',
      'helm ',
      'oc login',
      'cf login',
      'ipmitool',
      'snowsql',
      'lftp ',
      'xfreerdp',
    ],
    pattern:
      /(?:mysql(?:dump|admin|import)?|mariadb(?:-dump)?|sshpass|docker login|podman login|redis-cli|mongo(?:sh|dump|restore)?|rabbitmqadmin|ldap(?:search|add|modify|delete|passwd)|sqlcmd|az login|twine upload|psexec|ncftp(?:put|get|ls)?|helm (?:repo add|registry login)|oc login|cf login|ipmitool|snowsql|lftp|xfreerdp) (?:[^\n"'`;|]|"[^"\s]{1,100}"(?=\s)|["'](?=\s)){0,160}?(?<=\s)(?:-p ?|-a |-w |-P |\/p:|--password[= ])["']?(?<secret>[^\s"'`$;|&<>()\\-][^\s"'`$;|&<>()\\]{3,100})/,
    reach: { before: 0, after: 320 },
    random: false,
    judge: judgeOption,
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
  defineRule({
    id: 'piped-command-password',
    title: 'Password written into a command that takes it from another',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in as the user whose password it is, or acts as the administrator.',
    remediation,
    references: ['https://man7.org/linux/man-pages/man8/chpasswd.8.html'],
    broad: true,
    anchors: ['chpasswd', 'sudo -S', 'passwd --stdin', '--password-stdin', 'smbpasswd'],
    pattern:
      /(?:echo|printf|<<<) {1,4}(?:-[en]{1,2} {1,4})?(?<quote>["']?)(?:[\w.-]{1,40}:)?(?<secret>[^\s"'`$|;<>()\\:]{4,100})(?:\\n(?:[^\s"'`$|;<>()\\]{1,100})(?:\\n)?)?\k<quote> {0,4}\| {0,4}(?:sudo {1,4}(?:-\w {1,4})?)?(?:chpasswd|sudo -S|passwd --stdin|docker login|podman login|smbpasswd|helm registry login)/,
    reach: { before: 300, after: 80 },
    random: false,
    judge: judgeValue,
    examples: () => ({
      leaks: [
        leak`RUN echo "root:${fakePassword(6).replaceAll('!', '-')}" | chpasswd`,
        leak`echo ${fake(b62, 14, 7)} | sudo -S apt-get install -y nginx`,
        leak`echo ${fake(b62, 24, 8)} | docker login -u ci --password-stdin r.acme.io`,
      ],
      clean: [
        'echo "root:$ROOT_PASSWORD" | chpasswd',
        'echo "$TOKEN" | docker login -u ci --password-stdin',
        'echo password | sudo -S true',
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'account-command-password',
    title: 'Password of an account on a command line',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in as the account that the command makes or uses.',
    remediation,
    references: ['https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/net-user'],
    broad: true,
    anchors: [
      'i:net user ',
      'i:net use ',
      'htpasswd -',
      'smbclient ',
      'i:/rp ',
      'openssl passwd',
      'openssl enc',
      'unzip -P',
      '7z ',
      'sqlplus ',
      'lftp -u',
      'i:convertto-securestring',
    ],
    pattern:
      /(?:net user {1,4}["']?[\w.-]{1,40}["']? {1,4}|net use {1,4}(?:[a-z*]: {1,4})?\\\\[^\s]{1,80} {1,4}(?:\/user:[^\s]{1,60} {1,4})?|htpasswd -[a-zA-Z]{0,6}b[a-zA-Z]{0,6} {1,4}(?:-[A-Za-z] {1,4}\w{1,4} {1,4})?(?:[\w./$-]{1,80} {1,4})?[\w.-]{1,40} {1,4}|smbclient {1,4}[^\n]{1,100}?-U {0,2}["']?[\w\\./-]{1,60}%|schtasks[^\n]{1,200}? \/rp {1,4}|openssl passwd (?:-\w{1,6} {1,4}){1,3}|openssl enc[^\n]{1,120}? -k {1,4}|unzip -P {1,4}|7z [ax] {1,4}-p|sqlplus {1,4}(?:-\w {1,4})?[\w.-]{1,40}\/|lftp -u {0,4}[\w.@-]{1,60},|convertto-securestring {1,4}(?:-string {1,4})?(?=["']))["']?(?<secret>[^\s"'`|;<>()\\/][^\s"'`|;<>()\\]{3,100})(?=["'\s)@]|$)/i,
    reach: { before: 260, after: 320 },
    random: false,
    judge: (match) => (/^[$%-]/.test(match.secret) ? held('reference') : judgeValue(match)),
    examples: () => ({
      leaks: [
        leak`net user deploy ${fakePassword(9)} /add`,
        leak`htpasswd -bc .htpasswd admin ${fake(b62, 14, 10)}`,
        leak`$pw = ConvertTo-SecureString "${fakePassword(11)}" -AsPlainText -Force`,
        leak`smbclient //nas/share -U bob%${fake(b62, 14, 12)}`,
      ],
      clean: [
        'net user deploy * /add',
        'net user deploy /delete',
        'ConvertTo-SecureString $env:PW -AsPlainText -Force',
        'htpasswd -c .htpasswd admin',
        'ConvertTo-SecureString "$password" -AsPlainText -Force',
      ],
      notIn: ['values'],
    }),
  }),
];

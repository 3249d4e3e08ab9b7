import { b62, defineRule, fake, fakePassword, held, judgePassword, leak, leakIn } from '../src/rule-kit/index.ts';

const references = ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'] as const;
const remediation = 'Change it where it is used, then read it from the environment or a secret manager.';

/** A text in quotes, or a name, a number or a constant, perhaps with a short call. No two parts take the same character. */
const argument = String.raw`(?:[@NbLuU]?(?:"[^"\n]{0,120}"|'[^'\n]{0,120}')(?:\.\w{1,20}\(\))?|[\w$&.:>\\*-]{1,60}(?:[([][^()[\]\n"']{0,60}[)\]])?)`;
const comma = String.raw`\s{0,40},\s{0,40}`;
const secret = String.raw`(?:Some\(|new String\(|\[\]byte\(|[@NbLu]{1,2})?(?<quote>["'])(?<secret>(?:(?!\k<quote>)[^\n\s\\]){4,100})\k<quote>`;

/** What takes a user and a password. */
const two =
  `login Login LOGIN basic_auth basicAuth BasicAuth SetBasicAuth set_basic_auth setBasicAuth HTTPBasicAuth HTTPDigestAuth
  HttpBasicAuth BasicAuthentication BasicAuthenticationInterceptor withBasicAuth Credentials.basic NetworkCredential
  UsernamePasswordCredentials UsernamePasswordCredential UsernamePasswordAuthenticationToken PasswordAuthentication
  PlainTextAuthProvider PlainAuthenticator BasicAWSCredentials AwsBasicCredentials.create PSCredential setCredentials
  withCredentials AuthTokens.basic basic authenticate Authenticate PlainCredentials setAuth login_as cx_Oracle.connect
  oracledb.connect Credentials::new CreateAsync AddPasswordAsync ChangePasswordAsync CheckPasswordAsync http_auth= WiFi.begin WiFiMulti.addAP wifiMulti.addAP auth= ssh2_auth_password`.split(
    /\s+/,
  );
/** What takes something else before both: an address, a host, a connection. */
const three =
  `getConnection mysql_connect mysqli_connect mysqli_real_connect mysqli PDO DBI->connect FTP FTP_TLS PlainAuth create_user
  create_superuser createUser createSuperuser ftp_login ldap_bind FTP.open pymssql.connect MySQLdb.connect pymysql.connect mysql.connect client.connect
  mqttClient.connect Sequelize database odbc_connect oci_connect imap_open`.split(/\s+/);
const four = ['mysql_real_connect'];

const names = (all: readonly string[]): string => all.map((name) => name.replaceAll('.', '\\.')).join('|');
const open = String.raw`\(\s{0,40}`;
const pattern = new RegExp(
  `(?<![A-Za-z0-9_])(?:(?:${names(two)})${open}|(?:basic_auth|authorize) (?=["'])|auth = ${open}|login${open}page${comma}|(?:omniauth|provider) :\\w{1,30},\\s{0,8}|(?:${names(three)})${open}${argument}${comma}|(?:${names(four)})${open}${argument}${comma}${argument}${comma})${argument}${comma}${secret}`,
);
const anchors = [...two, ...three, ...four].map((name) => `${name}(`);

/** A text that only a key can be: the argument of a call that signs, verifies or encrypts. */
const keyPattern = new RegExp(
  `(?<![A-Za-z0-9_])(?:(?:SecretKeySpec|setSigningKey|HMAC(?:256|384|512)|hmacShaKeyFor|from_secret|Fernet|AES\\.new|NewCookieStore)${open}|hmac\\.New\\([\\w.]{1,40}${comma}|signWith\\((?:[\\w.]{1,60}${comma})?|(?:jwt|JWT)\\.(?:encode|decode)\\((?:\\{[^{}\\n]{0,160}\\}|[\\w.$]{1,60})${comma})${secret}`,
);

export const callArgument = [
  defineRule({
    id: 'call-login-password',
    title: 'Password handed to a call that logs in',
    severity: 'high',
    confidence: 'medium',
    description: 'Logs in as the user who is named beside it.',
    remediation,
    references,
    broad: true,
    anchors: ['basic_auth ', 'authorize ', 'auth = (', 'omniauth :', 'provider :', ...anchors],
    pattern,
    reach: { before: 8, after: 560 },
    random: false,
    judge: ({ secret: value, path }) =>
      /^\$|^[\w-]{1,40}[:/]|^[\w.+-]{1,64}@(?:[\w-]{1,60}(?:\.[\w-]{1,60}){1,4})?$/.test(value)
        ? held('not-a-value')
        : judgePassword(value, path, 'is handed to a call that logs in'),
    examples: () => ({
      leaks: [
        leakIn('Db.java')`Connection c = DriverManager.getConnection(url, "app", "${fakePassword(1)}");`,
        leakIn('mail.py')`server.login("robot@acme.io", "${fake(b62, 14, 2)}")`,
        leak`$conn = mysqli_connect("db1", "root", "${fakePassword(3)}", "shop");`,
        leakIn('client.go')`req.SetBasicAuth("deploy", "${fake(b62, 16, 4)}")`,
        leakIn('client.rb')`http.basic_auth 'robot', '${fake(b62, 16, 5)}'`,
      ],
      clean: [
        'server.login(sender, password)',
        'ftp.login("anonymous", "anonymous@")',
        'DriverManager.getConnection(url, "sa", "")',
        'client.login("user", "password")',
        'passport.authenticate("jwt", { session: false })',
        'createUser(name, email, "Please enter a password")',
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'call-signing-key',
    title: 'Key handed to a call that signs or encrypts',
    severity: 'high',
    confidence: 'medium',
    description: 'Forges what the key signs, or reads what it encrypts.',
    remediation,
    references,
    broad: true,
    anchors: [
      'SecretKeySpec(',
      'setSigningKey(',
      'HMAC256(',
      'HMAC384(',
      'HMAC512(',
      'hmacShaKeyFor(',
      'from_secret(',
      'Fernet(',
      'AES.new(',
      'NewCookieStore(',
      'hmac.New(',
      'signWith(',
      'jwt.encode(',
      'jwt.decode(',
      'JWT.encode(',
      'JWT.decode(',
    ],
    pattern: keyPattern,
    reach: { before: 8, after: 400 },
    random: false,
    judge: ({ secret: value, path }) =>
      value.length < 8 ? held('placeholder') : judgePassword(value, path, 'is handed to a call that signs or encrypts'),
    examples: () => ({
      leaks: [
        leakIn('Keys.java')`Key key = new SecretKeySpec("${fake(b62, 16, 6)}".getBytes(), "AES");`,
        leakIn('token.py')`jwt.encode({"sub": 1}, "${fake(b62, 24, 7)}", algorithm="HS256")`,
        leakIn('token.rs')`EncodingKey::from_secret(b"${fake(b62, 32, 8)}")`,
      ],
      clean: [
        'new SecretKeySpec(raw, "AES")',
        'Algorithm.HMAC256(secret)',
        'jwt.decode(token, options={"verify_signature": False})',
        'jwt.encode(payload, "secret", algorithm="HS256")',
      ],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'call-character-array-password',
    title: 'Password written as an array of characters',
    severity: 'high',
    confidence: 'medium',
    description: 'Opens a key store, or logs in as the user it belongs to.',
    remediation,
    references,
    broad: true,
    anchors: ['.toCharArray()'],
    pattern: /"(?<secret>[^"\\\s]{4,100})"\.toCharArray\(\)/,
    near: {
      words: ['keystore', 'password', 'passphrase', 'keyspec', 'getkey', '.load(', 'keymanager', 'credential'],
      bytes: 160,
    },
    reach: { before: 170, after: 180 },
    random: false,
    judge: ({ secret: value, path }) => judgePassword(value, path, 'is handed on as an array of characters'),
    examples: () => ({
      leaks: [
        leakIn('Keys.java')`keyStore.load(in, "${fakePassword(9)}".toCharArray());`,
        leakIn('Keys.kt')`val spec = PBEKeySpec("${fake(b62, 18, 10)}".toCharArray(), salt, 1000, 256)`,
      ],
      clean: ['keyStore.load(in, "changeit".toCharArray());', 'for (char c : "0123456789abcdef".toCharArray()) {}'],
      notIn: ['values'],
    }),
  }),
  defineRule({
    id: 'call-form-password',
    title: 'Password typed into a form',
    severity: 'medium',
    confidence: 'medium',
    description: 'Logs in to the site that is tried out, which is often not only there for trying.',
    remediation,
    references,
    broad: true,
    anchors: ['.type(', '.fill(', 'fill_in ', 'fill_in(', '.sendKeys(', '.send_keys(', '.setValue('],
    pattern:
      /(?:\((?:By\.\w{1,20}(?:\(|, ?))?|fill_in )["'`][^"'`\n]{0,40}pass(?:word|wd|code)?[^"'`\n]{0,20}(?:"[^"\n]{1,20}"[\])]{1,2})?["'`](?:\){1,2}\.(?:type|fill|sendKeys|send_keys|setValue)\(|, ?(?:with: ?)?)(?<quote>["'`])(?<secret>(?:(?!\k<quote>)[^\n\s\\]){4,100})\k<quote>/i,
    reach: { before: 260, after: 220 },
    random: false,
    judge: ({ secret: value, path }) => judgePassword(value, path, 'is typed into the field of a password'),
    examples: () => ({
      leaks: [
        leakIn('LoginPage.java')`driver.findElement(By.id("password")).sendKeys("${fake(b62, 12, 11)}");`,
        leakIn('login.cy.js')`cy.get('#password').type('${fake(b62, 12, 12)}');`,
        leakIn('login_spec.rb')`fill_in 'Password', with: '${fake(b62, 12, 13)}'`,
      ],
      clean: [
        "cy.get('#password').type(user.password)",
        "fill_in 'Password', with: 'password'",
        'driver.findElement(By.id("password")).sendKeys(password);',
      ],
      notIn: ['values'],
    }),
  }),
];

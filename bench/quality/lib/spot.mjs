// Where a credential might stand, on purpose in the crudest way: words, signs and runs of characters, nothing of what
// keyscan itself looks for or leaves out. Every spot says by which of these ways it was taken.

const word = String.raw`(?:pass(?:word|wd|phrase|code)?|passwort|pwd|psw|secret|token|api_?-?key|access_?-?key|auth_?-?key|private_?-?key|secret_?-?key|account_?-?key|shared_?-?key|sign\w*_?-?key|encrypt\w*_?-?key|crypt\w*_?-?key|cookie_?-?key|master_?-?key|credentials?|creds?|psk|auth|bearer|community|bind_?pw|rootpw|salt|nonce|key)`;
const named = new RegExp(
  String.raw`(?<name>[\w.\[\]'"-]{0,40}?${word}[\w-]{0,16})(?<join>["'\]\\)]{0,3}\s{0,20}(?:=>|:=|\?\?|\|\||==|=|:|,|\(|>)\s{0,20}(?:string\s*=\s*)?[bruLN@]{0,2}\\?)(?:(?<quote>["'\x60])(?<quoted>[^"'\x60\n]{4,200}?)\\?\k<quote>|(?<bare>[^\s"'\x60,;<>(){}\[\]]{4,200}))`,
  'gi',
);
const spaced =
  /(?<name>(?:^|[\s-])(?:--?)?[\w-]{0,20}(?:pass(?:word|wd|phrase)?|secret|token|api-?key|psk|credentials?|rootpw|bindpw)[\w-]{0,8})(?<join>\s{1,8})(?<quote>["']?)(?<quoted>[^\s"',;<>(){}]{4,80})\k<quote>(?=[\s;]|$)/gi;
const ways = [
  { way: 'private key', pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/g },
  { way: 'jwt', pattern: /eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?/g },
  { way: 'url', pattern: /[a-z][a-z0-9+]{1,20}:\/\/[^\s:/?#@"'<>`\\]{0,60}:(?<value>[^\s/?#@"'<>`\\]{1,80})@/gi },
  { way: 'header', pattern: /\b(?:basic|bearer|token|digest)\s+(?<value>[\w+/=.~-]{12,600})/gi },
  {
    way: 'command',
    pattern:
      /\s(?:-u|--user)\s+["']?[^\s:"'$]{1,60}:(?<value>[^\s"'$]{3,80})|(?:mysql\w*|sshpass|ldap\w+|psql|smbclient|docker login)\s[^\n]{0,120}?\s(?:-p|-w|-a)\s?["']?(?<other>[^\s"'$-][^\s"'$]{2,80})/g,
  },
  { way: 'connection', pattern: /(?:password|pwd)\s?=\s?(?<value>[^\s;"'<>&,]{3,80})[;"&]/gi },
  {
    way: 'sql',
    pattern:
      /(?:identified\s+by|with\s+(?:encrypted\s+)?password|password\s*\(|set\s+password[^'"\n]{0,60})\s*["'](?<value>[^"'\n]{3,80})["']/gi,
  },
  { way: 'random', pattern: /(?<![\w+/=.-])(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[A-Za-z])[\w+/=-]{20,300}(?![\w+/-])/g },
];

function* namedSpots(line) {
  for (const pattern of [named, spaced]) {
    for (const match of line.matchAll(pattern)) {
      const { name, join, quote = '', quoted, bare } = match.groups;
      const value = quoted ?? bare;
      const at = match.index + name.length + join.length + quote.length;
      // What holds a digit or a sign in the middle is taken more often: passwords and keys are rare among words.
      const mixed = /[A-Za-z].*\d|\d.*[A-Za-z]|[!@#%^&*?~].*\w/.test(value);
      yield { way: `${pattern === named ? 'named' : 'spaced'} ${mixed ? 'mixed' : 'plain'}`, at, value };
    }
  }
}

/**
 * The spots of one line.
 * @returns `{ way, at, value }`, `at` the column from 0
 */
export function* spotsOf(line) {
  if (line.length > 20_000) return;
  for (const { way, pattern } of ways) {
    for (const match of line.matchAll(pattern)) {
      const value = match.groups?.value ?? match.groups?.other ?? match[0];
      yield { way, at: match.index + match[0].lastIndexOf(value), value };
    }
  }
  yield* namedSpots(line);
}

const strong =
  /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?-?key|access_?-?key|auth_?-?key|private_?-?key|credential|psk|auth|license_?key|encryption_?key|salt)[\w-]{0,12}["'\])]{0,2}\s{0,12}(?:=>|:=|=|:|,|\()\s{0,12}(?:[brLNu@]{0,2}["'`](?<quoted>[^"'`\s]{6,120})["'`]|(?<bare>[^\s"'`,;<>(){}[\]$]{6,80})\s*$)/gi;
const hasBoth = /[A-Za-z].*\d|\d.*[A-Za-z]/;
const plainNot = /[({<>$]|^https?:|example|^[a-z]+(?:[._-][a-z]+)*\d?$|^\/|^\d+[.\d]*$/i;

/**
 * Spots at which a true one is more likely than not to be rare: a telling name, and one value with letters and digits. The
 * set takes some of these beside the even sample, so that it holds enough of what is true.
 * @param next the line after, which tells one private key from another
 */
export function* likelySpotsOf(line, next) {
  if (line.length > 4_000) return;
  if (line.includes('PRIVATE KEY')) {
    const match = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----/.exec(line);
    if (match)
      yield {
        way: 'likely key',
        at: match.index,
        value: match[0],
        same: line.length > 200 ? line.slice(match.index, match.index + 150) : next,
      };
  }
  if (line.includes('://') && line.includes('@')) {
    for (const match of line.matchAll(
      /[a-z][a-z0-9+]{1,20}:\/\/[^\s:/?#@"'<>`\\]{0,60}:(?<value>[^\s/?#@"'<>`\\]{4,80})@/gi,
    )) {
      const { value } = match.groups;
      if (hasBoth.test(value) && !/[${}]/.test(value))
        yield { way: 'likely url', at: match.index + match[0].length - 1 - value.length, value };
    }
  }
  for (const match of line.matchAll(strong)) {
    const { quoted, bare } = match.groups;
    const value = quoted ?? bare;
    if (!hasBoth.test(value) || plainNot.test(value)) continue;
    yield { way: quoted ? 'likely quoted' : 'likely bare', at: match.index + match[0].lastIndexOf(value), value };
  }
}

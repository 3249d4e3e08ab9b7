import { splitWords } from '../lexicon/index.ts';

/** What a name says its value is. */
export type NameKind = 'password' | 'secret' | 'key' | 'token' | 'salt';

/** Words after the noun that leave its meaning alone: `DB_PASSWORD_PROD`, `apiKeyValue`, `token2`. */
const harmlessAfter = new Set(
  `prod production dev development stage staging live sandbox local default value val str string text plain raw new old current
  backup base64 b64 encoded enc main primary secondary first second internal external global v env var const a b one two hex
  us eu qa uat ci temp tmp admin root user db here literal test confirm confirmation`.split(/\s+/),
);

const passwords =
  /^(?:.*(?:password|passwd|passphrase|passwort|kennwort|passcode)|pwd|pass|psw|senha|pword|(?:wpa|sae|pre)?psk|[a-z]{2,8}pwd|pw|[a-z]{2,8}pw|(?:db|my|user|admin|root|smtp|mail|ftp|sql|mysql|pg|redis|ssh|key|store|login|sa|auth|http|proxy|rabbit|mongo|ldap|require|master|bind|svc|service|rpc|wifi|wlan|router|web|vpn|git|email|imap|zip|pfx|cert|keystore)pass)s?$/;
const neverPassword = /^(?:bypass|compass|trespass|surpass|overpass|encompass|underpass|byepass)$/;
const secrets = /^(?:.*secret|credentials?|creds?|pepper)s?$/;
const tokens = /^(?:.*token|bearer|authorization|auth|pat|jwt)s?$/;
const joinedKeys =
  /(?:api|access|secret|private|auth|account|encryption|encrypt|signing|sign|master|app|shared|client|consumer|license|licence|service|subscription|admin|server|crypt|aes|hmac|storage|deploy|write|publish|webhook|functions?)keys?$/;
/** Words that make a key a credential when they stand before it. */
const beforeKey = new Set(
  `api access secret private auth account encryption encrypt encrypted signing sign signature crypto crypt cipher aes hmac des rsa
  master shared storage consumer client license licence service admin subscription server session jwt webhook ssh deploy
  application app project write publish team org merchant integration functions function host bot live sandbox security partner
  customer hash pre psk nonce logged wpa wifi wep decryption decrypt restricted payment developer dev management`.split(
    /\s+/,
  ),
);
/** Words that say the value is no credential wherever they stand. */
const never = new Set(
  `public pub pubkey id ids identifier csrf xsrf cancellation cancel lexer parser syntax syntactic design css color theme field
  label placeholder title message error errors invalid missing forgot reset confirm confirmation show hide toggle strength policy
  rule rules regex pattern format type types kind mode name names url uri path file filename dir folder location endpoint host port
  header prefix suffix length size min max count limit ttl expiry expires expiration expire timeout index column table schema
  primary foreign sort cache partition shard map translation i18n locale lang hint prompt description desc help info example
  keyboard shortcut hotkey keypress keycode accelerator idempotency dedup bucket object hotkeys
  algorithm alg alias issuer audience scope claim callback event handler`.split(/\s+/),
);

/**
 * What kind of credential a name stands for, judged by its last noun: `DB_PASSWORD`, `stripe.secretKey`, `authToken2` name
 * one; `passwordField`, `token_url`, `publicKey`, `sort_key` do not.
 * @param name as it stands in the source, with its separators and case
 */
export function nameKind(name: string): NameKind | undefined {
  const words = splitWords(name.replace(/['"\]\s]+$/, ''));
  while (words.length > 1 && harmlessAfter.has(words.at(-1) as string) && !isNoun(words.at(-1) as string)) words.pop();
  const last = words.at(-1);
  if (last === undefined || /auth0$/i.test(name)) return undefined;
  // `secret_key_base`, `api_key_secret`: the noun may be followed by one more that belongs to it.
  if (last === 'base' && words.includes('secret')) return 'secret';
  if (words.slice(0, -1).some((word) => never.has(word) && !allowedBefore(word, last))) return undefined;
  if (passwords.test(last) && !neverPassword.test(last)) return 'password';
  if (secrets.test(last)) return 'secret';
  if (joinedKeys.test(last)) return 'key';
  if (last === 'key' || last === 'keys')
    return words.slice(0, -1).some((word) => beforeKey.has(word) || joinedKeys.test(`${word}key`)) ? 'key' : undefined;
  if (tokens.test(last)) return words.slice(0, -1).some((word) => beforeNoToken.has(word)) ? undefined : 'token';
  if (last === 'salt') return 'salt';
  return undefined;
}

/** Words that make a token a mark in a list or a text: where the next page starts, what a parser reads. */
const beforeNoToken = new Set(
  `next continuation page pagination paging output input start end previous prev sync resume cursor marker term terms stop
  special pad padding mask unk eos bos sep cls operator punctuation comma brace bracket string number comment whitespace current
  last first eof asset pull design colour request transaction change upload`.split(/\s+/),
);

const isNoun = (word: string): boolean => passwords.test(word) || secrets.test(word) || tokens.test(word);

/** `type`, `host` and their like may stand before the noun of a real credential: `HOST_PASSWORD`, `cacheSecret`. */
const allowedBefore = (word: string, last: string): boolean =>
  /^(?:host|cache|app|bucket|object|event|primary|callback|port|table|schema|index|name|map|handler|url|file|type|id|cancel|reset|theme)$/.test(
    word,
  ) &&
  (passwords.test(last) || secrets.test(last));

import {
  entropy,
  hasPlaceholderShape,
  isCredentialTalk,
  isEncrypted,
  isPlaceholderWord,
  isReference,
  isRegular,
  placeholderWord,
  sequenceShare,
  splitWords,
  surprise,
  wordShare,
} from '../lexicon/index.ts';
import type { Judgement, SuppressionReason } from '../model/index.ts';

/** What a literal value looks like, from a key drawn at random over words with a number after them down to a plain word. */
export type Strength = 'random' | 'mixed' | 'joined' | 'word';

export interface ValueLooks {
  readonly strength: Strength;
  /** Characters of the value. */
  readonly length: number;
  /** More than a word with digits or signs after it: nobody writes it as a stand-in for a password. */
  readonly chosen: boolean;
}

const held = (reason: SuppressionReason): { readonly reason: SuppressionReason } => ({ reason });

/** Digests of passwords: they are no password. */
const digest =
  /^(?:\$(?:2[abxy]?|5|6|1|apr1|y|argon2\w*|pbkdf2[\w-]*|scrypt|P|H|S)\$|\{(?:SHA|SSHA|MD5|CRYPT|PLAIN-MD5|bcrypt|noop|pbkdf2)\w*\}|pbkdf2[_:]|scrypt:|sha(?:1|256|384|512)[-:$]|md5:|md5[0-9a-f]{32}$|bcrypt:|SCRAM-SHA-\d+\$|HMACSHA\d)/i;
/** Pieces of code, markup and paths: what stands in quotes in a program and is no credential. */
const code =
  /=>|\(\)|\)\s*[{;]|<\/?[a-z]+[ >]|^\s*[{[(]|\\[dws][+*]|^\^|^https?:\/\/|^[a-z]+:\/\/|^\w+\/\w+;|^[#.][\w-]+$|^&\w+;|^@(?!.*\d)|\|\||&&|::|^--|\.(?:js|ts|json|html|css|png|svg|txt|pem|key|crt|ya?ml|xml|properties|sh|py|java|md|local|com|org|net|io)$/i;
const dotted = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+(?::[A-Za-z_]\w*)?$/;
/** Classes that a grammar of an editor gives to words: `keyword.operator.actionscript.2`, `keyword.tag-$1`. */
const scope = /^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+(?:\.\d+|!|-?\$\d)$/;
/** Names of files, beyond those that `code` knows. */
const file =
  /^[\w./+-]{3,}\.(?:cpp|cc|hpp|go|rs|rb|php|cs|jar|class|so|am|in|log|bak|test|p12|pfx|jks|csr|cer|der|gpg|asc|pub|gz|zip)$/i;
/** A pattern, a text that is filled in, a value with its middle left out, the scope of a signature. */
const template = /\.[*+]|%(?:\(\w+\))?s(?![A-Za-z0-9])|\w\.\.\w|\/aws4_request|%2Faws4_request/i;
/** The address of a package with its version: `com.acme:core:1.2.3`. */
const coordinates = /^[\w.-]+:v?\d+(?:\.\d+)+[\w.-]*$/;
/** Characters of no alphabet that credentials are written in: `\\u3299\\ufe0f`. */
const unicodeEscapes = /^(?:\\{1,2}u(?!00)[0-9a-f]{4})+$/i;
/** A class of a regular expression: `%[a-f0-9]{2}`. */
const characterClass = /\[\^?(?:[a-zA-Z0-9]-[a-zA-Z0-9]|\\[dwsx])[^\]]{0,40}\](?:[+*?{]|$)/;
/** Names of fields and types that hold a number: `bdc1ChargePower`, `V1SecretVolumeSource`. */
const numberedName = /^(?:[a-z]{1,12}\d{1,2}|V\d(?:(?:alpha|beta)\d)?)(?:[A-Z][a-z]{2,15}){2,6}$/;
/** The path of an address: `/v1/accounts:resetPassword`. */
const address = /^\/[\w-]{1,24}(?:\/[\w:.{}-]{1,40}){1,6}$/;
const genericType = /^[A-Za-z_]\w*\[[\w., [\]]+\]$/;
/** Names of algorithms of cryptography: `aes-256-gcm`, `HS256`, `argon2id`. */
const algorithm =
  /^(?:(?:(?:aes|3?des|camellia|aria|blowfish|rc[24]|sm4)-?\d{0,3}|a\d{3}|chacha20)(?:-?(?:ede3?|cbc|gcm|ctr|ecb|ccm|cfb\d?|ofb|xts|kw|gcmkw|siv|poly1305|hs\d{3}|hmac-?sha-?\d{1,4})){0,4}|(?:hs|rs|es|ps)(?:256|384|512)k?|argon2(?:id?|d)|bcrypt|scrypt|pbkdf2(?:[-_:]?(?:hmac[-_]?)?sha-?\d{1,4})?|(?:x|ed|curve)(?:25519|448)|secp\d{3}[kr]\d|prime\d{3}v\d|rsa(?:[-_](?:oaep|pss|pkcs1|v1_5|sha-?\d{1,4}|\d{3,4})){1,4}|(?:ecdsa|hmac)[-_]?(?:p-?|sha-?)?\d{3})$/i;
/** Names of headers that are no standard: `x-webhook-secret-256`. */
const headerName = /^x(?:-[a-z]{2,16}){1,6}(?:-?v?\d{1,3})?$/i;
/** Names of variables of the environment that hold a credential: `ACME_API_TOKEN_V2`. */
const variableName =
  /^(?=[A-Z0-9_]*_?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|PASS|CREDENTIALS?|AUTH)(?:_|$))[A-Z][A-Z0-9]{0,2}[A-Z]*(?:_(?:[A-Z]{1,20}|[A-Z]?\d{1,2}[A-Z]?))+$/;
const byteEscape = /\\x[0-9a-f]{2}/gi;
const field = /(?:^|[#;&,|])\w+[:=](?!$)/g;
const countOf = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;
/** Rules of validation: `required|min:8|confirmed`. */
const alternatives = /^[a-z_]+(?::[\w,.]+)?(?:\|[a-z_]+(?::[\w,.]+)?)+$/;
const cipher = /(?:^|:)[!+-][A-Z]/g;
/** A generic type, a text of escapes, a list of ciphers, and several fields in one text: `a=1#b=2#c=3`. */
const isStructured = (text: string): boolean =>
  genericType.test(text) ||
  coordinates.test(text) ||
  scope.test(text) ||
  unicodeEscapes.test(text) ||
  characterClass.test(text) ||
  numberedName.test(text) ||
  alternatives.test(text) ||
  algorithm.test(text) ||
  headerName.test(text) ||
  variableName.test(text) ||
  countOf(byteEscape, text) >= 4 ||
  countOf(field, text) >= 2 ||
  countOf(cipher, text) >= 2;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * What a literal that is given to a telling name looks like, or why it is no secret.
 * @param value the literal, without its quotes
 */
export function looksOf(value: string): ValueLooks | { readonly reason: SuppressionReason } {
  const text = value.trim();
  if (text.length < 4) return held('placeholder');
  if (isDense(text)) return { strength: 'random', length: text.length, chosen: true };
  if (isReference(text)) return held('reference');
  if (isEncrypted(text)) return held('encrypted');
  if (digest.test(text)) return held('hash');
  if (hasPlaceholderShape(text) || isPlaceholderWord(text)) return held('placeholder');
  if (/\s/.test(text) || text.length > 256) return held('words');
  if (code.test(text) || dotted.test(text) || file.test(text) || template.test(text) || isStructured(text))
    return held('not-a-value');
  if (text.startsWith('eyJ') && isTokenHeader(text)) return held('bad-structure');
  if (/^[\d.,:+-]+$/.test(text)) return held(/^\d{4,}$/.test(text) ? 'low-variety' : 'not-a-value');
  // What is not printable ASCII is prose in another language, seldom a password.
  if (/[^\x20-\x7e]/.test(text)) return held('words');
  if (isRegular(text)) return held('low-variety');
  const words = splitWords(text);
  if (words.length > 0 && isCredentialTalk(words.join(''))) return held('placeholder');
  const share = wordShare(text);
  if (share >= 0.6 && address.test(text)) return held('not-a-value');
  const word = placeholderWord(text);
  if (word === 'example' || (word !== undefined && share >= 0.3)) return held('placeholder');
  if (encodesWords(text)) return held('placeholder');
  return { strength: strengthOf(text, share), length: text.length, chosen: isChosen(text) };
}

/** True for the first part of a JSON web token alone: it says how the token is signed, and nothing else. */
function isTokenHeader(text: string): boolean {
  const [head = '', ...rest] = text.split('.');
  if (rest.some((part) => part !== '')) return false;
  return /^\{\s*"(?:alg|typ)"\s*:[^{}]*\}$/.test(Buffer.from(head, 'base64').toString('latin1'));
}

/** True where a text is the base 64 of a word that stands for a value: `cGFzc3dvcmQ=`. */
function encodesWords(text: string): boolean {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text)) return false;
  const plain = Buffer.from(text, 'base64').toString('latin1').trim();
  if (!/^[\x20-\x7e]{3,}$/.test(plain)) return false;
  return isPlaceholderWord(plain) || isCredentialTalk(splitWords(plain).join('')) || wordShare(plain) >= 0.9;
}

const kindsOfSigns = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/];
const filledIn = /\$[{(]|\{\{|<%|%[A-Za-z_]\w*%|=>|\(\)|["'`]/;

/** True for a long text of letters, digits and many signs in no order, which only a generator writes; it may hold blanks. */
const isDense = (text: string): boolean =>
  text.length >= 32 &&
  text.length <= 128 &&
  (text.match(/[^A-Za-z0-9]/g)?.length ?? 0) >= text.length / 8 &&
  kindsOfSigns.every((kind) => kind.test(text)) &&
  entropy(text) >= 4.5 &&
  wordShare(text) < 0.25 &&
  !filledIn.test(text);

const signs = /[^A-Za-z0-9]/;

const identifier = /^[A-Z0-9]+(?:_[A-Z0-9]+)+$|[\\:\s]|\/.*\//;

/**
 * True for what somebody has chosen or a generator made: digits among the letters, or letters of both cases with digits
 * and signs. A word with digits or signs after it is not: people write such as stand-ins.
 */
export function isChosen(value: string): boolean {
  const text = value.replace(/=+$/, '');
  if (text.length < 7 || identifier.test(text) || sequenceShare(text) >= 0.4) return false;
  if (isGibberish(text)) return true;
  if (text.length < 8) return false;
  const stem = text.replace(/[\d!@#$%^&*?.+_-]+$/, '');
  if (/\d/.test(stem) && wordShare(stem) < 0.7) return true;
  return [/[a-z]/, /[A-Z]/, /\d/, signs].every((kind) => kind.test(text));
}

const leastSurprise = 4.8;

/** Pieces of words that stand-ins are made of: `bbpasswd`, `usrpwd`. */
const speaks = /pass|pwd|psw|key|token|tkn|secret|user|usr|admin|login|test|auth|hash|sql/;

/** Words of three letters and more, written as names of programs are: `dropdownWidth`. */
const camelCase = /^[a-z]{3,}(?:[A-Z][a-z]{2,})+$/;

/** True for letters, perhaps with digits and signs, of which none could be a word. */
function isGibberish(text: string): boolean {
  if (camelCase.test(text)) return false;
  const onlyLetters = text.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (onlyLetters.length < 5 || new Set(text).size < 5 || speaks.test(onlyLetters)) return false;
  return wordShare(text.replace(/\d+/g, ' ')) < 0.3 && surprise(onlyLetters) >= leastSurprise;
}

const leastRandomLength = 16;
const leastEntropy = 2.9;

function strengthOf(text: string, share: number): Strength {
  const digits = /\d/.test(text);
  const lettersToo = /[A-Za-z]/.test(text);
  const random = share < (digits ? 0.5 : 0.25) && entropy(text) >= leastEntropy && text.length >= leastRandomLength;
  if (random && (digits || /[a-z][A-Z]|[A-Z]{2,}[a-z]/.test(text)) && lettersToo && !uuid.test(text)) return 'random';
  if (uuid.test(text)) return 'mixed';
  // Identifiers, slugs and constants: words joined by signs, with a number at most.
  if (share >= 0.75 && !/[!@#$%^&*?]/.test(text)) return digits ? 'joined' : 'word';
  return digits || /[!@#$%^&*?~+]/.test(text) || (isGibberish(text) && !signs.test(text)) ? 'mixed' : 'word';
}

/** True for the form of an identifier that names things as often as it opens them. */
export const isUuid = (text: string): boolean => uuid.test(text);

/** A refusal of `looksOf` as a judgement. */
export const refused = ({ reason }: { readonly reason: SuppressionReason }): Judgement => ({ kind: 'held', reason });

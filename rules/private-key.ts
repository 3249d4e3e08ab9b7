import { generateKeyPairSync } from 'node:crypto';
import type { Judgement, Match } from '../src/model/index.ts';
import { b64, b64u, defineRule, fake, held, leak, leakBetween, plausible, proven, run } from '../src/rule-kit/index.ts';

const references = ['https://www.rfc-editor.org/rfc/rfc7468'] as const;
const remediation =
  'Replace the key pair everywhere its public half is trusted, then keep the new private half outside the repository.';

/** The base 64 of a PEM block without what sources put between its lines: escapes, quotes, plus signs, indentation. */
function bodyOf(block: string): string {
  const inner = block.replace(/^-----BEGIN[^-]*-----/, '').replace(/-----END[^-]*-----$/, '');
  const unescaped = inner.replace(/(?<!\\)\\+[nrt]/g, '\n').replace(/["'`][\s+.,&_]*(?=["'`\n]|$)/g, '');
  return unescaped
    .split('\n')
    .map((line) => line.replace(/^[\s"'`>|*#/+.,;-]+/, ''))
    .filter((line) => !/:|^$/.test(line))
    .join('')
    .replace(/[^A-Za-z0-9+/=]/g, '');
}

/** The length that the outermost sequence of DER says it has, its header included; undefined where it is none. */
function derLength(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x30 || bytes[1] === undefined) return undefined;
  if (bytes[1] < 0x80) return bytes[1] + 2;
  const width = bytes[1] & 0x7f;
  if (width === 0 || width > 3) return undefined;
  let length = 0;
  for (let index = 0; index < width; index++) length = length * 256 + (bytes[2 + index] ?? 0);
  return length + 2 + width;
}

const leastBody = 64;

function judgePem(block: string): Judgement {
  const body = bodyOf(block);
  if (/\.{3}|…|<[^>]{1,40}>|\$\{|\{\{|\.\s{0,4}-----END/.test(block)) return held('placeholder', 'its body is elided');
  // Prose that speaks of a key has no line of base 64 in it.
  if (!/[A-Za-z0-9+/=]{40}/.test(block)) return held('not-a-value', 'no key follows');
  if (body.length < leastBody || new Set(body).size < 16) return held('placeholder', 'its body is too short');
  if (/ENCRYPTED/.test(block.slice(0, 200))) return encrypted;
  const bytes = Buffer.from(body, 'base64');
  if (bytes.subarray(0, 14).toString('latin1') === 'openssh-key-v1') {
    const cipherLength = bytes.readUInt32BE(15);
    const cipher = bytes.subarray(19, 19 + Math.min(cipherLength, 32)).toString('latin1');
    return cipher === 'none' ? proven('an OpenSSH key without a passphrase') : encrypted;
  }
  const length = derLength(bytes);
  if (length !== undefined && Math.abs(length - bytes.length) <= 2) return proven('the key parses');
  if (/PGP/.test(block.slice(0, 60))) return plausible;
  return { kind: 'plausible', evidence: [{ text: 'the key does not parse: it may be cut or made up', weight: -1 }] };
}

const encrypted: Judgement = {
  kind: 'plausible',
  severity: 'low',
  title: 'Private key, encrypted with a passphrase',
  evidence: [{ text: 'the key is encrypted: it is as safe as its passphrase', weight: 0 }],
};

const mostBody = 16_000;
const pem = new RegExp(
  `(?<secret>-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){40,${mostBody}}(?:-----END [A-Z0-9 ]{5,40}-----)?)`,
);

/** A key made for the occasion: no private key stands in this repository. */
const made = (type: 'pkcs8' | 'sec1'): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type, format: 'pem' },
  }).privateKey.trim();

const putty = (encryption: string): string =>
  [
    'PuTTY-User-Key-File-3: ssh-ed25519',
    `Encryption: ${encryption}`,
    'Comment: me',
    'Public-Lines: 1',
    fake(b64, 64, 3),
    'Private-Lines: 1',
    fake(b64, 48, 4),
  ].join('\n');

/** A line end, written down as `\n` where the key stands in a string. */
const lineEnd = '(?:\\r?\\n|(?:\\\\r)?\\\\n)';
const keyLine = '[A-Za-z0-9+/=]{1,80}';
const fullLine = '[A-Za-z0-9+/]{64}';
/** Not the name of the field that follows. */
const lastLine = '[A-Za-z0-9+/=]{4,64}(?![A-Za-z0-9+/=:-])';
/** A quote of JSON, escaped where the JSON stands in a string. */
const quote = '\\\\?"';

const keyType = new RegExp(`${quote}kty${quote}\\s{0,4}:\\s{0,4}${quote}(?:RSA|EC|OKP)${quote}`);

/** The private half counts where the object it stands in says that it is a key, before or after it. */
function judgeJwk({ window, at, secret }: Match): Judgement {
  const from = window.lastIndexOf('{', at);
  const to = window.indexOf('}', at + secret.length);
  const object = window.slice(Math.max(0, from), to < 0 ? window.length : to);
  return keyType.test(object) ? plausible : held('not-a-value', 'its object is no JSON Web Key');
}

export const privateKey = [
  defineRule({
    id: 'private-key',
    title: 'Private key',
    severity: 'critical',
    description: 'Signs and decrypts as its owner: logs in to servers, impersonates a site, forges tokens.',
    remediation,
    references,
    anchors: ['PRIVATE KEY'],
    pattern: pem,
    reach: { before: 64, after: mostBody + 200 },
    random: false,
    binary: true,
    judge: ({ secret }) => judgePem(secret),
    examples: () => ({
      leaks: [
        leakBetween('', made('pkcs8'), '\n', 'server.key'),
        leakBetween('const key = `', made('sec1'), '`;\n', 'key.js'),
        leakBetween('{"private_key": "', made('pkcs8').replaceAll('\n', '\\n'), '\\n"}', 'account.json'),
      ],
      clean: [
        '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
        `strip everything: -----BEGIN RSA PRIVATE KEY-----${fake(b64, 64, 2)}\\n.-----END RSA PRIVATE KEY-----`,
        `-----BEGIN PUBLIC KEY-----\n${fake(b64, 120, 1)}\n-----END PUBLIC KEY-----`,
        "if (text.includes('-----BEGIN PRIVATE KEY-----')) parse(text);",
      ],
    }),
  }),
  defineRule({
    id: 'putty-private-key',
    title: 'PuTTY private key',
    severity: 'critical',
    description: 'Logs in over SSH wherever its public half is authorised.',
    remediation,
    references: ['https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html'],
    anchors: ['PuTTY-User-Key-File-'],
    pattern: new RegExp(
      `(?<secret>PuTTY-User-Key-File-[23]: [\\w-]{3,40}${lineEnd}Encryption: (?<cipher>[\\w-]{3,20})${lineEnd}(?:[^-]|-(?!Lines: \\d)){0,6000}-Lines: \\d{1,3}${lineEnd}(?:${keyLine}${lineEnd}){1,60}Private-Lines: \\d{1,3}${lineEnd}(?:${fullLine}${lineEnd}){0,59}${lastLine})`,
    ),
    reach: { before: 0, after: 12_000 },
    random: false,
    judge: ({ groups }) => (groups['cipher'] === 'none' ? proven('a PuTTY key without a passphrase') : encrypted),
    examples: () => ({
      leaks: [leakBetween('', putty('none'), '', 'me.ppk'), leakBetween('', putty('aes256-cbc'), '', 'safe.ppk')],
      clean: ['PuTTY-User-Key-File-3: ssh-rsa', 'file.startsWith("PuTTY-User-Key-File-2: ")'],
    }),
  }),
  defineRule({
    id: 'jwk-private-key',
    title: 'Private key (JSON Web Key)',
    severity: 'critical',
    description: 'Signs tokens or decrypts messages as its owner.',
    remediation,
    references: ['https://www.rfc-editor.org/rfc/rfc7517'],
    anchors: ['kty'],
    pattern: new RegExp(
      `${quote}d${quote}\\s{0,4}:\\s{0,4}${quote}(?<secret>${run(b64u, 32, 700)})${quote}(?![0-9A-Za-z_-])`,
    ),
    reach: { before: 3_200, after: 3_200 },
    judge: judgeJwk,
    examples: () => ({
      leaks: [
        leak`{"kty":"EC","crv":"P-256","x":"abc","y":"def","d":"${fake(b64u, 43, 1)}"}`,
        leak`{ "kty": "OKP", "crv": "Ed25519", "d": "${fake(b64u, 43, 2)}" }`,
        leak`{"crv":"P-256","d":"${fake(b64u, 43, 6)}","ext":true,"kty":"EC","x":"abc","y":"def"}`,
      ],
      clean: [
        `{"kty":"EC","crv":"P-256","x":"${fake(b64u, 43, 3)}","y":"${fake(b64u, 43, 4)}"}`,
        `{"kty":"RSA","n":"${fake(b64u, 86, 5)}","e":"AQAB"}`,
        `[{"kty":"EC"},{"d":"${fake(b64u, 43, 7)}"}]`,
      ],
    }),
  }),
];

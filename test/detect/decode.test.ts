import { createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fingerprintOf } from '../../src/detect/fingerprint.ts';
import { b62, base62Crc32, fake, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openInspector, textAt } from '../support/inspect.ts';

const inspector = openInspector(rules);
const body = fake(b62, 30, 11);
/** A token that its checksum proves. */
const token = `ghp_${body}${base62Crc32(body)}`;
const id = 'github-classic-token';

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const found = (content: string | Uint8Array, path = 'file.txt') =>
  inspector.inspect(blobOf(content, path)).findings.filter(({ ruleId }) => ruleId === id);
const wrapped = (text: string, width: number, separator: string): string =>
  text.match(new RegExp(`.{1,${width}}`, 'g'))?.join(separator) ?? '';

/** Bytes without any order, the same on every run. */
function randomBytesOf(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, at) =>
    createHash('sha512').update(`${at}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

const inside = `# settings of the deployment\ntoken: ${token}\nregion: eu-west-1\n`;

const prose = 'All work and no play.\n'.repeat(9);

describe('a key in base64', () => {
  test.each([0, 1, 2, 3, 4, 5])('is found however it falls on groups of three bytes: %i bytes before it', (shift) => {
    const text = `${'.'.repeat(20 + shift)} ${token} and more of it`;
    const content = `config = "${base64(text)}"`;
    const [finding, ...others] = found(content);
    expect(others).toEqual([]);
    expect(finding?.fingerprint).toBe(fingerprintOf(token));
    expect(finding?.evidence.map(({ text: each }) => each)).toContain('decoded from base64');
    expect(Buffer.from(textAt(content, finding as never), 'base64').toString()).toContain(token);
  });

  test.each([
    ['alone', base64(token)],
    ['for URLs', Buffer.from(`${inside}??>>~~`).toString('base64url')],
    ['wrapped', wrapped(base64(inside + prose), 76, '\n')],
    ['wrapped with the line ends of Windows', wrapped(base64(inside + prose), 64, '\r\n')],
    ['indented', `data: |\n    ${wrapped(base64(inside), 64, '\n    ')}\n`],
    ['wrapped in a string of JSON', JSON.stringify(wrapped(base64(inside), 64, '\n'))],
    ['joined over lines', `x = "${wrapped(base64(inside), 60, '" +\n    "')}"`],
    ['in a data URI', `url(data:text/plain;base64,${base64(inside)})`],
    ['in a path', `https://acme.io/decode/${base64(inside)}`],
    ['twice', base64(base64(inside))],
    ['three times', base64(base64(base64(inside)))],
    ['with gzip', base64(gzipSync(inside))],
    ['for PowerShell', `powershell -EncodedCommand ${base64(Buffer.from(inside, 'utf16le'))}`],
  ])('%s', (_name, content) => {
    const findings = found(content);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fingerprint).toBe(fingerprintOf(token));
    expect(findings[0]?.evidence.some(({ text }) => text.startsWith('decoded from '))).toBe(true);
  });

  test('says every encoding that was undone, the innermost first', () => {
    const [finding] = found(base64(gzipSync(`x: ${Buffer.from(inside).toString('hex')}`)));
    expect(finding?.evidence.map(({ text }) => text)).toContain('decoded from hexadecimal in gzip in base64');
  });

  test('shows nothing of the encoded text', () => {
    const content = `config = "${base64(inside)}" # keep`;
    const [finding] = found(content);
    const encoded = base64(inside);
    for (let at = 0; at + 8 <= encoded.length; at++)
      expect(finding?.snippet?.text).not.toContain(encoded.slice(at, at + 8));
    expect(finding?.snippet?.text).toContain('config = ');
    expect(finding?.snippet?.text).toContain('# keep');
  });
});

describe('a key in hexadecimal', () => {
  test.each([
    ['bare', Buffer.from(inside).toString('hex')],
    ['as a number', `0x${Buffer.from(token).toString('hex')}`],
    ['in SQL', `X'${Buffer.from(token).toString('hex').toUpperCase()}'`],
  ])('%s', (_name, content) => {
    expect(found(content).map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf(token)]);
  });
});

describe('what only looks encoded', () => {
  const noise = randomBytesOf(30_000);
  test.each([
    ['an image', `url(data:image/png;base64,${base64(noise)})`],
    ['digests', Array.from({ length: 400 }, (_, seed) => fake(hex, 64, seed)).join('\n')],
    ['integrity', `"integrity": "sha512-${createHash('sha512').update('x').digest('base64')}"`],
    ['packed bytes', base64(deflateSync(noise))],
    ['alphabets', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.repeat(20)],
    ['long names', 'getElementsByClassNameAndTagNameFromDocumentFragment'.repeat(50)],
    ['a map of sources', `{"mappings":"${'AAAA,SAASA,cAAcC,GACrB'.repeat(2_000)}"}`],
  ])('%s stays silent', (_name, content) => {
    expect(inspector.inspect(blobOf(content, 'file.css')).findings).toEqual([]);
  });
});

describe('hostile contents', () => {
  const under = (milliseconds: number, content: string | Uint8Array): void => {
    const started = process.cpuUsage();
    inspector.inspect(blobOf(content, 'file.txt'));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(milliseconds);
  };

  test('a run of ten megabytes, of text and of noise', () => {
    under(4_000, base64('all work and no play makes jack a dull boy\n'.repeat(180_000)));
    under(4_000, 'A'.repeat(10_000_000));
    under(4_000, base64(randomBytesOf(6_000_000)));
  });

  test('gzip that holds far more than its own length', () => {
    const bomb = base64(gzipSync(Buffer.alloc(200 << 20, 'a')));
    under(4_000, bomb);
    expect(found(`${bomb}\n${base64(inside)}`)).toHaveLength(1);
  });

  test('lines of which each could start gzip', () => {
    under(4_000, `H4sI${fake(b62, 60, 4)}\n`.repeat(40_000));
  });

  test('gzip that is cut or is none', () => {
    expect(found(`${base64(gzipSync(fake(b62, 4_000, 8))).slice(0, 400)}\n${base64(inside)}`)).toHaveLength(1);
    expect(found(`H4sI${fake(b62, 200, 4)}\n${base64(inside)}`)).toHaveLength(1);
  });
});

const escaped = (text: string, unit: (code: string) => string): string =>
  [...text].map((each) => unit(each.charCodeAt(0).toString(16).padStart(2, '0'))).join('');
const setting = `{"token":"${token}"}`;

describe('a key in escapes', () => {
  test.each([
    ['bytes of a string', `x = "${escaped(token, (code) => `\\x${code}`)}"`],
    ['code units of a string', `x = "${escaped(token, (code) => `\\u00${code}`)}"`],
    ['every character of a URL', `https://acme.io/?q=${escaped(token, (code) => `%${code}`)}&x=1`],
    ['every character of a page', `<p>${[...token].map((each) => `&#${each.charCodeAt(0)};`).join('')}</p>`],
  ])('%s', (_name, content) => {
    const [finding, ...others] = found(content);
    expect(others).toEqual([]);
    expect(finding?.fingerprint).toBe(fingerprintOf(token));
    expect(finding?.snippet?.text).not.toContain(content.slice(finding?.byteOffset, (finding?.byteOffset ?? 0) + 12));
  });

  const password = `${fake(b62, 9, 21)}!${fake(b62, 9, 22)}`;
  const settings = `{"host":"db","password":"${password}"}`;
  test.each([
    ['quotes as entities', `<div data-settings="${settings.replaceAll('"', '&quot;')}"></div>`],
    ['quotes as code units', `x = JSON.parse('${settings.replaceAll('"', '\\u0022')}')`],
    ['quotes as bytes', `x = JSON.parse('${settings.replaceAll('"', '\\x22')}')`],
    ['quotes in percent', `https://acme.io/#${encodeURIComponent(settings)}`],
    ['a URL in JSON', JSON.stringify(`postgres://bob:${password}@db.acme.io/x`).replaceAll('/', '\\/')],
    ['a URL in a URL', `go?to=${encodeURIComponent(`postgres://bob:${password}@db.acme.io/x`)}`],
  ])('%s show an assignment or an address', (_name, content) => {
    const { findings } = inspector.inspect(blobOf(content, 'page.txt'));
    expect(findings.map(({ fingerprint }) => fingerprint)).toContain(fingerprintOf(password));
  });

  test('tables of characters and formats stay silent and cost nothing', () => {
    const table = Array.from({ length: 4_000 }, (_, at) => `\\u00${(at % 256).toString(16).padStart(2, '0')}`).join(
      '-',
    );
    expect(inspector.inspect(blobOf(`x = /[${table}]/; printf("%6d %7.2f %3s")`, 'a.js')).findings).toEqual([]);
  });

  test('the places of a plain key beside escapes stay its own', () => {
    const content = `<div data-x="{&quot;token&quot;:&quot;${token}&quot;,&quot;a&quot;:1}"></div>`;
    const [finding, ...others] = found(content);
    expect(others).toEqual([]);
    expect(finding && textAt(content, finding)).toBe(token);
    expect(setting).toContain(token);
  });
});

describe('a Secret of Kubernetes', () => {
  const password = `${fake(b62, 6, 31)}-${fake(b62, 6, 32)}`;
  const manifest = (kind: string, data: Readonly<Record<string, string>>): string =>
    `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: db\ntype: Opaque\ndata:\n${Object.entries(data)
      .map(([key, value]) => `  ${key}: ${base64(value)}\n`)
      .join('')}`;
  const reported = (content: string, path = 'secret.yaml') => inspector.inspect(blobOf(content, path)).findings;

  test('tells its values by their keys', () => {
    const content = manifest('Secret', { username: 'deploy', password, note: 'nothing to see' });
    const findings = reported(content);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fingerprint).toBe(fingerprintOf(password));
    expect(findings[0] && textAt(content, findings[0])).toBe(base64(password));
    expect(findings[0]?.evidence.map(({ text }) => text)).toContain('decoded from base64 in a Kubernetes Secret');
  });

  test('in JSON, with data before its kind', () => {
    const content = JSON.stringify({ apiVersion: 'v1', data: { 'db-password': base64(password) }, kind: 'Secret' });
    expect(reported(content, 'secret.json').map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf(password)]);
  });

  test('holds back what is a placeholder once it is decoded', () => {
    expect(reported(manifest('Secret', { password: 'changeme', 'api-key': '<your-api-key>' }))).toEqual([]);
  });

  test('holds what a registry is logged in with', () => {
    const auths = JSON.stringify({ auths: { 'ghcr.io': { auth: base64(`bob:${token}`) } } });
    const content = manifest('Secret', { '.dockerconfigjson': auths });
    expect(reported(content).some(({ fingerprint }) => fingerprint === fingerprintOf(token))).toBe(true);
  });

  test('is another kind: sealed, or none', () => {
    const sealed = `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    password: ${fake(b62, 400, 7)}\n`;
    expect(reported(sealed).filter(({ evidence }) => evidence.some(({ text }) => /decoded/.test(text)))).toEqual([]);
    expect(reported(manifest('SecretStore', { note: 'hello world hello world' }))).toEqual([]);
  });
});

describe('a binary content', () => {
  const inspect = (bytes: Buffer) => inspector.inspect({ ...blobOf(bytes, 'app.exe'), encoding: 'binary' }).findings;
  const around = randomBytesOf(5_000);

  test.each([0, 1, 2, 3, 15, 16, 17])('holds a key in UTF-16 at any offset: %i', (shift) => {
    const bytes = Buffer.concat([around, Buffer.alloc(shift), Buffer.from(`\0\0${token}\0\0`, 'utf16le'), around]);
    const findings = inspect(bytes);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([id]);
    expect(findings[0]?.fingerprint).toBe(fingerprintOf(token));
  });

  test('in the other byte order', () => {
    const bytes = Buffer.concat([around, Buffer.from(`\0\0${token}\0\0`, 'utf16le').swap16(), around]);
    expect(inspect(bytes).map(({ fingerprint }) => fingerprint)).toEqual([fingerprintOf(token)]);
  });

  test('shows nothing but the mask', () => {
    const findings = inspect(Buffer.concat([around, Buffer.from(`\0${token}\0`), around]));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.snippet?.text).toMatch(/^[\x20-\x7e…]*$/);
    expect(findings[0]?.snippet?.text.length).toBeLessThan(20);
  });
});

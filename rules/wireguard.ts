import { b64, because, defineRule, fake, hex, leak, leakBetween, run } from '../src/rule-kit/index.ts';

const references = ['https://www.wireguard.com/quickstart/'] as const;
const near: { words: readonly [string, ...string[]]; bytes: number } = {
  words: ['[interface]', '[peer]', 'wireguard', 'wg0', 'wg-quick', 'allowedips'],
  bytes: 500,
};
const key = `${run(b64, 42)}[AEIMQUYcgkosw048]=`;

/** Private keys are clamped as Curve25519 asks for: five of their bits are fixed. */
function isClamped(secret: string): boolean {
  const bytes = Buffer.from(secret, 'base64');
  return bytes.length === 32 && ((bytes[0] ?? 0) & 7) === 0 && ((bytes[31] ?? 0) & 0xc0) === 0x40;
}

function fakePrivateKey(seed: number): string {
  const bytes = Buffer.from(fake(hex, 64, seed), 'hex');
  bytes[0] = (bytes[0] ?? 0) & 0xf8;
  bytes[31] = ((bytes[31] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('base64');
}
const fakePreSharedKey = (seed: number): string => Buffer.from(fake(hex, 64, seed), 'hex').toString('base64');

export const wireguard = [
  defineRule({
    id: 'wireguard-private-key',
    title: 'WireGuard private key',
    severity: 'high',
    description: 'Joins the private network as this peer, and reads what is sent to it.',
    remediation: 'Make a new key with `wg genkey`, and replace the public key on every peer.',
    references,
    anchors: ['PrivateKey'],
    pattern: new RegExp(
      `(?:(?<![A-Za-z])|(?<=\\\\[nrt]))PrivateKey\\s{0,8}=\\s{0,8}["']?(?<secret>${key})(?![A-Za-z0-9+/=])`,
    ),
    near,
    judge: (match) =>
      isClamped(match.secret)
        ? because('clamped as Curve25519 keys are', 1)
        : because('not clamped as wg genkey does', -1),
    examples: () => ({
      leaks: [
        leak`[Interface]\nPrivateKey = ${fakePrivateKey(1)}\nAddress = 10.0.0.2/32`,
        leakBetween('cat > /etc/wireguard/wg0.conf <<X\nPrivateKey=', fakePrivateKey(2), '\nX'),
      ],
      clean: [
        `PrivateKey = ${fakePrivateKey(3)}`,
        `[Interface]\nPrivateKey = ${fake(b64, 30)}=`,
        `[Peer]\nPublicKey = ${fakePrivateKey(4)}`,
      ],
    }),
  }),
  defineRule({
    id: 'wireguard-preshared-key',
    title: 'WireGuard pre-shared key',
    severity: 'medium',
    description: 'Adds a symmetric layer between two peers. Alone it opens no connection.',
    remediation: 'Make a new one with `wg genpsk`, and replace it on both peers.',
    references,
    anchors: ['PresharedKey', 'PreSharedKey'],
    pattern: new RegExp(
      `(?:(?<![A-Za-z])|(?<=\\\\[nrt]))Pre[sS]haredKey\\s{0,8}=\\s{0,8}["']?(?<secret>${key})(?![A-Za-z0-9+/=])`,
    ),
    near,
    examples: () => ({
      leaks: [
        leak`[Peer]\nPresharedKey = ${fakePreSharedKey(1)}\nAllowedIPs = 0.0.0.0/0`,
        leakBetween('wg-quick up wg0 # PresharedKey=', fakePreSharedKey(2)),
      ],
      clean: [`PresharedKey = ${fakePreSharedKey(3)}`, `[Peer]\nPresharedKey = ${fake(b64, 43)}`],
    }),
  }),
];

import { defineNamedRule, defineRule, fake, hex, hexi, leak, run, whole } from '../src/rule-kit/index.ts';

const facts = {
  title: 'Ethereum (EVM) private key',
  severity: 'critical',
  description: 'Spends everything its address holds on every EVM chain, and owns the contracts it deployed.',
  remediation: 'Move all funds and contract roles to a new address at once. A key cannot be revoked.',
  references: ['https://ethereum.org/en/developers/docs/accounts/'],
  environment: ['PRIVATE_KEY', 'DEPLOYER_PRIVATE_KEY', 'WALLET_PRIVATE_KEY'],
} as const;
const key = `0x${run(hexi, 64)}`;
const fakeKey = (seed: number): string => `0x${fake(hex, 64, seed)}`;

export const ethereum = [
  defineNamedRule({
    ...facts,
    id: 'ethereum-private-key',
    words: ['privatekey', 'privkey', 'deployerkey', 'walletkey', 'signerkey', 'ownerkey', 'deployerpk'],
    neighbours: false,
    names: /key|pk/i,
    value: whole(key),
    examples: () => ({
      leaks: [leak`PRIVATE_KEY=${fakeKey(1)}`, leak`const deployerPrivateKey = "${fakeKey(2)}"`],
      clean: [`TX_HASH=${fakeKey(3)}`, `PRIVATE_KEY=${fakeKey(4).slice(0, -1)}`, `blockKey: "${fakeKey(5)}"`],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'ethereum-private-key-bare',
    title: 'Ethereum (EVM) private key without 0x',
    confidence: 'medium',
    words: [
      'ethereum',
      'ethers',
      'web3',
      'hardhat',
      'metamask',
      'wallet',
      'deployer',
      'sepolia',
      'goerli',
      'polygon',
      'arbitrum',
      'evm_',
    ],
    names: /priv(?:ate)?.?key|deployer|signer|wallet.?key/i,
    value: whole(run(hexi, 64)),
    examples: () => ({
      leaks: [leak`WALLET_PRIVATE_KEY=${fake(hex, 64)}`, leak`SEPOLIA_RPC=x\nPRIVATE_KEY=${fake(hex, 64, 2)}`],
      clean: [`PRIVATE_KEY=${fake(hex, 64)}`, `WALLET_PRIVATE_KEY=${fake(hex, 62)}`, `wallet_hash=${fake(hex, 64)}`],
    }),
  }),
  defineRule({
    ...facts,
    id: 'ethereum-wallet-argument',
    title: 'Ethereum (EVM) private key handed to a wallet',
    anchors: ['Wallet(', 'accounts', 'privateKeyToAccount(', 'privateKeyToAddress('],
    pattern: new RegExp(
      `(?:Wallet\\(|privateKeyTo(?:Account|Address)\\(|accounts["'\\\\]{0,2}\\s{0,3}[:=]\\s{0,3}\\[)\\s{0,12}["'\\\\]{1,2}(?<secret>${key})(?![0-9a-zA-Z])`,
    ),
    examples: () => ({
      leaks: [
        leak`const wallet = new ethers.Wallet("${fakeKey(6)}", provider)`,
        leak`networks: { sepolia: { accounts: ["${fakeKey(7)}"] } }`,
      ],
      clean: [`new ethers.Wallet("${fakeKey(8).slice(0, 42)}")`, `accounts: ["${fakeKey(9).slice(0, 42)}"]`],
    }),
  }),
];

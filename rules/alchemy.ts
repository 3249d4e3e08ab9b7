import {
  b62,
  b64u,
  defineNamedRule,
  defineRule,
  fake,
  held,
  leak,
  plausible,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const facts = {
  severity: 'low',
  description: 'Calls blockchain nodes at the cost of its owner. Pages often show it; allowlists restrict it.',
  remediation: 'Delete the app, or its key, in the Alchemy dashboard, and restrict the new one with allowlists.',
  references: ['https://www.alchemy.com/docs'],
  environment: ['ALCHEMY_API_KEY'],
} as const;
const body = run(b64u, 32);

export const alchemy = [
  defineRule({
    ...facts,
    id: 'alchemy-address-key',
    title: 'Alchemy API key in an address',
    anchors: ['alchemy.com/', 'alchemyapi.io/'],
    pattern: new RegExp(`alchemy(?:\\.com|api\\.io)\\/(?:nft\\/)?v[23]\\/(?<secret>${body})(?![\\w-])`),
    examples: () => ({
      leaks: [
        leak`RPC_URL=https://eth-mainnet.g.alchemy.com/v2/${fake(b64u, 32)}`,
        leak`url: "https://eth-goerli.alchemyapi.io/v2/${fake(b64u, 32, 2)}"`,
      ],
      clean: [
        'https://eth-mainnet.g.alchemy.com/v2/your-api-key',
        `https://eth-mainnet.g.alchemy.com/v2/${fake(b62, 31)}`,
      ],
    }),
  }),
  defineNamedRule({
    ...facts,
    id: 'alchemy-api-key',
    title: 'Alchemy API key',
    words: ['=alchemy', 'alchemyapi', 'alchemykey', 'alchemytoken', 'alchemyid', 'alchemypolygon', 'alchemymainnet'],
    neighbours: false,
    value: whole(body),
    judge: (match) => (/[0-9]/.test(match.secret) && /[A-Z]/.test(match.secret) ? plausible : held('words')),
    examples: () => ({
      leaks: [leak`ALCHEMY_API_KEY=${`${fake(b64u, 30)}A7`}`, leak`alchemyKey: '${`${fake(b62, 30, 2)}B4`}'`],
      clean: [
        `ALCHEMY_API_KEY=${fake(b62, 31)}`,
        `SQLALCHEMY_KEY=${fake(b62, 20)}`,
        'ALCHEMY_API_KEY=put-the-alchemy-api-key-in-here',
      ],
    }),
  }),
];

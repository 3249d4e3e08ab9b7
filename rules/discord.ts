import {
  alone,
  b62,
  b64u,
  clientId,
  defineNamedRule,
  defineRule,
  dig,
  fake,
  held,
  leak,
  leakBetween,
  proven,
  run,
  whole,
} from '../src/rule-kit/index.ts';

const references = ['https://discord.com/developers/docs/reference'] as const;

/** The first part of a bot token is the base 64 of the bot's id, a number of 17 to 20 digits. */
const holdsId = (secret: string): boolean =>
  /^\d{17,20}$/.test(Buffer.from(secret.split('.')[0] ?? '', 'base64').toString('latin1'));

/** What the base 64 of a decimal number can begin with: two digits in three characters. */
const starts = ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'].flatMap((first) =>
  [...'AEIMQUYcgk'].map((second) => first + second),
) as [string, ...string[]];

const minted = (seed: number): string => {
  const id = Buffer.from(`1${fake(dig, 18, seed)}`)
    .toString('base64')
    .replaceAll('=', '');
  return `${id}.G${fake(b64u, 5, seed)}.${fake(b64u, 37, seed)}a`;
};
const slash = String.raw`\\?/`;

export const discord = [
  defineRule({
    id: 'discord-bot-token',
    title: 'Discord bot token',
    severity: 'critical',
    description: 'Is the bot: reads and writes in every server that invited it, with all the rights it has there.',
    remediation: 'Reset the token on the Bot page of the application at discord.com/developers/applications.',
    references,
    environment: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN'],
    anchors: starts,
    pattern: alone(
      `(?:${starts.join('|')})[w-z0-5]${run(b64u, 19, 23)}\\.${run(b64u, 6)}\\.${run(b64u, 27, 38)}`,
      b64u,
    ),
    binary: true,
    judge: ({ secret }) =>
      holdsId(secret) ? proven('holds a bot id') : held('bad-structure', 'its first part is no bot id'),
    examples: () => ({
      leaks: [
        leak`DISCORD_TOKEN=${minted(1)}`,
        leak`client.login('${minted(2)}')`,
        leak`Authorization: Bot ${minted(3)}`,
      ],
      clean: [
        `M${fake(b64u, 23)}.${fake(b64u, 6)}.${fake(b64u, 38)}`,
        minted(4).slice(0, 40),
        `eyJ${fake(b64u, 20)}.${fake(b64u, 6)}.${fake(b64u, 30)}`,
      ],
    }),
  }),
  defineRule({
    id: 'discord-webhook',
    title: 'Discord webhook',
    severity: 'medium',
    description: 'Posts to one channel, and edits or deletes what it posted, or the webhook itself.',
    remediation: 'Delete the webhook under Integrations of the channel and create a new one.',
    references: ['https://discord.com/developers/docs/resources/webhook'],
    environment: ['DISCORD_WEBHOOK_URL'],
    anchors: ['webhooks/', 'webhooks\\/'],
    // The credential is all of the path that Discord makes: id and token.
    pattern: new RegExp(
      `discord(?:app)?\\.com${slash}api${slash}(?:v\\d{1,2}${slash})?webhooks${slash}(?<secret>${run(dig, 17, 20)}${slash}${run(b64u, 60, 72)})(?![0-9A-Za-z_-])`,
    ),
    examples: () => ({
      leaks: [
        leak`DISCORD_WEBHOOK_URL=https://discord.com/api/webhooks/${`1${fake(dig, 18, 1)}/${fake(b64u, 67, 1)}a`}`,
        leak`"https://discordapp.com/api/webhooks/${`9${fake(dig, 17, 2)}/${fake(b64u, 67, 2)}b`}"`,
        leak`url = 'https://canary.discord.com/api/v10/webhooks/${`1${fake(dig, 18, 3)}/${fake(b64u, 67, 3)}c`}'`,
      ],
      clean: [
        `https://discord.com/api/webhooks/1${fake(dig, 18)}`,
        'https://discord.com/api/webhooks/{id}/{token}',
        `https://discord.com/api/webhooks/1${fake(dig, 18)}/${fake(b64u, 20)}`,
      ],
    }),
  }),
  defineNamedRule({
    id: 'discord-client-secret',
    title: 'Discord client secret',
    severity: 'high',
    confidence: 'medium',
    description: 'Obtains tokens in the name of the application for people who authorised it.',
    remediation: 'Reset the secret on the OAuth2 page of the application at discord.com/developers/applications.',
    partner: clientId('[0-9]{17,20}'),
    references,
    environment: ['DISCORD_CLIENT_SECRET'],
    words: ['discord'],
    names: /secret/i,
    value: whole(run(b64u, 32)),
    examples: () => ({
      leaks: [
        leak`DISCORD_CLIENT_SECRET=${fake(b62, 32, 1)}`,
        leakBetween("Discord({ clientId: '1', clientSecret: '", fake(b62, 32, 2), "' })"),
      ],
      clean: [`CLIENT_SECRET=${fake(b62, 32)}`, `DISCORD_CLIENT_SECRET=${fake(b62, 24)}`],
    }),
  }),
];

import { b64u, defineRule, dig, fake, leak, run, START } from '../src/rule-kit/index.ts';

const minted = (seed: number): string => `7${fake(dig, 9, seed)}:AA${fake(b64u, 32, seed)}k`;

export const telegram = [
  defineRule({
    id: 'telegram-bot-token',
    title: 'Telegram bot token',
    severity: 'high',
    description: 'Is the bot: reads the messages sent to it and writes in every chat it is part of.',
    remediation: 'Send /revoke to @BotFather and choose the bot; it answers with a new token.',
    references: ['https://core.telegram.org/bots/api'],
    environment: ['TELEGRAM_BOT_TOKEN', 'BOT_TOKEN'],
    anchors: [':AA'],
    // In the address of a call `bot` stands right before it.
    pattern: new RegExp(`(?:${START}|(?<=/bot))(?<secret>${run(dig, 8, 10)}:AA${run(b64u, 33)})(?![${b64u.inClass}])`),
    examples: () => ({
      leaks: [
        leak`TELEGRAM_BOT_TOKEN=${minted(1)}`,
        leak`curl https://api.telegram.org/bot${minted(2)}/getMe`,
        leak`const bot = new Telegraf("${minted(3)}");`,
      ],
      clean: [
        `${fake(dig, 9)}:AA${fake(b64u, 20)}`,
        `${fake(dig, 6)}:AA${fake(b64u, 33)}`,
        `${fake(dig, 9)}:BB${fake(b64u, 33)}`,
      ],
    }),
  }),
];

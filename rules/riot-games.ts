import { b64u, defineRule, fakeUuid, leak, token, UUID } from '../src/rule-kit/index.ts';

export const riotGames = [
  defineRule({
    id: 'riot-games-api-key',
    title: 'Riot Games API key',
    severity: 'medium',
    description: 'Calls the Riot API within the limits of its application; development keys end after a day.',
    remediation: 'Regenerate the key at developer.riotgames.com.',
    references: ['https://developer.riotgames.com/docs/portal'],
    environment: ['RIOT_API_KEY'],
    anchors: ['RGAPI-'],
    pattern: token('RGAPI-', UUID, b64u),
    binary: true,
    examples: () => ({
      leaks: [
        leak`RIOT_API_KEY=${`RGAPI-${fakeUuid(1)}`}`,
        leak`https://euw1.api.riotgames.com/lol?api_key=${`RGAPI-${fakeUuid(2)}`}`,
      ],
      clean: [`RGAPI-${fakeUuid(3).slice(0, -1)}`, 'RGAPI-YOUR-KEY'],
    }),
  }),
];

import { b64, decodeJson, defineRule, fake, fakeUuid, leak, run, structure, token } from '../src/rule-kit/index.ts';

/** Base64 of `{"api_address":`, as far as it does not depend on what follows. */
const start = Buffer.from('{"api_address":').toString('base64');
const fakeToken = (seed: number): string =>
  Buffer.from(
    JSON.stringify({
      api_address: 'https://app.neptune.ai',
      api_url: 'https://app.neptune.ai',
      api_key: fakeUuid(seed),
    }),
  ).toString('base64');

export const neptune = [
  defineRule({
    id: 'neptune-api-token',
    title: 'Neptune API token',
    severity: 'high',
    description: 'Reads and changes the experiments and models of its owner’s workspaces.',
    remediation: 'Reset the token in Neptune under the user menu › Get your API token.',
    references: ['https://docs.neptune.ai/'],
    environment: ['NEPTUNE_API_TOKEN'],
    supersedes: ['json-web-token'],
    anchors: [start],
    pattern: token(start, `${run(b64, 60, 400)}={0,2}`, b64),
    binary: true,
    judge: structure('base64 of JSON with `api_address` and `api_key`', (secret) => {
      const value = decodeJson(secret);
      return typeof value?.['api_key'] === 'string' && value['api_key'].length > 8;
    }),
    examples: () => ({
      leaks: [
        leak`NEPTUNE_API_TOKEN=${fakeToken(1)}`,
        leak`neptune.init_run(project="a/b", api_token="${fakeToken(2)}")`,
      ],
      clean: [`${start}${fake(b64, 100)}`, fakeToken(3).slice(0, 60), 'api_token=eyJhcGlf...'],
    }),
  }),
];

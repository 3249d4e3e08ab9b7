import {
  b62,
  b64u,
  defineRule,
  fake,
  held,
  isMixed,
  leak,
  leakBetween,
  plausible,
  run,
  token,
} from '../src/rule-kit/index.ts';

export const modal = [
  defineRule({
    id: 'modal-token-secret',
    title: 'Modal token secret',
    severity: 'high',
    description: 'With its token id (`ak-…`): runs code, and reads secrets and volumes of the workspace.',
    remediation:
      'Delete the token at modal.com under Settings › API tokens, then make a new pair with `modal token new`.',
    references: ['https://modal.com/docs/reference/modal.config'],
    environment: ['MODAL_TOKEN_SECRET'],
    anchors: ['as-'],
    pattern: token('as-', run(b62, 22), b64u),
    near: { words: ['modal', 'token_secret'], bytes: 200 },
    judge: (match) =>
      isMixed(match.secret.slice(3)) ? plausible : held('words', 'no digit, or letters of one case only'),
    examples: () => ({
      leaks: [
        leak`MODAL_TOKEN_SECRET=${`as-${fake(b62, 22, 1)}`}`,
        leakBetween(`[modal]\ntoken_id = "ak-${fake(b62, 22, 2)}"\ntoken_secret = "`, `as-${fake(b62, 22, 3)}`, '"\n'),
      ],
      clean: [
        `MODAL_TOKEN_ID=ak-${fake(b62, 22)}`,
        'modal.open("as-alwaysVisibleAndCentred")',
        `value=as-${fake(b62, 22)}`,
      ],
    }),
  }),
];

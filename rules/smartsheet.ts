import { b36l, b62, defineNamedRule, fake, leak, run, whole } from '../src/rule-kit/index.ts';

export const smartsheet = [
  defineNamedRule({
    id: 'smartsheet-access-token',
    title: 'Smartsheet access token',
    severity: 'high',
    description: 'Acts as its owner: reads and changes sheets, and with an administrator users too.',
    remediation: 'Revoke the token under Personal Settings › API Access in Smartsheet, then generate a new one.',
    references: ['https://developers.smartsheet.com/api/smartsheet/openapi'],
    environment: ['SMARTSHEET_ACCESS_TOKEN'],
    words: ['smartsheet'],
    names: /smartsheet.*(?:token|key|secret)|access.?token/i,
    value: whole(`(?:${run(b36l, 26)}|${run(b62, 37)})`),
    examples: () => ({
      leaks: [leak`SMARTSHEET_ACCESS_TOKEN=${fake(b36l, 26)}`, leak`{ "smartsheetToken": "${fake(b62, 37, 2)}" }`],
      clean: [`SMARTSHEET_ACCESS_TOKEN=${fake(b36l, 25)}`, `access_token=${fake(b36l, 26)}`],
    }),
  }),
];

import { describe, expect, test } from 'vitest';
import type { CallSite } from '../../src/model/index.ts';
import { read, sitesOf } from './support.ts';

/** The calls that are said to get `'value'`. */
const callsOf = (program: string): CallSite[] =>
  sitesOf(read(program), 'value').flatMap(({ call }) => (call ? [call] : []));

const openai = { module: 'openai', callee: 'OpenAI', isNew: true, argument: 0, option: 'apiKey' };
const byDefault = { ...openai, callee: 'default' };

describe('a call is known by where its callee comes from', () => {
  test.each([
    ["import { OpenAI } from 'openai'; new OpenAI({ apiKey: 'value' });", openai],
    ["import { OpenAI as AI } from 'openai'; new AI({ apiKey: 'value' });", openai],
    ["import * as ai from 'openai'; new ai.OpenAI({ apiKey: 'value' });", openai],
    ["import OpenAI from 'openai'; new OpenAI({ apiKey: 'value' });", byDefault],
    ["const { OpenAI } = require('openai'); new OpenAI({ apiKey: 'value' });", openai],
    ["const { OpenAI: AI } = require('openai'); new AI({ apiKey: 'value' });", openai],
    ["const OpenAI = require('openai'); new OpenAI({ apiKey: 'value' });", byDefault],
    ["const OpenAI = require('openai').default; new OpenAI({ apiKey: 'value' });", byDefault],
    ["import AI = require('openai'); new AI({ apiKey: 'value' });", byDefault],
    ["const { OpenAI } = await import('openai'); new OpenAI({ apiKey: 'value' });", openai],
    ["import('openai').then(({ OpenAI }) => new OpenAI({ apiKey: 'value' }));", openai],
    ["import { OpenAI } from 'openai'; const AI = OpenAI; new AI({ apiKey: 'value' });", openai],
    ["import { OpenAI } from 'openai'; const options = { apiKey: 'value' }; new OpenAI(options);", openai],
    ["import { OpenAI } from 'openai'; const apiKey = 'value'; new OpenAI({ apiKey });", openai],
    ["import { OpenAI } from 'openai'; const base = { apiKey: 'value' }; new OpenAI({ ...base, retries: 1 });", openai],
    ["import { OpenAI } from 'openai'; class Mine extends OpenAI {} new Mine({ apiKey: 'value' });", openai],
    [
      "import { OpenAI } from 'openai'; class Mine extends OpenAI { constructor() { super({ apiKey: 'value' }); } }",
      openai,
    ],
    [
      "import { OpenAI } from 'openai'; function make(key) { return new OpenAI({ apiKey: key }); } make('value');",
      openai,
    ],
    [
      "import { OpenAI } from 'openai'; const make = (options) => new OpenAI(options); make({ apiKey: 'value' });",
      openai,
    ],
    [
      "import { OpenAI } from 'openai'; class Service { constructor(private key: string) {} make() { return new OpenAI({ apiKey: this.key }); } } new Service('value');",
      openai,
    ],
    ["import { OpenAI } from 'openai'; new OpenAI({ apiKey: cond ? 'value' : other });", openai],
    ["import Stripe from 'stripe'; new Stripe('value');", { ...byDefault, module: 'stripe', option: '' }],
    [
      "import Stripe from 'stripe'; const stripe = new Stripe(key); stripe.webhooks.constructEvent(body, signature, 'value');",
      { module: 'stripe', callee: 'default().webhooks.constructEvent', isNew: false, argument: 2, option: '' },
    ],
    [
      "import type Stripe from 'stripe'; function check(stripe: Stripe) { stripe.check('value'); }",
      { module: 'stripe', callee: 'default().check', isNew: false, argument: 0, option: '' },
    ],
    [
      "import mail from '@sendgrid/mail'; mail.setApiKey('value');",
      { module: '@sendgrid/mail', callee: 'setApiKey', isNew: false, argument: 0, option: '' },
    ],
    [
      "import jwt from 'jsonwebtoken'; jwt.sign({}, Buffer.from('value'));",
      { module: 'jsonwebtoken', callee: 'sign', isNew: false, argument: 1, option: '' },
    ],
    [
      "import { S3Client } from '@aws-sdk/client-s3'; new S3Client({ credentials: { secretAccessKey: 'value' } });",
      {
        module: '@aws-sdk/client-s3',
        callee: 'S3Client',
        isNew: true,
        argument: 0,
        option: 'credentials.secretAccessKey',
      },
    ],
    [
      "import session from 'cookie-session'; app.use(session({ keys: ['value'] }));",
      { module: 'cookie-session', callee: 'default', isNew: false, argument: 0, option: 'keys[]' },
    ],
    ["fetch('value');", { callee: 'fetch', isNew: false, argument: 0, option: '' }],
    ["function fetch() {} fetch('value');", { module: '.', callee: 'fetch', isNew: false, argument: 0, option: '' }],
    ["given.make('value');", { callee: 'given.make', isNew: false, argument: 0, option: '' }],
  ] as const)('%s', (program, call) => {
    expect(callsOf(program)).toContainEqual(call);
  });

  test.each([
    "function OpenAI() {} new OpenAI({ apiKey: 'value' });",
    "import { OpenAI } from './openai.ts'; new OpenAI({ apiKey: 'value' });",
    "import { OpenAI } from 'openai'; function make(OpenAI) { new OpenAI({ apiKey: 'value' }); }",
    "import { OpenAI } from 'openai'; new OpenAI({ apiKey: 'value' + given });",
    "import { OpenAI } from 'openai'; new OpenAI({ apiKey: () => 'value' });",
    "import { OpenAI } from 'openai'; new OpenAI({ value: 1 });",
  ])('not that call: %s', (program) => {
    expect(callsOf(program)).not.toContainEqual(openai);
  });

  test('flags that are surely true or false', () => {
    const flags = (text: string) =>
      read(text, 'src/page.tsx').flags.map(({ name, value, call }) => [name, value, call?.callee]);
    expect(flags("import { A } from 'a'; const on = true; new A({ b: true, c: !0, d: false, on, e: given });")).toEqual(
      [
        ['b', true, 'A'],
        ['c', true, 'A'],
        ['d', false, 'A'],
        ['on', true, 'A'],
      ],
    );
    expect(flags('const page = <A open closed={false} />;')).toEqual([
      ['open', true, undefined],
      ['closed', false, undefined],
    ]);
  });

  test('modules are named once, in the order of the text', () => {
    const program = "import 'b'; export * from 'a'; require('c'); import('b'); import d = require('d');";
    expect(read(program).imports).toEqual(['b', 'a', 'c', 'd']);
  });
});

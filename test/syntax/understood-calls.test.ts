import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { Inspector } from '../../src/inspect.ts';
import { b62, fake, hex } from '../../src/rule-kit/index.ts';
import { blobOf, openSettings } from '../support/inspect.ts';

/* Programs as people write them, each alone in its file: nothing else in it may be the reason to read it. */

let seed = 100;
const K = (length = 32): string => fake(b62, length, ++seed);
const H = (length: number): string => fake(hex, length, ++seed);
/** Weak, but chosen: what stands for a value has no number and no second word. */
const [P, Q] = [['hunter2', 'prod'].join('-'), ['kitten', 'mittens9'].join('-')];

const inspector = new Inspector(rules, { ...openSettings, confidence: 'medium', showPublic: false });
/** Without what only a whole project can tell: whether it reaches clients. */
const found = (path: string, text: string): string[] =>
  inspector
    .inspect(blobOf(text, `src/${path}`))
    .findings.filter(({ ruleId }) => !ruleId.startsWith('client-'))
    .map(({ ruleId, start }) => `${ruleId}:${start.line}`);

describe('what is handed to calls', () => {
  test.each<readonly [string, string]>([
    ['pg weak', `import { Client } from 'pg';\nnew Client({ host: 'db', password: '${P}' });`],
    ['pg default import', `import pg from 'pg';\nconst pool = new pg.Pool({ user: 'a', password: '${P}' });`],
    ['pg namespace', `import * as pg from 'pg';\nconst pool = new pg.Client({ password: '${P}' });`],
    ['pg aliased', `import { Pool as Database } from 'pg';\nconst d = new Database({ password: '${P}' });`],
    ['pg require', `const { Pool } = require('pg');\nconst d = new Pool({ password: '${P}' });`],
    ['pg require member', `const Pool = require('pg').Pool;\nconst d = new Pool({ password: '${P}' });`],
    ['pg dyn import', `const { Pool } = await import('pg');\nconst d = new Pool({ password: '${P}' });`],
    ['pg then', `import('pg').then(({ Pool }) => new Pool({ password: '${P}' }));`],
    [
      'pg config obj',
      `import { Pool } from 'pg';\nconst config = { host: 'x', password: '${P}' };\nexport const d = new Pool(config);`,
    ],
    [
      'pg spread config',
      `import { Pool } from 'pg';\nconst base = { password: '${P}' };\nexport const d = new Pool({ ...base, host: 'h' });`,
    ],
    [
      'subclass',
      `import { Pool } from 'pg';\nclass Db extends Pool { constructor() { super({ password: '${P}' }); } }`,
    ],
    [
      'subclass new',
      `import OpenAI from 'openai';\nclass Ai extends OpenAI {}\nexport const a = new Ai({ apiKey: '${K(20)}' });`,
    ],
    [
      'wrapper fn',
      `import OpenAI from 'openai';\nfunction make(apiKey: string) { return new OpenAI({ apiKey }); }\nexport const a = make('${K(20)}');`,
    ],
    [
      'wrapper arrow',
      `import { Pool } from 'pg';\nconst connect = (pw: string) => new Pool({ host: 'h', password: pw });\nconnect('${P}');`,
    ],
    [
      'wrapper opts',
      `import { Pool } from 'pg';\nfunction connect({ pw }: { pw: string }) { return new Pool({ password: pw }); }\nconnect({ pw: '${P}' });`,
    ],
    [
      'class field',
      `import OpenAI from 'openai';\nexport class S { private code = '${K(20)}'; client = new OpenAI({ apiKey: this.code }); }`,
    ],
    [
      'class ctor field',
      `import OpenAI from 'openai';\nexport class S { code: string; c: OpenAI; constructor() { this.code = '${K(20)}'; this.c = new OpenAI({ apiKey: this.code }); } }`,
    ],
    [
      'static field',
      `import OpenAI from 'openai';\nclass C { static readonly V = '${K(20)}'; }\nnew OpenAI({ apiKey: C.V });`,
    ],
    ['shorthand', `import OpenAI from 'openai';\nconst apiKey = '${K(20)}';\nexport const o = new OpenAI({ apiKey });`],
    ['assign later', `import OpenAI from 'openai';\nconst o: any = {};\no.apiKey = '${K(20)}';\nnew OpenAI(o);`],
    ['jwt sign', `import jwt from 'jsonwebtoken';\njwt.sign({ id: 1 }, 'mysupers3cret');`],
    ['jwt named', `import { verify } from 'jsonwebtoken';\nverify(t, '${Q}');`],
    ['session', `import session from 'express-session';\napp.use(session({ secret: '${Q}', resave: false }));`],
    ['session arr', `import session from 'express-session';\napp.use(session({ secret: ['${Q}', '${Q}7'] }));`],
    ['cookie-session keys', `const cs = require('cookie-session');\napp.use(cs({ keys: ['${Q}'] }));`],
    ['cookie-parser', `app.use(require('cookie-parser')('${Q}'));`],
    [
      'nodemailer',
      `import nodemailer from 'nodemailer';\nnodemailer.createTransport({ host: 'smtp', auth: { user: 'a', pass: '${P}' } });`,
    ],
    [
      'mongoose opts',
      `import mongoose from 'mongoose';\nmongoose.connect('mongodb://h/db', { user: 'a', pass: '${P}' });`,
    ],
    ['redis', `import { createClient } from 'redis';\ncreateClient({ password: '${P}' });`],
    ['ioredis', `import Redis from 'ioredis';\nnew Redis({ host: 'h', password: '${P}' });`],
    [
      'sequelize',
      `const { Sequelize } = require('sequelize');\nnew Sequelize('db', 'user', '${P}', { dialect: 'mysql' });`,
    ],
    [
      'typeorm',
      `import { DataSource } from 'typeorm';\nexport default new DataSource({ type: 'mysql', password: '${P}' });`,
    ],
    ['knex', `import knex from 'knex';\nknex({ client: 'pg', connection: { password: '${P}' } });`],
    ['mysql2', `import mysql from 'mysql2/promise';\nawait mysql.createPool({ password: '${P}' });`],
    ['hmac', `import crypto from 'node:crypto';\ncrypto.createHmac('sha256', '${Q}').update(x);`],
    ['hmac named', `import { createHmac } from 'crypto';\ncreateHmac('sha256', '${K(24)}');`],
    [
      'cipher key+iv',
      `const crypto = require('crypto');\ncrypto.createCipheriv('aes-256-cbc', Buffer.from('${H(64)}', 'hex'), iv);`,
    ],
    ['cipher iv', `import crypto from 'crypto';\ncrypto.createCipheriv('aes-128-cbc', key, '${K(16)}');`],
    ['scrypt', `import { scryptSync } from 'crypto';\nscryptSync('${P}', salt, 32);`],
    [
      'axios basic',
      `import axios from 'axios';\naxios.get('https://x', { auth: { username: 'a', password: '${P}' } });`,
    ],
    ['axios header', `import axios from 'axios';\naxios.get('https://x', { headers: { 'X-Api-Key': '${K(24)}' } });`],
    [
      'axios create bearer',
      `import axios from 'axios';\nconst t = '${K(32)}';\naxios.create({ headers: { Authorization: \`Bearer \${t}\` } });`,
    ],
    [
      'axios defaults',
      `import axios from 'axios';\naxios.defaults.headers.common['Authorization'] = 'Bearer ${K(32)}';`,
    ],
    ['fetch bearer', `fetch('https://api.x.com', { headers: { authorization: 'Bearer ${K(32)}' } });`],
    [
      'fetch Headers',
      `const h = new Headers();\nh.set('Authorization', 'Bearer ' + '${K(32)}');\nfetch(u, { headers: h });`,
    ],
    ['fetch basic btoa', `fetch(u, { headers: { Authorization: 'Basic ' + btoa('admin:${P}') } });`],
    ['got', `import got from 'got';\ngot('https://x', { username: 'a', password: '${P}' });`],
    ['ky header', `import ky from 'ky';\nky.create({ headers: { 'x-api-key': '${K(24)}' } });`],
    [
      'undici',
      `import { request } from 'undici';\nrequest('https://x', { headers: { authorization: 'Bearer ${K(30)}' } });`,
    ],
    ['ws url', `new WebSocket('wss://api.example.com/v1?api_key=${K(32)}');`],
    ['header by a constant', `const k = '${K(32)}';\nfetch('https://x.io', { headers: { 'x-api-key': k } });`],
    [
      'header of short pieces',
      `const k = '${K(9)}1' + '${K(9)}2' + '${K(9)}';\nfetch('https://x.io', { headers: { Authorization: 'Bearer ' + k } });`,
    ],
    [
      'login of pieces',
      `fetch('https://x.io', { headers: { authorization: 'Basic ' + Buffer.from('svc:' + '${K(14)}').toString('base64') } });`,
    ],
    ['package of npm', `import Stripe from 'npm:stripe@^14';\nnew Stripe('${K(30)}');`],
    ['package of a host', `import Stripe from 'https://esm.sh/stripe@14?target=deno';\nnew Stripe('${K(30)}');`],
    ['package of another host', `import { Bot } from 'https://deno.land/x/grammy@v1.20/mod.ts';\nnew Bot('${K(30)}');`],
    ['address by a constant', `const k = '${H(32)}';\nnew WebSocket(\`wss://x.io/v1?api_key=\${k}\`);`],
    ['disguised, by another name', `var s = '${K(30)}'.split('').reverse().join(''), c = new X({ apiKey: s });`],
    ['text of variables', `import { parse } from 'dotenv';\nexport const env = parse(\`A=1\nDB_PASSWORD=${P}9\n\`);`],
    ['window.atob', `import { Resend } from 'resend';\nnew Resend(window.atob('${btoa(K(36))}'));`],
    [
      'a method',
      `import { Resend } from 'resend';\nconst keys = { get() { return '${K(36)}'; } };\nnew Resend(keys.get());`,
    ],
    ['octokit', `import { Octokit } from '@octokit/rest';\nnew Octokit({ auth: '${K(36)}' });`],
    [
      'discord',
      `const { Client } = require('discord.js');\nconst client = new Client({ intents: [] });\nclient.login('${K(50)}');`,
    ],
    ['telegraf', `import { Telegraf } from 'telegraf';\nnew Telegraf('${K(40)}');`],
    ['algolia', `import algoliasearch from 'algoliasearch';\nalgoliasearch('APPID12345', '${H(32)}');`],
    [
      'cloudinary',
      `import { v2 as cloudinary } from 'cloudinary';\ncloudinary.config({ cloud_name: 'a', api_key: '12', api_secret: '${K(27)}' });`,
    ],
    [
      'plaid',
      `import { Configuration } from 'plaid';\nnew Configuration({ baseOptions: { headers: { 'PLAID-SECRET': '${H(30)}' } } });`,
    ],
    ['pusher', `import Pusher from 'pusher';\nnew Pusher({ appId: '1', key: 'a', secret: '${H(20)}' });`],
    ['twilio', `const twilio = require('twilio')('AC${H(32)}', '${H(32)}');`],
    ['sendgrid', `import sg from '@sendgrid/mail';\nsg.setApiKey('${K(40)}');`],
    [
      'aws v3',
      `import { S3Client } from '@aws-sdk/client-s3';\nnew S3Client({ credentials: { accessKeyId: 'a', secretAccessKey: '${K(40)}' } });`,
    ],
    ['aws v2 update', `const AWS = require('aws-sdk');\nAWS.config.update({ secretAccessKey: '${K(40)}' });`],
    ['aws v2 new', `import AWS from 'aws-sdk';\nnew AWS.S3({ secretAccessKey: '${K(40)}' });`],
    [
      'azure identity',
      `import { ClientSecretCredential } from '@azure/identity';\nnew ClientSecretCredential('t', 'c', '${K(40)}');`,
    ],
    ['firebase cert', `import { cert } from 'firebase-admin/app';\ncert({ projectId: 'a', privateKey: '${K(60)}' });`],
    [
      'supabase',
      `import { createClient } from '@supabase/supabase-js';\ncreateClient('https://x.supabase.co', '${K(60)}');`,
    ],
    ['nextauth', `import NextAuth from 'next-auth';\nexport default NextAuth({ secret: '${Q}' });`],
    [
      'nextauth provider',
      `import GithubProvider from 'next-auth/providers/github';\nGithubProvider({ clientId: 'x', clientSecret: '${H(40)}' });`,
    ],
    ['passport jwt', `const { Strategy } = require('passport-jwt');\nnew Strategy({ secretOrKey: '${Q}' }, cb);`],
    [
      'passport google',
      `import { Strategy as GoogleStrategy } from 'passport-google-oauth20';\nnew GoogleStrategy({ clientID: 'x', clientSecret: '${K(24)}' }, cb);`,
    ],
    [
      'iron',
      `import { getIronSession } from 'iron-session';\ngetIronSession(req, res, { password: 'complex_password_at_least_32_char9', cookieName: 'a' });`,
    ],
    [
      'jose TextEncoder',
      `import { SignJWT } from 'jose';\nconst secret = new TextEncoder().encode('${Q}-longer');\nawait new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(secret);`,
    ],
    ['jose verify', `import { jwtVerify } from 'jose';\njwtVerify(t, new TextEncoder().encode('${Q}-longer'));`],
    ['bcrypt', `import bcrypt from 'bcrypt';\nbcrypt.hashSync('${P}', 10);`],
    [
      'prisma',
      `import { PrismaClient } from '@prisma/client';\nnew PrismaClient({ datasources: { db: { url: 'postgresql://app:${K(12)}@db.corp.net/app' } } });`,
    ],
    [
      'ai sdk',
      `import { createOpenAI } from '@ai-sdk/openai';\nexport const o = createOpenAI({ apiKey: '${K(30)}' });`,
    ],
    ['langchain', `import { ChatOpenAI } from '@langchain/openai';\nnew ChatOpenAI({ openAIApiKey: '${K(30)}' });`],
    [
      'langchain cfg',
      `import { ChatOpenAI } from '@langchain/openai';\nnew ChatOpenAI({ configuration: { apiKey: '${K(30)}' } });`,
    ],
    ['pinecone', `import { Pinecone } from '@pinecone-database/pinecone';\nnew Pinecone({ apiKey: '${K(36)}' });`],
    [
      'weaviate',
      `import weaviate from 'weaviate-client';\nweaviate.connectToWeaviateCloud(url, { authCredentials: new weaviate.ApiKey('${K(36)}') });`,
    ],
    [
      'stripe webhook',
      `import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.K!);\nstripe.webhooks.constructEvent(b, s, '${K(32)}');`,
    ],
  ])('%s', (_, text) => {
    expect(found('client.ts', text)).not.toEqual([]);
  });

  test.each<readonly [string, string]>([
    [
      'placeholder',
      `import { Client } from 'pg';\nnew Client({ password: 'your-password' });\nnew Client({ password: 'changeme' });\nnew Client({ password: '<password>' });`,
    ],
    ['env', `import { Client } from 'pg';\nnew Client({ password: process.env.PGPASSWORD });`],
    ['env obj', `import { Client } from 'pg';\nconst { PGPASSWORD: p } = process.env;\nnew Client({ password: p });`],
    ['other module', `import { Client } from './pg';\nnew Client({ code: '${P}' });`],
    [
      'dummy',
      `import OpenAI from 'openai';\nnew OpenAI({ apiKey: 'test' });\nnew OpenAI({ apiKey: 'dummy-key' });\nnew OpenAI({ apiKey: 'sk-test' });`,
    ],
    [
      'jest mock',
      `import jwt from 'jsonwebtoken';\njest.mock('jsonwebtoken');\njwt.sign({}, 'secret');\njwt.sign({}, 'test-secret');`,
    ],
    ['ollama', `import OpenAI from 'openai';\nnew OpenAI({ baseURL: 'http://localhost:11434/v1', apiKey: 'ollama' });`],
    ['package of another name', `import Stripe from 'npm:stripes@^14';\nnew Stripe('${K(30)}');`],
    ['package of an unknown host', `import Stripe from 'https://cdn.acme.io/stripe@14';\nnew Stripe('${K(30)}');`],
    ['address of another parameter', `const k = '${H(32)}';\nnew WebSocket(\`wss://x.io/v1?build=\${k}\`);`],
    ['header of a given name', `const id = '${K(32)}';\nfetch('https://x.io', { headers: { 'x-api-key': given } });`],
    ['header of another name', `const id = '${K(32)}';\nfetch('https://x.io', { headers: { 'x-request-id': id } });`],
    ['atob of a variable', `import { Client } from 'pg';\nnew Client({ password: window.atob(process.env.CODE!) });`],
    ['empty', `import { Pool } from 'pg';\nnew Pool({ password: '' });`],
    [
      'shadowed',
      `import { Pool } from 'pg';\nfunction f() { class Pool { constructor(o) {} }\n return new Pool({ code: '${P}' }); }`,
    ],
    ['bcrypt var', `import bcrypt from 'bcrypt';\nbcrypt.hash(password, 10);\nbcrypt.compare('password', hash);`],
  ])('is no secret: %s', (_, text) => {
    expect(found('client.ts', text)).toEqual([]);
  });
});

describe('texts that are no values', () => {
  test.each<readonly [string, string]>([
    ['import specifier', `import x from '@scope/${H(32)}';\nimport { secretKey } from './secret-${H(16)}.js';`],
    [
      'name of an action',
      `const SET_PASSWORD = 'SET_PASSWORD_2';\nexport const RESET_TOKEN = '@@auth/RESET_TOKEN_V2';`,
    ],
    ['attribute that names', `export const a = <Input password={'password'} token={'auth-token'} key={'${H(32)}'} />;`],
    ['object key', `export const tokens = { '${K(36)}': 1, '${K(36)}': 2 };`],
    ['type literal', `export type ApiKey = '${K(32)}';\ninterface A { apiKey: '${K(32)}' }`],
    ['directive', `'use client';\n'use secret-key';\nexport {};`],
    ['regex', `export const secret = /^sk_live_[A-Za-z0-9]{${99}}$/;\nconst tokenPattern = /${K(32)}/;`],
    [
      'class name',
      `export const A = () => <div className="pl-4 token-${H(8)} css-${K(6)}" />;\nconst passwordClass = 'input-password-field';`,
    ],
    [
      'translation',
      `t('auth.password.placeholder2');\nexport const en = { password: 'Password', passwordHint: 'At least 8 characters', newPassword: 'New password' };`,
    ],
    ['test title', `describe('rejects token ${K(32)}', () => { it('password ${K(20)}', () => {}); });`],
    ['error text', `throw new Error('Invalid apiKey: must match abc123def456ghi789jkl');`],
    ['comparison placeholder', `if (apiKey === 'your-api-key-here') throw 1;\nif (secret !== 'changeme') go();`],
    ['enum own name', `enum T { AccessToken = 'AccessToken', RefreshToken = 'RefreshToken', API_KEY = 'API_KEY' }`],
    [
      'integrity',
      `export const s = <script integrity="sha384-${Buffer.from(K(48)).toString('base64')}" />;\nconst integrity = 'sha512-${Buffer.from(K(64)).toString('base64')}';`,
    ],
    ['svg path', `export const d = <path d="M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2z" />;`],
    [
      'decorator',
      `@Injectable({ token: 'AUTH_TOKEN_PROVIDER' })\nclass A { @Inject('SECRET_KEY_TOKEN') k: string; @Column({ name: 'password_hash2' }) p: string; }`,
    ],
    ['event name', `emitter.on('token:refresh:v2', cb);\nconst TOKEN_EVENT = 'token-refreshed-v2';`],
    [
      'header name',
      `const API_KEY_HEADER = 'X-Api-Key-V2';\nreq.headers['x-auth-token-2'];\nconst authHeader = 'Authorization';`,
    ],
    ['mime', `const tokenType = 'application/jwt+v1';\nconst secretType = 'text/plain; charset=utf-8';`],
    [
      'selector',
      `document.querySelector('#password-input-2 > .token');\nconst passwordSelector = 'input[name="password"]';`,
    ],
    [
      'sql',
      `const passwordQuery = 'SELECT password FROM users WHERE id = $1';\ndb.query("UPDATE users SET token='x' WHERE a=1");`,
    ],
    [
      'url no user',
      `const tokenUrl = 'https://auth.example.com/oauth2/v2.0/token';\nconst keyUri = 'https://vault.example.net/keys/abc123';`,
    ],
    [
      'storage key',
      `localStorage.getItem('auth_token_v2');\nconst TOKEN_KEY = 'app.auth.token.v2';\nsessionStorage.setItem('refresh_token_1', token);`,
    ],
    ['cookie name', `cookies.get('session_token_v2');\nres.cookie('csrf_token_2', value);`],
    [
      'zod msg',
      `z.string().min(8, 'Password must have 8 chars');\nz.object({ password: z.string({ required_error: 'Password is required' }) });`,
    ],
    ['route', `router.post('/reset-password/:token2', h);\nconst passwordRoute = '/auth/password/reset2';`],
    ['graphql name', 'const q = gql`query { user(token: $token) { apiKey password } }`;'],
    [
      'test ids',
      `screen.getByTestId('password-input-2');\n<input data-testid="token-field-3" name="password" type="password" />;`,
    ],
    ['css var', `const tokenColor = 'var(--token-color-2)';\nconst keyColor = '#a1b2c3d4';`],
    ['param names', `function f(password: string, secret = '') { return password + secret; }`],
    [
      'algo',
      `crypto.createHash('sha256').update(password).digest('hex');\ncrypto.createCipheriv('aes-256-gcm', key, iv);`,
    ],
    [
      'env names',
      `const SECRET_NAME = 'STRIPE_SECRET_KEY';\nconst k = process.env['OPENAI_API_KEY'];\nrequireEnv('DB_PASSWORD');`,
    ],
  ])('%s', (_, text) => {
    expect(found('page.tsx', text)).toEqual([]);
  });
});

test('a key that is put together is told once, not at each name of it', () => {
  const pem = `const key = '-----BEGIN PRIVATE KEY-----\\n${K(60)}' + '${K(60)}\\n-----END PRIVATE KEY-----';\n`;
  expect(
    found('a.ts', `import crypto from 'crypto';\n${pem}crypto.sign(null, a, key);\ncrypto.verify(null, a, key, b);`),
  ).toEqual(['private-key:2']);
});
